/**
 * Lists of properties that lost their form: all on one line, without their colons, with equal signs, or with the values below the
 * keys. Only keys that are known are looked for.
 */
import { fold, type Line } from '../document.ts';
import { matchesOf } from '../matches.ts';
import { isKnown, isTelling, keyOf } from './known-keys.ts';

/** Fewest known keys on a line that make it a list which lost its line ends. */
const FLAT_MIN = 3;
/** Lines over which such a list may have been wrapped again, and the longest text that is taken for one. */
const FLAT_LINES = 6;
const FLAT_MAX = 4_000;
/** A key of one to three words, with the colon behind it. */
const FLAT_KEY = /(?<=^|[\s,;])([A-Za-z][\w-]{1,44}(?: [A-Za-z]{2,20}){0,2})\s{0,30}:(?=\s|$)/g;

/** A word of "OS Build Type"; one with a capital inside is a key of its own. */
const PLAIN = /^(?:[A-Z]?[a-z]+|[A-Z]{2,3})$/;

type Key = { start: number; end: number };

/** Known keys of a text; of several words the longest that is known. */
function keysIn(raw: string): Key[] {
  return matchesOf(FLAT_KEY, raw).flatMap((m) => {
    const words = (m[1] ?? '').split(' ');
    const end = m.index + m[0].length;
    for (let i = 0; i < words.length; i++) {
      const own = words.slice(i);
      if (isKnown(keyOf(own.join(' '))) && (own.length === 1 || own.every((word) => PLAIN.test(word))))
        return [{ start: m.index + words.slice(0, i).join(' ').length + (i > 0 ? 1 : 0), end }];
    }
    return [];
  });
}

function isFlat(line: Line): boolean {
  if (line.raw.length > FLAT_MAX || line.raw.split(':').length <= FLAT_MIN || line.raw.includes('{"')) return false;
  const keys = keysIn(line.raw).map(({ start, end }) => keyOf(line.raw.slice(start, end).replace(':', '')));
  return keys.length >= FLAT_MIN && keys.filter(isTelling).length >= FLAT_MIN - 1;
}

const part = (line: Line, from: number, to: number): Line => {
  const raw = line.raw.slice(from, to).replace(/[,;\s]+$/, '');
  return { start: line.start + from, end: line.start + from + raw.length, raw, low: fold(raw) };
};

/** The line ends of a list that stands on one line, perhaps wrapped again. */
function unfolded(lines: readonly Line[], at: number): { parts: Line[]; next: number } | undefined {
  const first = lines[at] as Line;
  if (!isFlat(first)) return undefined;
  let last = at;
  while (last - at < FLAT_LINES && isWrapped(lines[last + 1])) last++;
  const raw = lines
    .slice(at, last + 1)
    .map((line) => line.raw)
    .join('\n');
  const whole: Line = { start: first.start, end: first.start + raw.length, raw: raw.replace(/\n/g, ' '), low: '' };
  const keys = keysIn(whole.raw);
  const parts = keys.map(({ start }, i) => part(whole, start, keys[i + 1]?.start ?? raw.length));
  const [head, tail] = [keys[0]?.start ?? 0, parts.at(-1)];
  if (tail) parts[parts.length - 1] = part(tail, 0, lastValueEnd(tail.raw));
  const rest = tail ? part(whole, (parts.at(-1)?.end ?? 0) - whole.start, raw.length) : undefined;
  return {
    parts: [...(head > 0 ? [part(whole, 0, head)] : []), ...parts, ...(rest && rest.raw.trim() !== '' ? [rest] : [])],
    next: last + 1,
  };
}

/** A line that goes on with the list: it has keys of its own, or a value or a colon that was broken off. */
const isWrapped = (line: Line | undefined): boolean =>
  line !== undefined && (keysIn(line.raw).length > 0 || /^\s*:\s/.test(line.raw));

/** Behind the last value a person may go on: a word, a date with its time, or a braced list is the value. */
const LAST_VALUE =
  /^[^:]*:\s*(?:\{[^}]*\}?|(?:microsoft |windows server |azure stack hci)[\w ]*|[\d./-]+,? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?|\S*)/i;
const lastValueEnd = (raw: string): number => LAST_VALUE.exec(raw)?.[0].length ?? raw.length;

/** Between key and value: a blank, a tab, an equal sign, an arrow, or dots that lead to the colon. */
const BETWEEN = String.raw`(\s{0,40}(?:=>?|->)\s{0,4}|\s?\.{3,60}\s?:?\s?|\s{1,40}|$)`;
const BARE = new RegExp(String.raw`^(\s{0,40})([A-Za-z][\w-]{1,44}?)${BETWEEN}`);
const BARE_WORDS = new RegExp(String.raw`^(\s{0,40})([A-Za-z]{2,20}(?: [A-Za-z]{2,20}){1,2})${BETWEEN}`);

