/** From everything that was found to one value a fact; what disagrees is reported, not hidden. */
import type { Conflict, Fact, FactName, Facts } from '../model/facts.ts';
import { type Document, evidenceOf } from './document.ts';
import { type Found, WEIGHT } from './found.ts';

/** Most conflicts that are reported: a log with fifty versions is no dialogue. */
const CONFLICTS_MAX = 10;

/** Facts that several statements fill together. */
const JOINED: readonly FactName[] = ['nodeChange', 'errorSignatures'];

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** "1.33" and "1.33.5" say the same, one of them more exactly; so do "more than a month" and 36 days. */
function agree(a: Found, b: Found): boolean {
  const [x, y] = [asText(a.value), asText(b.value)];
  if (x === y || isWithin(a, b) || isWithin(b, a)) return true;
  return (a.fact === 'k8sVersion' || a.fact === 'kubectlVersion') && (x.startsWith(`${y}.`) || y.startsWith(`${x}.`));
}

const isWithin = (exact: Found, rough: Found): boolean =>
  !exact.approx &&
  rough.approx === true &&
  typeof exact.value === 'number' &&
  (rough.min !== undefined || rough.max !== undefined) &&
  exact.value >= (rough.min ?? 0) &&
  exact.value <= (rough.max ?? Number.POSITIVE_INFINITY);

const exactness = (f: Found): number => (f.approx ? 0 : 1) * 1000 + asText(f.value).length;

/** Heavier wins, then typed over pasted, then the later one. */
function stronger(a: Found, b: Found): Found {
  if (agree(a, b)) return exactness(b) > exactness(a) ? b : a;
  if (a.weight !== b.weight) return a.weight > b.weight ? a : b;
  return b.start >= a.start ? b : a;
}

export type Merged = { facts: Facts; conflicts: Conflict[]; undecided: FactName[] };

/** The clusters whose outputs were pasted. */
const clustersIn = (found: readonly Found[]): Set<string> =>
  new Set(found.flatMap((f) => (f.source === 'pasted' && f.cluster ? [f.cluster.toLowerCase()] : [])));

/**
 * Values of other clusters than the affected one are set aside; where nobody says which is affected, only what all of them share is
 * taken.
 */
function ofAffected(
  found: readonly Found[],
  clusters: ReadonlySet<string>,
  focus: string | undefined,
): { kept: Found[]; undecided: boolean } {
  if (clusters.size < 2 || !found.some((f) => f.cluster)) return { kept: [...found], undecided: false };
  if (focus !== undefined && clusters.has(focus))
    return { kept: found.filter((f) => !f.cluster || f.cluster.toLowerCase() === focus), undecided: false };
  const outside = found.filter((f) => !f.cluster);
  const values = new Set(found.map((f) => asText(f.value)));
  if (values.size === 1 && clustersIn(found).size === clusters.size) return { kept: [...found], undecided: false };
  return { kept: outside, undecided: outside.length === 0 };
}

function factOf(doc: Document, f: Found): Fact {
  const fact: Fact = {
    value: f.value as Fact['value'],
    source: f.source,
    evidence: evidenceOf(doc.text, f.start, f.end),
    approx: f.approx ?? false,
  };
  if (f.min !== undefined) fact.min = f.min;
  if (f.max !== undefined) fact.max = f.max;
  return fact;
}

export function merge(doc: Document, found: readonly Found[], focus: string | undefined): Merged {
  const byName = new Map<FactName, Found[]>();
  for (const f of found) byName.set(f.fact, [...(byName.get(f.fact) ?? []), f]);
  const merged: Merged = { facts: {}, conflicts: [], undecided: [] };
  const clusters = clustersIn(found);
  for (const [name, all] of byName) {
    const { kept, undecided } = ofAffected(all, clusters, focus);
    if (undecided) merged.undecided.push(name);
    const [first, ...rest] = [...kept].sort((a, b) => a.start - b.start);
    if (!first) continue;
    const used = JOINED.includes(name) ? join([first, ...rest]) : rest.reduce(stronger, first);
    (merged.facts as Record<string, Fact>)[name] = factOf(doc, used);
    if (!JOINED.includes(name)) merged.conflicts.push(...conflictsOf(doc, used, kept));
  }
  merged.conflicts.splice(CONFLICTS_MAX);
  return merged;
}

function join(all: readonly Found[]): Found {
  const first = all[0] as Found;
  const values = all.flatMap((f) => f.value as unknown[]);
  const distinct = values.filter((v, i) => values.findIndex((w) => JSON.stringify(w) === JSON.stringify(v)) === i);
  const shown = all.find((f) => (f.value as unknown[]).length > 0) ?? first;
  return { ...shown, value: distinct } as Found;
}

function conflictsOf(doc: Document, used: Found, all: readonly Found[]): Conflict[] {
  const seen = new Set([asText(used.value)]);
  return all.flatMap((f) => {
    const isWeak = f.weight < WEIGHT.said || (f.approx ?? false) || (used.approx ?? false);
    if (isWeak || agree(f, used) || seen.has(asText(f.value))) return [];
    seen.add(asText(f.value));
    return [
      {
        fact: f.fact,
        used: asText(used.value),
        other: asText(f.value),
        evidence: evidenceOf(doc.text, f.start, f.end),
      },
    ];
  });
}
