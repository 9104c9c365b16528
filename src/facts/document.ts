import { matchesOf } from './matches.ts';
/**
 * One message, made ready for reading. `low` has the same length as `text`, so an offset found in one is an offset of
 * the other: patterns are written once, in lower case and without accents, and evidence is cut from the original.
 */

/** What is read of one message; the rest is reported as not read. */
export const READ_MAX = 64_000;
/** Longest evidence kept with a fact. */
export const EVIDENCE_MAX = 160;

export type Span = { start: number; end: number };

/** Everything a reader of prose looks at; `low` has program output blanked. */
export type Passage = Span & {
  /** Folded words of this passage. */
  low: string;
  /** Where a clause begins and ends, offsets in the document; they cover the passage. */
  clauses: readonly Clause[];
  /** Position among the sentences of the message. */
  index: number;
  isQuestion: boolean;
};
export type Clause = Span & { low: string };

export type Document = { text: string; low: string; today: string };

const FOLDED: Record<string, string> = { ß: 's', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd' };

function foldCharacter(c: string): string {
  const base = FOLDED[c] ?? c.normalize('NFD').charAt(0);
  return base.length === c.length ? base : c;
}

/**
 * Lower case without accents, every character still at its place. Voiced kana lose their mark as letters lose an accent, so patterns
 * write まて for まで.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, lowerOrSame).join('');
  return same.replace(/[^\n -~]/gu, foldCharacter);
}

function lowerOrSame(c: string): string {
  const lower = c.toLowerCase();
  return lower.length === c.length ? lower : c;
}

/** The words of the message from `start` to `end`, at most `EVIDENCE_MAX` characters, without blank edges. */
export function evidenceOf(text: string, start: number, end: number): string {
  return text.slice(start, Math.min(end, start + EVIDENCE_MAX)).trim();
}

/** Blanks the spans, keeps line ends, keeps every other offset. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

export type Line = Span & { raw: string; low: string };

export function linesOf(doc: Document): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of doc.text.split('\n')) {
    lines.push({ start, end: start + raw.length, raw, low: doc.low.slice(start, start + raw.length) });
    start += raw.length + 1;
  }
  return lines;
}

// A full stop ends no sentence after these; days of the month ("5. Oktober") are handled by the digit rule.
const ABBREVIATION =
  /(?:^|[^a-z])(?:ca|approx|acc|incl|excl|resp|e\.g|i\.e|eg|ie|etc|vs|nr|z\.b|bzw|ggf|inkl|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez|std|min|max|dept|ver|vers|mr|mrs|dr|prof)$/;
const MONTH_SHORT = /\d (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)$/;
/** "Your engineer Mr. A. asked": an initial behind a title. */
const INITIAL = /\b(?:mr|mrs|ms|dr|herr|frau)\.? [a-z]$/;
/** A sentence is cut here: a wall of text without a stop is read in pieces, so the work stays linear. */
const PASSAGE_MAX = 1_200;
/** A line this long that ends without a stop is taken as wrapped by the mail program, not as a sentence of its own. */
const WRAPPED_LINE_MIN = 60;

function endsSentence(low: string, i: number, text: string): boolean {
  const c = low[i];
  const next = low[i + 1] ?? '\n';
  if (c === '!' || c === '?') return !/[!?)"']/.test(next) || next === '\n';
  if (c !== '.') return false;
  if (!/[\s)"']/.test(next)) return false;
  // "SCVMM > hosts > wk-0... > Hardware": a path goes on behind a shortened name.
  if (/^\s[>»→]/.test(low.slice(i + 1, i + 3))) return false;
  const before = low.slice(Math.max(0, i - 12), i);
  if (
    /\d$/.test(before) &&
    (isMonthNext(low, i + 1) || /^\s+(?:bis|und|oder) \d{1,2}\./.test(low.slice(i + 1, i + 10)))
  )
    return false;
  // "Am 15.09. gesperrt": a date without a year goes on in lower case.
  if (/\b(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])$/.test(before) && /^\s+[a-z]/.test(text.slice(i + 1, i + 4)))
    return false;
  // "… until 6 Nov. Since then": a month's short name may end the sentence.
  if (MONTH_SHORT.test(before) && /^\s+[A-Z][a-z]/.test(text.slice(i + 1, i + 5))) return true;
  return !ABBREVIATION.test(before) && !INITIAL.test(before);
}

const isMonthNext = (low: string, i: number): boolean =>
  /^\s+(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec)/.test(low.slice(i, i + 6));

function isHardBreak(low: string, i: number, lineStart: number): boolean {
  const next = low.slice(i + 1, i + 2);
  if (next === '\n' || next === '') return true;
  const line = low.slice(lineStart, i).trimEnd();
  return !(line.length >= WRAPPED_LINE_MIN && /[a-z0-9,]$/.test(line) && /[a-z]/.test(next));
}

const CLAUSE_BREAK =
  /[,;:()]|\s-{1,2}>?\s|\.{2,}|\s(?:but|and|then|while|whereas|because|so|aber|und|sondern|weil|mais|et|pero|y)\s/g;

function clausesOf(low: string, start: number): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const push = (to: number): void => {
    if (low.slice(from, to).trim() !== '')
      clauses.push({ start: start + from, end: start + to, low: low.slice(from, to) });
    from = to;
  };
  for (const m of matchesOf(CLAUSE_BREAK, low)) {
    // A colon or comma inside a number or a time belongs to it.
    // "Newest: 1.33.5" is one statement.
    if (m[0] === ':' && /^:\s?v?\d/.test(low.slice(m.index, m.index + 4))) continue;
    if (/\d/.test(low[m.index - 1] ?? '') && /\d/.test(low[m.index + 1] ?? '') && m[0].length === 1) continue;
    push(m.index);
  }
  push(low.length);
  return clauses;
}

