/** Facts of several messages become one set: what is said later replaces what was said before, and the change is shown. */
import type { Fact, FactName, Facts } from '../model/facts.ts';

const SHOWN_MAX = 80;
/** Lists and records are put into words later, so they must stay whole. */
const JSON_MAX = 2_000;

/** Which older facts a newer one makes void: the other view of the same date, the status of another version. */
const REPLACES: { [N in FactName]?: readonly FactName[] } = {
  stoppedSince: ['stoppedDays'],
  stoppedDays: ['stoppedSince'],
  lastAzureSync: ['lastAzureSyncDays'],
  lastAzureSyncDays: ['lastAzureSync'],
  subscriptionStateSince: ['subscriptionStateDays'],
  subscriptionStateDays: ['subscriptionStateSince'],
  k8sVersion: ['k8sMinorStatus', 'k8sMinorReleasedOn'],
  azureLocalRelease: ['hostOsSupported'],
  hostOsVersion: ['hostOsSupported'],
};

export function mergeFacts(before: Facts, later: Facts): Facts {
  const merged: Record<string, Fact | undefined> = { ...before };
  for (const name of Object.keys(later) as FactName[]) {
    if (later[name]?.approx && before[name] && !before[name].approx) continue;
    for (const stale of REPLACES[name] ?? [])
      if (!later[stale] && !sameValue(before[name], later[name])) delete merged[stale];
    merged[name] = later[name] as Fact;
  }
  if (later.clusterRunState?.value === 'running' && !later.stoppedDays && !later.stoppedSince && isDenial(later)) {
    for (const name of OF_A_STOP) delete merged[name];
  }
  if (later.subscriptionState?.value === 'active') {
    // "It was another subscription": what was told of its suspension goes with it.
    if (!later.subscriptionStateSince) delete merged.subscriptionStateSince;
    if (!later.subscriptionStateDays) delete merged.subscriptionStateDays;
  }
  return merged as Facts;
}

/** What is told of a stop, and goes with it. */
export const OF_A_STOP: readonly FactName[] = ['stoppedDays', 'stoppedSince', 'stopMethod', 'allNodesDeallocated'];

/** "It was running the whole time" takes a stop back; "it runs again since Monday" does not. */
export const isDenial = (facts: Facts): boolean =>
  /\b(never|always|whole time|all the time|all year|all along|not stopped|wasn't|was not)\b/i.test(
    facts.clusterRunState?.evidence ?? '',
  );

const sameValue = (a: Fact | undefined, b: Fact | undefined): boolean =>
  JSON.stringify(a?.value) === JSON.stringify(b?.value);

/** What changed between two sets of facts, for people; derived facts are left out. */
export function changedFacts(before: Facts, after: Facts): { fact: FactName; from: string | null; to: string }[] {
  return (Object.keys(after) as FactName[])
    .filter((name) => after[name]?.source !== 'assumed' && !sameValue(before[name], after[name]))
    .map((name) => ({
      fact: name,
      from: before[name] ? shownValue(before[name].value) : null,
      to: shownValue(after[name]?.value),
    }));
}

export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const max = typeof value === 'string' ? SHOWN_MAX : JSON_MAX;
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