function bareKey(line: Line): { key: string; end: number; gap: number; isExplicit: boolean } | undefined {
  if (line.raw.includes(':') && /^\s*[\w \t-]+:(?:\s|$)/.test(line.raw)) return undefined;
  for (const re of [BARE_WORDS, BARE]) {
    const m = re.exec(line.raw);
    const key = m ? keyOf(m[2] ?? '') : '';
    // A row of names is the header of a table.
    if (
      m &&
      isKnown(key) &&
      !line.raw
        .slice(m[0].length)
        .split(/\s+/)
        .every((word) => isKnown(keyOf(word)))
    ) {
      const end = (m[1] ?? '').length + (m[2] ?? '').length;
      return { key, end, gap: (m[3] ?? '').length, isExplicit: /[^ ]/.test(m[3] ?? '') };
    }
  }
  return undefined;
}

/** So many lines below one another begin with known keys. */
const BARE_MIN = 2;

function withColons(lines: readonly Line[]): Line[] {
  const plain = [...lines];
  for (let i = 0; i < lines.length; i++) {
    let last = i;
    let telling = 0;
    let isExplicit = true;
    for (; last < lines.length; last++) {
      const key = bareKey(lines[last] as Line);
      if (!key) break;
      if (isTelling(key.key)) telling++;
      isExplicit &&= key.isExplicit;
    }
    if (telling >= BARE_MIN || (telling > 0 && isExplicit && last - i >= BARE_MIN))
      for (let k = i; k < last; k++) plain[k] = colon(lines[k] as Line);
    i = Math.max(i, last - 1);
  }
  return plain;
}

function colon(line: Line): Line {
  const key = bareKey(line);
  if (!key) return line;
  const raw = `${line.raw.slice(0, key.end)}:${' '.repeat(Math.max(0, key.gap - 1))}${line.raw.slice(key.end + key.gap)}`;
  return { ...line, raw, low: fold(raw) };
}

/** A key alone, and its value on the next line. */
const ALONE = /^\s{0,40}([A-Za-z][\w -]{1,44}?)\s{0,30}:\s*$/;

function withValues(lines: readonly Line[]): Line[] {
  const plain: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [line, next] = [lines[i] as Line, lines[i + 1]];
    const key = keyOf(ALONE.exec(line.raw)?.[1] ?? '');
    const isValue =
      next !== undefined && /^\s*\S/.test(next.raw) && !/^\s*(?:- )?"?[A-Za-z][\w. -]*"?\s*:(?!\\|\/\/)/.test(next.raw);
    if (!isTelling(key) && !(isKnown(key) && isValue && isAmid(lines, i))) plain.push(line);
    else if (!isValue) plain.push(line);
    else {
      const raw = `${line.raw.trimEnd()} ${next.raw.trim()}`;
      plain.push({ start: line.start, end: next.end, raw, low: fold(raw) });
      i++;
    }
  }
  return plain;
}

/** The lines around are a key and its value too. */
const isAmid = (lines: readonly Line[], at: number): boolean =>
  [-6, -4, -3, -2, -1, 1, 2, 3, 4, 6]
    .map((by) => at + by)
    .some((i) => isTelling(keyOf(ALONE.exec(lines[i]?.raw ?? '')?.[1] ?? '')));

/** `@{Name=…; KubernetesVersion=…}`, as PowerShell prints a selection inside of a text. */
const HASHTABLE = /@\{([^{}\n]{3,1000})\}/;

function ofHashtable(line: Line): Line[] {
  const m = line.raw.includes('@{') ? HASHTABLE.exec(line.raw) : null;
  if (!m) return [line];
  const pairs = matchesOf(/([A-Za-z]\w{1,44})\s?=([^;]*)/g, m[1] ?? '').filter((pair) => isKnown(keyOf(pair[1] ?? '')));
  if (!pairs.some((pair) => isTelling(keyOf(pair[1] ?? '')))) return [line];
  const from = m.index + 2;
  return pairs.map((pair) => {
    const piece = part(line, from + pair.index, from + pair.index + pair[0].length);
    const raw = piece.raw.replace('=', ':');
    return { ...piece, raw, low: fold(raw) };
  });
}

/** Lines of which each holds one property, where the text holds any. */
export function asProperties(printed: readonly Line[]): Line[] {
  const lines = printed.flatMap(ofHashtable);
  const plain: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const found = unfolded(lines, i);
    plain.push(...(found?.parts ?? [lines[i] as Line]));
    i = found?.next ?? i + 1;
  }
  return withValues(withColons(plain));
}