/** A remark in brackets belongs to its sentence, also with a stop or question mark inside. */
const BRACKET_MAX = 150;

function closingBracket(low: string, open: number): number {
  const close = low.slice(open, open + BRACKET_MAX).search(/\)|\n\n/);
  return close > 0 && low[open + close] === ')' ? open + close : -1;
}

/** Sentences of folded prose, each with its clauses; `text` is the same prose with its capitals. */
export function passagesOf(low: string, text: string = low): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  let lineStart = 0;
  let closes = -1;
  const push = (end: number): void => {
    const words = low.slice(start, end);
    if (words.trim() !== '') {
      const isQuestion = /\?\s*["')\]]*\s*$/.test(words);
      passages.push({ start, end, low: words, clauses: clausesOf(words, start), index: passages.length, isQuestion });
    }
    start = end;
  };
  for (let i = 0; i < low.length; i++) {
    const c = low[i];
    if (c === '\n') {
      if (isHardBreak(low, i, lineStart)) push(i + 1);
      lineStart = i + 1;
    } else if (c === ')' && isItemNumber(low, i, start)) push(low.lastIndexOf(' ', i));
    else if (i - start > PASSAGE_MAX && (c === ' ' || i - start > 2 * PASSAGE_MAX)) push(i + 1);
    else if (c === '(') closes = closingBracket(low, i);
    else if ((c === '.' || c === '!' || c === '?') && i > closes && endsSentence(low, i, text)) push(i + 1);
  }
  push(low.length);
  return passages;
}

/** "1) … 2) …": the second item begins a sentence of its own. */
const isItemNumber = (low: string, i: number, start: number): boolean =>
  /\s[2-9]$/.test(low.slice(i - 2, i)) &&
  /^\)\s/.test(low.slice(i, i + 2)) &&
  /(?:^|\s)1\)\s/.test(low.slice(Math.max(0, start - ITEM_REACH), i)) &&
  i - 2 > start;
/** How far back the first item of a list in one line may stand. */
const ITEM_REACH = 600;

export const clauseAt = (passage: Passage, at: number): Clause =>
  passage.clauses.find((c) => at < c.end) ?? { start: passage.start, end: passage.end, low: passage.low };

/** Characters around the words in question that are kept as evidence. */
const AROUND = 40;
/** The words in question and a few around them, inside their sentence. */
export function evidenceSpan(p: Passage, start: number, end: number): Span {
  const from = Math.max(p.start, start - AROUND);
  const to = Math.min(p.end, end + AROUND);
  const left = from === p.start ? 0 : p.low.slice(from - p.start, start - p.start).search(/\s/) + 1;
  const tail = p.low.slice(end - p.start, to - p.start);
  const right = to === p.end ? tail.length : Math.max(tail.lastIndexOf(' '), 0);
  return { start: from + left, end: end + right };
}
