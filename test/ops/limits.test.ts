import { describe, expect, it } from 'vitest';
import { createLimiter, isHarmless } from '../../src/ops/limits.ts';

describe('a rate limit', () => {
  it('lets a burst through, then as much as flows back, for each caller apart', () => {
    const limiter = createLimiter({ burst: 3, perSecond: 0.5 });
    const kinds = [0, 0, 0, 0, 1999, 2000, 2000].map((at) => limiter.take('a', at).kind);
    expect(kinds).toEqual(['allowed', 'allowed', 'allowed', 'wait', 'wait', 'allowed', 'wait']);
    expect(limiter.take('b', 2000).kind).toBe('allowed');
  });

  it('says how long to wait, and does not punish asking', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 0.1 });
    limiter.take('a', 0);
    expect(limiter.take('a', 0)).toEqual({ kind: 'wait', seconds: 10 });
    for (let at = 0; at < 10_000; at += 100) limiter.take('a', at);
    expect(limiter.take('a', 10_000).kind).toBe('allowed');
  });

  it('stays small under any number of callers, and survives a clock that jumps back', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 1 });
    for (let i = 0; i < 50_000; i++) limiter.take(`caller ${i}`, 0);
    expect(limiter.take('caller 49999', 0).kind).toBe('wait');
    expect(limiter.take('caller 49999', -100_000).kind).toBe('wait');
    expect(limiter.take('caller 49999', 1_000_000).kind).toBe('allowed');
  });
});

describe('a parsed value', () => {
  const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  it.each([
    ['as deep as allowed', deep(11), true],
    ['deeper', deep(12), false],
    ['with as many parts as allowed', Array(100).fill(0), true],
    ['with more', Array(101).fill(0), false],
    ['with parts that are many together', { a: Array(60).fill(0), b: Array(60).fill(0) }, false],
    ['with a prototype', JSON.parse('{"a":{"__proto__":{"x":1}}}'), false],
    ['null', null, true],
    ['text', 'x', true],
  ])('%s', (_, value, harmless) => {
    expect(isHarmless(value, 10, 100)).toBe(harmless);
  });

  it('is walked without recursion', () => {
    let value: unknown = 0;
    for (let i = 0; i < 1_000_000; i++) value = [value];
    expect(isHarmless(value, 10, 100)).toBe(false);
    expect(isHarmless(value, 2_000_000, 2_000_000)).toBe(true);
  });
});
