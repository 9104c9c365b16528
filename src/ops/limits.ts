/** How much one caller may ask of us. Pure but for the clock, which is an argument. */

/** Buckets kept at once; the least recently used goes first, so an attacker with many ids costs no memory. */
const BUCKETS_MAX = 10_000;

export type RateLimit = {
  /** Tokens a bucket holds: how many may come at once. */
  burst: number;
  /** Tokens that flow back each second. */
  perSecond: number;
};

export type Limiter = {
  /** Takes one token of `key`; otherwise tells in how many seconds there is one. */
  take(key: string, nowMs: number): { kind: 'allowed' } | { kind: 'wait'; seconds: number };
};

export function createLimiter({ burst, perSecond }: RateLimit): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, nowMs) {
      const before = buckets.get(key) ?? { tokens: burst, at: nowMs };
      const tokens = Math.min(burst, before.tokens + (Math.max(0, nowMs - before.at) / 1000) * perSecond);
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: nowMs });
      if (buckets.size > BUCKETS_MAX) buckets.delete(buckets.keys().next().value ?? '');
      return tokens >= 1 ? { kind: 'allowed' } : { kind: 'wait', seconds: Math.ceil((1 - tokens) / perSecond) };
    },
  };
}

/**
 * True where a parsed JSON value is nested no deeper and holds no more parts than allowed, and names no prototype. Walks with a
 * list, not by recursion.
 */
export function isHarmless(value: unknown, depthMax: number, partsMax: number): boolean {
  let parts = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthMax) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      if (Object.hasOwn(one, '__proto__')) return false;
      for (const part of Object.values(one)) next.push(part);
    }
    parts += next.length;
    if (parts > partsMax) return false;
    level = next;
  }
  return true;
}
