/**
 * Lines as a program printed them: what a chat client put in front of each (quotation marks, the time of day) is blanked,
 * and the blank lines that it put between all of them are left out. Offsets stay, so evidence is cut from the original.
 */
import { type Document, fold, type Line, linesOf } from './document.ts';

const PREFIXES: readonly RegExp[] = [
  /^\s{0,3}(?:>\s?)+(?!>)/,
  /^\s{0,3}\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\]?\s{1,4}/i,
  /^\s{0,3}\|\s/,
];
/** One line with such a beginning may be the program's own. */
const PREFIXED_MIN = 2;
/** A list of so many lines, each followed by a blank one, was spread by the client. */
const SPREAD_MIN = 4;

export function programLines(doc: Document): { doc: Document; lines: Line[] } {
  const text = withoutPrefixes(doc.text);
  const plain = text === doc.text ? doc : { ...doc, text, low: fold(text) };
  return { doc: plain, lines: withoutSpread(linesOf(plain)) };
}

function withoutPrefixes(text: string): string {
  if (!/^\s{0,3}(?:>|\[?\d{1,2}:\d{2}|\|)/m.test(text)) return text;
  const lines = text.split('\n');
  for (const re of PREFIXES) {
    for (let i = 0; i < lines.length; i++) {
      let last = i;
      while (last < lines.length && re.test(lines[last] ?? '')) last++;
      if (last - i >= PREFIXED_MIN)
        for (let k = i; k < last; k++) lines[k] = (lines[k] ?? '').replace(re, (found) => ' '.repeat(found.length));
      i = Math.max(i, last - 1);
    }
  }
  return lines.join('\n');
}

const isBlank = (line: Line | undefined): boolean => line !== undefined && line.raw.trim() === '';

/** Blank lines of stretches in which every other line is blank. */
function withoutSpread(lines: Line[]): Line[] {
  const dropped = new Set<Line>();
  for (let i = 0; i < lines.length; ) {
    let last = i;
    while (!isBlank(lines[last]) && isBlank(lines[last + 1]) && last + 2 < lines.length && !isBlank(lines[last + 2]))
      last += 2;
    if ((last - i) / 2 + 1 >= SPREAD_MIN) for (let k = i + 1; k < last; k += 2) dropped.add(lines[k] as Line);
    i = Math.max(last, i) + 1;
  }
  return dropped.size === 0 ? lines : lines.filter((line) => !dropped.has(line));
}
