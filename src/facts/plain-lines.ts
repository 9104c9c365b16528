/**
 * Lines as a program printed them: what a chat client put in front of each, the bars of its tables, the line ends and colons that it
 * took away, and the blank lines that it put between all of them are undone. Each line knows its place in the message, so evidence
 * is cut from the original.
 */
import { blank, type Document, fold, type Line, linesOf } from './document.ts';
import { asProperties } from './plain-lines/lists.ts';
import { behindClients, behindMarks } from './plain-lines/prefixes.ts';
import { withoutBars } from './plain-lines/tables.ts';

/** A list of so many lines, each followed by a blank one, was spread by the client. */
const SPREAD_MIN = 4;

/** The message without what a client put in front of its lines, and its lines as a program printed them. */
export function programLines(doc: Document): { doc: Document; printed: Document; lines: Line[] } {
  const lines = linesOf(doc);
  const own = isPlain(doc.text) ? lines : behindClients(lines);
  const heads = own.flatMap((line, i) => {
    const start = lines[i]?.start ?? line.start;
    return line.start > start ? [{ start, end: line.start }] : [];
  });
  const text = blank(doc.text, heads);
  const plain = heads.length === 0 ? doc : { ...doc, text, low: fold(text) };
  return {
    doc: plain,
    printed: withJsonQuotes(plain),
    lines: asProperties(withoutBars(withoutSpread((isPlain(doc.text) ? own : behindMarks(own)).map(asRead)))),
  };
}

/** No line begins with anything but words and blanks. */
const isPlain = (text: string): boolean =>
  !/^\s{0,8}(?:[^\sA-Za-z{}"']|[a-z]\)|[A-Za-z]{3,10},? \d{1,2}[:.])/m.test(text);

/** Python prints the objects of JSON with single quotation marks. */
const SINGLE = /'([A-Za-z@.]{2,60})'(\s{0,10}:\s{0,10})(?:'([^'"\n]{0,400})'(?=\s*[,}\]\n]|\s*$))?/g;

function withJsonQuotes(doc: Document): Document {
  if (!/'\s{0,10}:/.test(doc.text)) return doc;
  const text = doc.text.replace(SINGLE, (_, key: string, colon: string, value?: string) =>
    value === undefined ? `"${key}"${colon}` : `"${key}"${colon}"${value}"`,
  );
  return text === doc.text ? doc : { ...doc, text, low: fold(text) };
}

/** A version as a scan reads it: an l for the one, an O for the nought. */
const SCANNED = /\bv(?=[\d.]{0,6}[lIO])[1lI]\.[\dlIO]{2}\.[\dlIO]{1,2}(?![\w.])/g;
const DIGITS: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0' };

/** A line in quotation marks of code, and the colon of a Japanese or Chinese keyboard. */
const TICKED = /^\s*`[^`]+`\s*$/;

function asRead(line: Line): Line {
  if (TICKED.test(line.raw) || line.raw.includes('\uff1a')) {
    const raw = line.raw.replaceAll('\uff1a', ':').replaceAll('`', ' ');
    return { ...line, raw, low: fold(raw) };
  }
  if (!/\bv[1lI]\./.test(line.raw)) return withoutFence(line);
  const raw = line.raw.replace(SCANNED, (version) => version.replace(/[lIO]/g, (letter) => DIGITS[letter] ?? letter));
  return raw === line.raw ? line : { ...line, raw, low: fold(raw) };
}

/** What begins and ends a block of code is no row of it. */
const withoutFence = (line: Line): Line =>
  /^\s*(?:`{3,}|~{3,})\s*\w{0,20}\s*$/.test(line.raw) ? { ...line, raw: '', low: '' } : line;

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
