/** What the running bot does by itself once a day: deletes what is too old, and looks at itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import { type Finding, LEVELS, worst } from './checks.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const DAY_MS = 86_400_000;
/** Right after the start everything else is busy, too. */
const FIRST_AFTER_MS = 60_000;

export type DailyNeeds = {
  store: Store;
  retentionDays: number;
  checks(): Promise<Finding[]>;
  log: Log;
  metrics: Metrics;
  now(): Date;
};

/** Deletes records, drafts and conversations that nobody has touched for so many days; one replica at a time. */
export async function retain({ store, retentionDays, log, metrics, now }: Omit<DailyNeeds, 'checks'>): Promise<number> {
  const before = new Date(now().getTime() - retentionDays * DAY_MS).toISOString();
  const gone = await store.exclusive('retention', () => store.records.prune(before));
  metrics.pruned.inc(gone);
  log.info('retention', { count: gone, days: retentionDays });
  return gone;
}

export async function selfCheck({
  checks,
  log,
  metrics,
}: Pick<DailyNeeds, 'checks' | 'log' | 'metrics'>): Promise<void> {
  const findings = await checks();
  for (const check of new Set(findings.map((one) => one.check))) {
    metrics.checks.set({ check }, LEVELS.indexOf(worst(findings.filter((one) => one.check === check))));
  }
  for (const { check, level, said } of findings)
    if (level !== 'fine') log.warn('check', { check, outcome: level, said });
}

/** Runs until the signal ends it; a bad day does not end it. */
export async function runDaily(needs: DailyNeeds, signal: AbortSignal): Promise<void> {
  for (let wait = FIRST_AFTER_MS; await pause(wait, signal); wait = DAY_MS) {
    for (const work of [() => selfCheck(needs), () => retain(needs)]) {
      try {
        await work();
      } catch (error) {
        needs.log.error('daily.failed', error);
      }
    }
  }
}

/** False where the signal came first. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}
