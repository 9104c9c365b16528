/**
 * Text to facts: program output is recognised first and taken out, prose is read sentence by sentence, then everything
 * is merged. Nothing is guessed: what is planned, denied, asked or another cluster's is no fact of this one.
 */
import { plainText } from '../text/clean.ts';
import { blank, type Document, fold, linesOf, READ_MAX } from './document.ts';
import type { Clock, Found, Output, Reading } from './found.ts';
import { merge } from './merge.ts';
import { outputsIn } from './outputs/index.ts';
import { factsInProse } from './prose/index.ts';
import { proseOf } from './stance.ts';

export type { Clock, Reading } from './found.ts';

/** Most outputs that are listed. */
const OUTPUTS_MAX = 40;
/** Kinds that only keep text away from the prose readers. */
const SILENT = new Set(['path', 'json', 'log', 'error', 'version-line']);

const documentOf = (text: string, today: string): Document => ({ text, low: fold(text), today });

function listed(doc: Document, outputs: readonly Output[]): Reading['outputs'] {
  const kinds = new Set<string>();
  return [...outputs]
    .sort((a, b) => a.start - b.start)
    .filter((o) => !SILENT.has(o.kind) && !kinds.has(o.kind) && kinds.add(o.kind))
    .slice(0, OUTPUTS_MAX)
    .map((o) => ({ kind: o.kind, evidence: doc.text.slice(o.start, Math.min(o.end, o.start + 160)).trim() }));
}

/** Facts of the affected cluster in a message, with the words they were read from. Never throws. */
export function readFacts(input: string, clock: Clock): Reading {
  const clean = plainText(input);
  const notRead: string[] = [];
  if (clean.length > READ_MAX) notRead.push(`Only the first ${READ_MAX} characters were read of ${clean.length}.`);
  const doc = documentOf(clean.slice(0, READ_MAX), clock.today);
  const outputs = outputsIn(doc, linesOf(doc));
  const prose = proseOf(doc, blank(doc.low, outputs));
  const found: Found[] = [...outputs.flatMap((o) => o.found), ...factsInProse(prose)];
  const { facts, conflicts, undecided } = merge(doc, found, prose.focus);
  for (const name of undecided)
    notRead.push(`Several clusters are shown and none is named as the affected one: ${name} is left open.`);
  return { facts, conflicts, outputs: listed(doc, outputs), notRead };
}
