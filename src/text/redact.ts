/**
 * Masks credentials, and for public texts also pseudonymises people, hosts, addresses and ids. Runs on entry, before store,
 * log, search or card. Time is linear in the length, also for text written to be slow; the result is stable under a second run.
 */
import { blockSpans, framelessSpans } from './redact/blocks.ts';
import { KEYS, keySpans, NAMED_KEYS } from './redact/keys.ts';
import { type Known, type Pseudonyms, pseudonymised } from './redact/people.ts';
import { SHAPES } from './redact/shapes.ts';
import { joined, outsideMarks, replaced, type Span, shapeSpans, withoutMarks } from './redact/span.ts';

export type { Known, Pseudonyms } from './redact/people.ts';

/** `private`: a ticket with Microsoft. `public`: a GitHub issue or the text of a search. */
export type Profile = 'private' | 'public';

export type Redaction = {
  text: string;
  /** Credentials by kind: these must be rotated, because they have been pasted. */
  masked: { kind: string; count: number }[];
  /** What the public profile gave another name, by kind. */
  renamed: { kind: string; count: number }[];
};

export type RedactOptions = {
  /** Names given so far in this record, so that one thing keeps one name over several texts. Grows. */
  pseudonyms?: Pseudonyms;
  /** Words of the record that are private though their form does not show it: a person's or a cluster's name. */
  known?: readonly Known[];
};

/** Credentials become `[masked: kind]`; the public profile also turns what identifies somebody into `<sub-1>`, `<host-2>` … */
export function redact(
  text: string,
  profile: Profile,
  { pseudonyms = new Map(), known = [] }: RedactOptions = {},
): Redaction {
  const open = withoutMarks(text);
  // Who says best what it is comes first: the key, then the form, then the mere look of it.
  const found = [
    keySpans(open, NAMED_KEYS),
    blockSpans(open),
    shapeSpans(open, SHAPES),
    framelessSpans(open),
    keySpans(open, KEYS),
  ].flat();
  const spans = outsideMarks(open, joined(found));
  const masked = replaced(text, spans, ({ kind }) => `[masked: ${kind}]`);
  const credentials = counted(spans);
  if (profile === 'private') return { text: masked, masked: credentials, renamed: [] };
  const names = pseudonymised(masked, { pseudonyms, known });
  return { text: names.text, masked: credentials, renamed: counted(names.spans) };
}

function counted(spans: readonly Span[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of spans) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
