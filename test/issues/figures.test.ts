import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { evalSearch } from '../../src/cli/eval/search.ts';

it('the development questions keep their figures', async () => {
  vi.stubEnv('TRIAGE_TODAY', '2026-11-20');
  const { figures, text } = await evalSearch(join(import.meta.dirname, 'development'));
  const { found, linked } = figures['search_own.jsonl'] as (typeof figures)[string];
  expect(found.all?.five.right, text).toBeGreaterThanOrEqual(47);
  expect(linked.right, text).toBeLessThanOrEqual(5);
  vi.unstubAllEnvs();
});
