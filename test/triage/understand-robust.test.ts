import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../../knowledge/lexicon.ts';
import { lexicon, understand } from '../../src/triage/understand.ts';

const compiled = lexicon(readLexiconSource());
const read = (text: string) => understand(text, {}, compiled);
const took = (text: string) => {
  const start = performance.now();
  read(text);
  return performance.now() - start;
};

/** Ten times the text may take this many times as long; the text that is read is limited, so large ones hardly grow at all. */
const GROWTH_MAX = 30;
const HUGE_MS_MAX = 2000;

describe('whatever is pasted', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['emoji', '🔥🔥🔥 🙃'],
    ['binary', String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i))],
    ['half a surrogate', '\ud83d etcd'],
    ['Arabic', 'الخادم لا يعمل'],
    ['Hebrew and Thai', 'השרת נפל เซิร์ฟเวอร์ล่ม'],
    ['one long word', 'a'.repeat(100_000)],
    ['brackets', '(((((((((([[[[[[{{{{{{'.repeat(500)],
    ['a prototype key', '__proto__ constructor toString hasOwnProperty'],
  ])('reads %s', (_, text) => {
    const { confidence, topic } = read(text);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(topic === null || compiled.topics.has(topic)).toBe(true);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(read(text).mentions).toBeInstanceOf(Array);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer twice', () => {
    const text = 'F5 sends traffic to one node; etcd is fine';
    expect(read(text)).toEqual(read(text));
  });

  it.each([
    ['words of the lexicon', 'etcd fails, calico and F5 removed, same error. '],
    ['one sentence', 'not without the calico and '],
    ['gap phrases', 'lookup lookup lookup subscription '],
    ['blanks', '        \n'],
    ['second matters', 'another problem. '],
    ['numbers', '1. etcd fails on node\n'],
  ])('takes no more than linear time for %s', (_, piece) => {
    const small = piece.repeat(Math.ceil(3_000 / piece.length));
    took(small);
    const one = Math.min(...[1, 2, 3, 4, 5].map(() => took(small)));
    const ten = Math.min(...[1, 2, 3, 4, 5].map(() => took(small.repeat(10))));
    expect(ten).toBeLessThan(Math.max(1, one) * GROWTH_MAX);
    expect(took(piece.repeat(Math.ceil(1_000_000 / piece.length)))).toBeLessThan(HUGE_MS_MAX);
  });
});
