import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog, describe as describeError, type LogFields, muteConsole } from '../../src/ops/log.ts';
import { StoreUnavailable } from '../../src/store/store.ts';

const lines: string[] = [];
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
afterEach(() => {
  lines.length = 0;
});
const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

describe('a line of the log', () => {
  it('carries the fields that are allowed, in their form, and nothing else', () => {
    const fields = {
      turn: 'abc-1',
      kind: 'message',
      ms: 12.5,
      ready: true,
      text: 'my password',
      user: 'alex',
      from: { id: 'alex' },
    };
    log.info('turn', fields as LogFields);
    const { time, level, ...rest } = last();
    expect(rest).toEqual({ event: 'turn', turn: 'abc-1', kind: 'message', ms: 12.5, ready: true });
    expect(level).toBe(30);
    expect(Date.parse(String(time))).not.toBeNaN();
  });

  it('leaves out a value that has not the form of its field', () => {
    log.info('turn', {
      turn: 'a word\nanother',
      kind: 'x'.repeat(500),
      ms: '12' as unknown as number,
      conversation: '19:abc@thread.v2',
    });
    expect(Object.keys(last()).sort()).toEqual(['event', 'level', 'time']);
  });

  it('tells an error’s class, code and place, but its words only where they are ours', () => {
    log.error('failed', new SyntaxError('Unexpected token in "my password is hunter2"'), { turn: 't' });
    expect(lines.join()).not.toContain('hunter2');
    expect(last().error).toMatchObject({
      name: 'SyntaxError',
      at: expect.arrayContaining([expect.stringContaining('log.test')]),
    });
    log.error('failed', new StoreUnavailable('the store /data/x.db is damaged; restore a backup'));
    expect(last().error).toMatchObject({
      name: 'StoreUnavailable',
      message: 'the store /data/x.db is damaged; restore a backup',
    });
    expect(describeError('hunter2')).toEqual({ name: 'string' });
    expect(describeError(Object.assign(new Error('x'), { name: 'hunter2 is it', code: 'my words' }))).toMatchObject({
      name: 'Error',
    });
  });

  it('never carries a word of any text, wherever the text stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (text, extra) => {
          lines.length = 0;
          const canary = `kanarie ${text} geheim`;
          const error = Object.assign(new TypeError(canary), { code: canary, response: { body: canary } });
          log.error('failed', error, { ...extra, text: canary, message: canary, turn: `${canary} ` } as LogFields);
          log.info('turn', { body: canary, conversation: canary } as LogFields);
          expect(lines.join('')).not.toContain('kanarie');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names a conversation by a hash that nobody turns back', () => {
    expect(log.hash('19:abc')).toMatch(/^[0-9a-f]{12}$/);
    expect(log.hash('19:abc')).toBe(log.hash('19:abc'));
    expect(log.hash('19:abc')).not.toBe(log.hash('19:abd'));
    expect(createLog('silent').hash('19:abc')).not.toBe(log.hash('19:abc'));
  });
});

it('drops what libraries print, and counts it', () => {
  const unmute = muteConsole(log);
  try {
    console.error('Bearer eyJhbGciOi', { key: 'secret' });
  } finally {
    unmute();
  }
  expect(lines).toHaveLength(1);
  expect(last()).toMatchObject({ event: 'console', name: 'error' });
});
