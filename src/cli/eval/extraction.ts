/** Facts read from text against the facts a person reads in it. */

import { readFacts } from '../../facts/read.ts';
import type { Facts } from '../../model/facts.ts';
import { plainText } from '../../text/clean.ts';
import { share, shown, Tally, table } from './figures.ts';
import type { ExtractionRow } from './rows.ts';

export type ExtractionFigures = {
  right: number;
  of: number;
  byFact: Tally;
  failures: { id: string; fact: string; expected: unknown; read: unknown }[];
};

export function evalExtraction(rows: ExtractionRow[], today: string): ExtractionFigures {
  const byFact = new Tally();
  const failures: ExtractionFigures['failures'] = [];
  let right = 0;
  for (const row of rows) {
    const { facts } = readFacts(plainText(row.text), { today });
    let ok = true;
    for (const [name, expected] of Object.entries(row.expect)) {
      const read = settledValue(facts, name);
      const same = agrees(read, expected);
      byFact.add(name, same);
      if (!same) failures.push({ id: row.id, fact: name, expected, read: read ?? null });
      ok &&= same;
    }
    if (ok) right += 1;
  }
  return { right, of: rows.length, byFact, failures };
}

/** A guess counts as unset. */
function settledValue(facts: Facts, name: string): unknown {
  const fact = facts[name as keyof Facts];
  return fact && !fact.approx ? fact.value : undefined;
}

/** Compares as the sets ask: null is unset, text without regard to case, lists entry by entry over the keys given. */
export function agrees(read: unknown, expected: unknown): boolean {
  if (expected === null) return read === undefined || read === null || (Array.isArray(read) && read.length === 0);
  if (Array.isArray(expected)) {
    if (!Array.isArray(read) || read.length !== expected.length) return false;
    const left = [...read];
    return expected.every((entry) => {
      const at = left.findIndex((candidate) => agrees(candidate, entry));
      if (at < 0) return false;
      left.splice(at, 1);
      return true;
    });
  }
  if (typeof expected === 'object') {
    return (
      typeof read === 'object' &&
      read !== null &&
      Object.entries(expected).every(([key, value]) => agrees((read as Record<string, unknown>)[key], value))
    );
  }
  if (typeof expected === 'string') return typeof read === 'string' && read.toLowerCase() === expected.toLowerCase();
  return read === expected;
}

export function printExtraction(figures: ExtractionFigures): string {
  const rows = figures.byFact.entries().map(([fact, value]) => [fact, shown(value)]);
  const failed = figures.failures.map(
    ({ id, fact, expected, read }) =>
      `  ${id} ${fact}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(read)}`,
  );
  return [
    `Extraction, cases with every fact right: ${shown(share(figures.right, figures.of))}`,
    '',
    table(['fact', 'right'], rows),
    ...(failed.length > 0 ? ['', 'Not as expected:', ...failed] : []),
  ].join('\n');
}
