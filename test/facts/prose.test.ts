import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import type { FactName } from '../../src/model/facts.ts';
import { azure } from './tables/azure.ts';
import { changes } from './tables/changes.ts';
import { counted } from './tables/counted.ts';
import { hosts } from './tables/host.ts';
import { messages } from './tables/messages.ts';
import { nodeChange } from './tables/node-change.ts';
import { pastedOutputs } from './tables/pasted.ts';
import { people } from './tables/people.ts';
import type { Row } from './tables/row.ts';
import { runState } from './tables/run-state.ts';
import { said } from './tables/said.ts';
import { toldAbroad } from './tables/told-abroad.ts';
import { toldAfter } from './tables/told-after.ts';
import { toldAzure } from './tables/told-azure.ts';
import { toldCause } from './tables/told-cause.ts';
import { toldChanges } from './tables/told-changes.ts';
import { toldContact } from './tables/told-contact.ts';
import { toldMarks } from './tables/told-marks.ts';
import { toldMixed } from './tables/told-mixed.ts';
import { toldMore } from './tables/told-more.ts';
import { toldNothing } from './tables/told-nothing.ts';
import { toldPlainly } from './tables/told-plainly.ts';
import { toldPower } from './tables/told-power.ts';
import { toldShort } from './tables/told-short.ts';
import { toldStops } from './tables/told-stops.ts';
import { CALLS_FOR_HELP, toldStories } from './tables/told-stories.ts';
import { toldVersions } from './tables/told-versions.ts';
import { toldWhose } from './tables/told-whose.ts';
import { versions } from './tables/versions.ts';
import { wordings } from './tables/wordings.ts';

const TODAY = '2026-11-20';

/** The value read, in the form of the tables: `null` for unset, and for no change at all. */
function valueRead(text: string, fact: FactName): unknown {
  const read = readFacts(text, { today: TODAY }).facts[fact];
  // A suspected change is no change.
  const value = fact === 'nodeChange' && read?.approx ? null : (read?.value ?? null);
  return fact === 'nodeChange' && Array.isArray(value) && value.length === 0 ? null : value;
}

const tables: Record<string, readonly Row[]> = {
  versions,
  runState,
  azure,
  nodeChange,
  hosts,
  said,
  messages,
  wordings,
  pastedOutputs,
  people,
  changes,
  toldChanges,
  toldStops,
  toldAzure,
  toldShort,
  toldMarks,
  toldMixed,
  toldAfter,
  toldMore,
  toldNothing,
  counted,
  toldPower,
  toldContact,
  toldWhose,
  toldVersions,
  toldCause,
  toldPlainly,
  toldStories,
  toldAbroad,
};

describe.each(Object.entries(tables))('reads %s in prose', (_name, rows) => {
  it.each(rows)('%s', (text, expected) => {
    for (const [fact, value] of Object.entries(expected)) {
      const read = valueRead(text, fact as FactName);
      if (fact === 'nodeChange' && Array.isArray(value)) {
        expect(read, fact).toHaveLength(value.length);
        expect(read, fact).toMatchObject(value);
      } else expect(read, fact).toEqual(value);
    }
  });
});

describe('on whose word a node was changed', () => {
  it.each(CALLS_FOR_HELP)("is not Microsoft's: %s", (text) => {
    const [change] = readFacts(text, { today: TODAY }).facts.nodeChange?.value ?? [];
    expect(change).toMatchObject({ via: 'hyperv-api' });
    expect(change?.directedByMicrosoft ?? false).toBe(false);
    expect(change?.documentedByMicrosoft ?? false).toBe(false);
  });
});

describe('a version with question marks', () => {
  const isGuess = (text: string) => readFacts(text, { today: TODAY }).facts.k8sVersion?.approx;

  it.each([
    'one of us says we run 1.29, the other one says 1.33',
    'should be something with 1.33 for the cluster, at least I believe so',
    'cluster version is 1.33, from memory',
  ])('is a guess: %s', (text) => expect(isGuess(text)).toBe(true));

  it('is a guess, but not where the question is answered', () => {
    expect(isGuess('cluster is on 1.33.5?? not sure')).toBe(true);
    expect(isGuess('cluster is on 1.33.5?? yes maybe')).toBe(true);
    expect(isGuess('1.33.5?? yes we upgraded all the way up')).toBe(false);
  });
});

