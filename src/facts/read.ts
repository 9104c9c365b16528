/**
 * Text to facts: program output is recognised first and taken out, prose is read sentence by sentence, then everything
 * is merged. Nothing is guessed: what is planned, denied, asked or another cluster's is no fact of this one.
 */
import { plainText } from '../text/clean.ts';
import { remembered } from '../text/remembered.ts';
import { errorSignatures, isTelling } from '../text/signatures.ts';
import { affectedAmong } from './affected.ts';
import { blank, type Document, fold, type Line, linesOf, READ_MAX } from './document.ts';
import { type Clock, type Found, type Output, pasted, type Reading } from './found.ts';
import { merge } from './merge.ts';
import { outputsIn } from './outputs/index.ts';
import { previewVersions } from './outputs/version-lists.ts';
import { programLines } from './plain-lines.ts';
import { factsInProse } from './prose/index.ts';
import { oldQuotes } from './quoted.ts';
import { proseOf } from './stance.ts';

export type { Clock, Reading } from './found.ts';

/** Most error messages that are kept, and the longest line that is taken for one. */
const SIGNATURES_MAX = 5;
const SIGNATURE_LINE_MAX = 600;
/** Most outputs that are listed. */
const OUTPUTS_MAX = 40;
/** Kinds that only keep text away from the prose readers. */
const SILENT = new Set(['path', 'json', 'log', 'error', 'version-line', 'command']);

const documentOf = (text: string, today: string): Document => ({ text, low: fold(text), today });

function listed(doc: Document, outputs: readonly Output[]): Reading['outputs'] {
  const kinds = new Set<string>();
  return [...outputs]
    .sort((a, b) => a.start - b.start)
    .filter((o) => !SILENT.has(o.kind) && !kinds.has(o.kind) && kinds.add(o.kind))
    .slice(0, OUTPUTS_MAX)
    .map((o) => ({ kind: o.kind, evidence: doc.text.slice(o.start, Math.min(o.end, o.start + 160)).trim() }));
}

/** A cluster on a version that the pasted list marks as preview uses a preview. */
const previewFacts = (found: readonly Found[], lines: readonly Line[]): Found[] =>
  previewVersions(lines)
    .filter(({ version }) => found.some((f) => f.fact === 'k8sVersion' && f.value === version))
    .map(({ line }) => pasted('featureStage', 'ms-public-preview', line));

/** The first few error messages, in the form that known issues are compared in. */
function signaturesIn(lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  for (const line of lines) {
    if (found.length === SIGNATURES_MAX) break;
    if (line.raw.length > SIGNATURE_LINE_MAX || !isErrorOutput(line)) continue;
    const signature = errorSignatures(line.raw).find(isTelling);
    if (signature !== undefined) found.push(pasted('errorSignatures', [signature], line));
  }
  return found;
}

/** A message of a program, not a person's sentence about one. */
const isErrorOutput = ({ raw }: Line): boolean => /["'`]|::|\w: \w|=\w|0x|Error|Exception|rpc|x509|\[\w+\]/.test(raw);

/** Facts of the affected cluster in a message, with the words they were read from. Never throws. Shared: nobody changes them. */
export const readFacts = (input: string, { today }: Clock): Reading => reading(input, today);

const reading = remembered(readOnce);

function readOnce(input: string, today: string): Reading {
  const clean = plainText(input);
  const notRead: string[] = [];
  if (clean.length > READ_MAX) notRead.push(`Only the first ${READ_MAX} characters were read of ${clean.length}.`);
  const doc = documentOf(clean.slice(0, READ_MAX), today);
  const lines = linesOf(doc);
  const old = oldQuotes(lines, doc.today);
  const program = programLines(doc);
  const outputs = outputsIn(program.printed, program.lines).filter(
    (o) => !old.some((q) => o.start >= q.start && o.end <= q.end),
  );
  const prose = proseOf(doc, blank(program.doc.low, [...outputs, ...old]));
  const shown = outputs.flatMap((o) => o.found);
  const found: Found[] = [...shown, ...factsInProse(prose, shown), ...signaturesIn(lines)];
  const names = [...new Set(shown.flatMap((f) => (f.cluster === undefined ? [] : [f.cluster.toLowerCase()])))];
  const affected = affectedAmong(names, prose.low, prose.focus);
  const { facts, conflicts, undecided } = merge(doc, [...found, ...previewFacts(found, lines)], affected);
  for (const name of undecided)
    notRead.push(`Several clusters are shown and none is named as the affected one: ${name} is left open.`);
  return { facts, conflicts, outputs: listed(doc, outputs), notRead, words: blank(doc.text, outputs) };
}
