import { describe, expect, it } from 'vitest';
import { remembered, rememberedWith } from '../../src/text/remembered.ts';

/** A reader that counts how often it was asked to read. */
function counting() {
  const read: string[] = [];
  return {
    read,
    reader: (text: string, about: string) => {
      read.push(text);
      return { text, about };
    },
  };
}

describe('what was read before', () => {
  it('is looked up, not read again', () => {
    const { read, reader } = counting();
    const ask = remembered(reader);
    expect(ask('etcd lost quorum', '2026-11-20')).toBe(ask('etcd lost quorum', '2026-11-20'));
    expect(read).toEqual(['etcd lost quorum']);
  });

  it('is not taken for another day, nor for another text that looks like it with its day', () => {
    const ask = remembered(counting().reader);
    expect(ask('stopped yesterday', '2026-11-20').about).toBe('2026-11-20');
    expect(ask('stopped yesterday', '2026-11-21').about).toBe('2026-11-21');
    expect(ask('2026-11-20\nstopped', '').text).toBe('2026-11-20\nstopped');
    expect(ask('stopped', '2026-11-20').text).toBe('stopped');
  });

  it('is forgotten from the oldest on, so that what is kept stays bounded', () => {
    const { read, reader } = counting();
    const ask = remembered(reader, 100);
    const texts = Array.from({ length: 50 }, (_, at) => `message number ${at}`);
    for (const text of texts) ask(text, '');
    read.length = 0;
    for (const text of texts.slice(-5)) ask(text, '');
    expect(read).toEqual([]);
    ask('message number 0', '');
    expect(read).toEqual(['message number 0']);
  });

  it('stays when it was asked for lately', () => {
    const { read, reader } = counting();
    const ask = remembered(reader, 30);
    for (const text of ['first of all', 'something', 'first of all', 'anything']) ask(text, '');
    read.length = 0;
    ask('first of all', '');
    expect(read).toEqual([]);
  });

  it('keeps the newest, however long it is', () => {
    const { read, reader } = counting();
    const ask = remembered(reader, 10);
    ask('longer than everything that may be kept', '');
    ask('longer than everything that may be kept', '');
    expect(read).toHaveLength(1);
  });

  it('belongs to the knowledge that it was read with', () => {
    const [one, other] = [{ name: 'one' }, { name: 'other' }];
    const ask = rememberedWith((text: string, { name }: { name: string }) => `${name}: ${text}`);
    expect([ask('hi', one), ask('hi', other), ask('hi', one)]).toEqual(['one: hi', 'other: hi', 'one: hi']);
  });
});