describe('bounds', () => {
  const days = (text: string) => readFacts(text, { today: TODAY }).facts.stoppedDays;

  it('gives certain bounds to a month', () => {
    expect(days('cluster is off since september')).toMatchObject({ approx: true, min: 51, max: 80 });
  });
  it('gives a lower bound to "more than two months"', () => {
    const fact = days('cluster is off for more than two months');
    expect(fact).toMatchObject({ approx: true });
    expect(fact?.min).toBeGreaterThan(55);
    expect(fact?.max).toBeUndefined();
  });
  it('gives no lower bound to a stop of some past month that is over', () => {
    for (const text of [
      'we pulled the plug on the whole rack in September, now back',
      'cluster was off in July, runs again',
      'We had the nodes off from September, they came back in the same week',
    ])
      expect(days(text), text).toMatchObject({ approx: true, min: 0 });
  });
  it('gives no bounds to a guess', () => {
    for (const text of ['it was off for about a month', 'the cluster was stopped 30 to 40 days']) {
      expect(days(text), text).toMatchObject({ approx: true });
      expect(days(text)?.min, text).toBeUndefined();
    }
  });
  it('takes a version that its writer doubts for a guess', () => {
    const version = (text: string) => readFacts(text, { today: TODAY }).facts.k8sVersion;
    expect(version('k8s is 1.32 i think?? not sure')).toMatchObject({ value: '1.32', approx: true });
    expect(version('k8s is 1.32 I think')).toMatchObject({ value: '1.32', approx: false });
  });
  it('bounds a date whose order of day and month is open', () => {
    expect(days('cluster is stopped since 10/11/2026')).toMatchObject({ approx: true, min: 10, max: 40 });
  });
});

describe('known empty', () => {
  it('knows that nothing was changed when somebody says so', () => {
    const fact = readFacts('nobody touched the VMs', { today: TODAY }).facts.nodeChange;
    expect(fact).toMatchObject({ value: [], source: 'typed', evidence: 'nobody touched the VMs' });
  });
  it('leaves it open when nobody says anything', () => {
    expect(readFacts('dns is slow', { today: TODAY }).facts.nodeChange).toBeUndefined();
  });
  it.each([
    'the hypervisor people did "some vlan work" on VMs, I have no idea whether on our machines',
    'maybe a colleague fiddled in Hyper-V, no clue',
    'somebody touched VMs yesterday, I do not know if ours',
    'the infra team had a change window on our VMs. Nobody knows what they did.',
  ])('leaves it open on a mere suspicion: %s', (text) => {
    expect(readFacts(text, { today: TODAY }).facts.nodeChange).toMatchObject({ approx: true });
  });

  it.each([
    'maybe we should change the memory of the VMs?',
    'they worked on the hosts only, maybe firmware',
    'maybe it is DNS',
  ])('suspects nothing: %s', (text) => expect(readFacts(text, { today: TODAY }).facts.nodeChange).toBeUndefined());
});

describe('conflicts', () => {
  it('reports two statements that cannot both hold and uses the later one', () => {
    const { facts, conflicts } = readFacts('cluster is on 1.31.13. The cluster runs 1.33.5.', { today: TODAY });
    expect(facts.k8sVersion?.value).toBe('1.33.5');
    expect(conflicts).toMatchObject([{ fact: 'k8sVersion', used: '1.33.5', other: '1.31.13' }]);
  });
  it('sees none between a minor and its patch version', () => {
    const { facts, conflicts } = readFacts('k8s 1.33 here, to be exact 1.33.5', { today: TODAY });
    expect(facts.k8sVersion?.value).toBe('1.33.5');
    expect(conflicts).toEqual([]);
  });
});
