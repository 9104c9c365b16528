/** Tables with a header, as PowerShell and kubectl print them; columns are cut at the header's positions. */

import type { Line } from '../document.ts';
import { matchesOf } from '../matches.ts';
import { isKnown, isTelling, keyOf } from '../plain-lines/known-keys.ts';

export type Row = { line: Line; cells: Record<string, string> };

/** Longest table that is read. */
const ROWS_MAX = 500;
const HEADER_MAX = 1_000;

type Column = { name: string; from: number };

const wordsOf = (text: string): Column[] =>
  matchesOf(/\S+/g, text).map((m) => ({ name: m[0].toLowerCase(), from: m.index }));

/** Column names as they stand: known words each, or over the dashes below, or two blanks apart. */
function columns(header: string, below: string): Column[] {
  const words = wordsOf(header);
  if (words.length > 1 && words.every(({ name }) => isKnown(keyOf(name)))) return words;
  const rules = isDashes(below) ? wordsOf(below) : [];
  if (rules.length > 1)
    return rules.map(({ from }, i) => ({
      name: header
        .slice(from, rules[i + 1]?.from ?? header.length)
        .trim()
        .toLowerCase(),
      from,
    }));
  return matchesOf(/\S+(?: \S+)*?(?=\s{2,}|\t|$)/g, header).map((m) => ({
    name: m[0].trim().toLowerCase(),
    from: m.index,
  }));
}

const isDashes = (raw: string): boolean => /^[\s-]+(?:\.{3})?\s*$/.test(raw) && raw.includes('--');

/** Rows under the header at `lines[at]` until a blank line or a prompt; also the index of the first line after them. */
export function rowsUnder(lines: readonly Line[], at: number): { rows: Row[]; next: number } {
  const header = lines[at];
  if (!header) return { rows: [], next: at + 1 };
  const names = columns(header.raw, lines[at + 1]?.raw ?? '');
  const rows: Row[] = [];
  let i = at + 1;
  for (; i < lines.length && rows.length < ROWS_MAX; i++) {
    const line = lines[i];
    if (!line || line.raw.trim() === '' || /^\s{0,40}(?:PS\s|[A-Z]:\\>|\$ |>)/.test(line.raw)) break;
    if (isDashes(line.raw)) continue;
    const cells = cellsOf(line.raw, names, header.raw);
    // A line that has fewer words than there are columns is a person's.
    if (Object.keys(cells).length === 0 && names.length > 1 && names.every(({ name }) => isKnown(keyOf(name)))) break;
    rows.push({ line, cells });
  }
  return { rows, next: i };
}

function cellsOf(raw: string, names: readonly Column[], header: string): Record<string, string> {
  const parted = header.includes('\t') ? raw.replace(/^[\t ]/, '').split('\t') : raw.trim().split(/\s{2,}/);
  if (parted.length === names.length) return named(names, parted);
  if (header.includes('\t')) return named(names, words(raw, names));
  if (!/\S\s{2,}\S/.test(header) && !/\S\s{2,}\S/.test(raw)) return named(names, words(raw, names));
  const cells: Record<string, string> = {};
  names.forEach(({ name, from }, i) => {
    const to = names[i + 1]?.from ?? raw.length;
    cells[name] = raw.slice(wordStart(raw, from), wordStart(raw, to)).trim();
  });
  return cells;
}

const named = (names: readonly Column[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(cells.map((cell, i) => [names[i]?.name ?? '', cell.trim()]));

/** Columns whose values may hold blanks, the widest first. */
const WIDE = ['caption', 'osname', 'windowsproductname', 'productname', 'lastconnected', 'name'];

/** Cells of a row that lost its columns: as many words as names, or one column that takes what is over. */
function words(raw: string, names: readonly Column[]): string[] {
  const found = raw.trim().split(/\s+/);
  const over = found.length - names.length;
  if (over === 0) return found;
  const wide = WIDE.map((name) => names.findIndex((column) => column.name === name)).find((at) => at >= 0);
  if (over < 0 || wide === undefined) return [];
  return [...found.slice(0, wide), found.slice(wide, wide + over + 1).join(' '), ...found.slice(wide + over + 1)];
}

/** The first one to three words are a known name: most lines need not be looked at further. */
const START = /^\s*(\S+)(?:[ \t]+([A-Za-z]+))?(?:[ \t]+([A-Za-z]+))?/;

function isKnownStart(raw: string): boolean {
  const [, first = '', second = '', third = ''] = START.exec(raw) ?? [];
  return [first, first + second, first + second + third].some((name) => isKnown(keyOf(name)));
}

/** Whether the line names columns, all of them known, with a row below. */
export function isTableOfKnown(lines: readonly Line[], at: number): boolean {
  const raw = lines[at]?.raw ?? '';
  if (raw.length > HEADER_MAX || raw.includes(':') || !isKnownStart(raw)) return false;
  const names = columns(raw, lines[at + 1]?.raw ?? '').map(({ name }) => keyOf(name));
  return names.length > 1 && names.every(isKnown) && names.some(isTelling);
}

/** A value that is wider than its header pushes the next one right: never cut inside a word. */
function wordStart(raw: string, at: number): number {
  if (at === 0 || at >= raw.length || /\s/.test(raw[at - 1] ?? ' ')) return Math.min(at, raw.length);
  const blank = raw.slice(0, at).search(/\s\S*$/);
  return blank < 0 ? 0 : blank + 1;
}
