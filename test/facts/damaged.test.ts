import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { BARS, type Damage, HARMFUL, HARMLESS, LISTS } from './damages.ts';
import { PASTES as FIRST_FORMS, type Paste } from './pastes.ts';
import { OTHER_FORMS } from './pastes-other-forms.ts';

const PASTES: readonly Paste[] = [...FIRST_FORMS, ...OTHER_FORMS];

/** Error texts, and the days that are another view of a date. */
const UNLISTED = ['errorSignatures', 'lastAzureSyncDays'];

const read = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(readFacts(text, { today: '2026-11-20' }).facts)
      .filter(([name, fact]) => !UNLISTED.includes(name) && !fact.approx)
      .map(([name, fact]) => [name, fact.value]),
  );

const cutAfter = (share: number) => (text: string) => {
  const rows = text.split('\n');
  return rows.slice(0, Math.max(1, Math.round(rows.length * share))).join('\n');
};
/** A list that was cut between two rows looks like a shorter list. */
const COUNTS = ['nodeCount', 'nodesNotReady', 'nodeOs'];
/** What a damage may change besides: letters of a name are read as they stand. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  'cut lines': COUNTS,
  'cut lines with dots': COUNTS,
  'a middle that is missing': COUNTS,
  'without its first line': COUNTS,
  'letters of a scan': ['clusterName'],
};

/** Facts whose value stands in the words that they were read from. */
const CITED = ['k8sVersion', 'kubectlVersion', 'aksRelease', 'clusterName'] as const;

/** Everything that leaves a paste of this form whole. */
const mild = ({ form }: Paste): Record<string, Damage> => ({
  ...HARMLESS,
  ...(form === 'table' ? BARS : {}),
  ...(form === 'list' ? LISTS : {}),
});

describe('pastes', () => {
  it.each(
    PASTES.flatMap((paste) =>
      Object.entries(mild(paste)).map(([name, damage]) => [paste.name, name, paste, damage] as const),
    ),
  )('%s: reads the same with %s', (_paste, _damage, paste, damage) => {
    expect(read(damage(paste.text))).toEqual(paste.facts);
    const { facts } = readFacts(damage(paste.text), { today: '2026-11-20' });
    for (const name of CITED) if (facts[name]) expect(facts[name].evidence).toContain(facts[name].value);
  });

  it('are read as they are or not at all where a part is broken', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PASTES),
        fc.constantFrom(...Object.entries(HARMFUL)),
        fc.constantFrom(...Object.values(HARMLESS)),
        (paste, [name, damage], client) => {
          for (const [fact, value] of Object.entries(read(client(damage(paste.text)))))
            if (!CHANGED[name]?.includes(fact))
              expect(value, `${paste.name}, ${name}: ${fact}`).toEqual(paste.facts[fact]);
        },
      ),
      { numRuns: 1_200 },
    );
  });

  it('tell nothing else where their end is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PASTES), fc.double({ min: 0.2, max: 1, noNaN: true }), (paste, share) => {
        for (const [fact, value] of Object.entries(read(cutAfter(share)(paste.text))))
          if (!COUNTS.includes(fact)) expect(value, `${paste.name}: ${fact}`).toEqual(paste.facts[fact]);
      }),
      { numRuns: 300 },
    );
  });

  it('do not disturb one another', () => {
    const [version, nodes] = ['kubectl version', 'kubectl get nodes -o wide'].map((name) =>
      PASTES.find((paste) => paste.name === name),
    );
    const silent = PASTES.filter((paste) => Object.keys(paste.facts).length === 0);
    for (const other of silent) {
      const text = `${version?.text}\n\n${other.text}\n\n${nodes?.text}`;
      expect(read(text), other.name).toEqual({ ...version?.facts, ...nodes?.facts });
    }
  });
});
