/** Tables with a header, as PowerShell and kubectl print them; columns are cut at the header's positions. */

import type { Line } from '../document.ts';
import { matchesOf } from '../matches.ts';

export type Row = { line: Line; cells: Record<string, string> };

/** Longest table that is read. */
const ROWS_MAX = 500;

/** Column names as they stand, two words apart by one blank stay one name. */
function columns(header: string): { name: string; from: number }[] {
  return matchesOf(/\S+(?: \S+)*?(?=\s{2,}|\t|$)/g, header).map((m) => ({
    name: m[0].trim().toLowerCase(),
    from: m.index,
  }));
}

const isRule = (line: Line): boolean => /^[\s-]+$/.test(line.raw) && line.raw.includes('--');

/** Rows under the header at `lines[at]` until a blank line or a prompt; also the index of the first line after them. */
export function rowsUnder(lines: readonly Line[], at: number): { rows: Row[]; next: number } {
  const header = lines[at];
  if (!header) return { rows: [], next: at + 1 };
  const names = columns(header.raw);
  const rows: Row[] = [];
  let i = at + 1;
  for (; i < lines.length && rows.length < ROWS_MAX; i++) {
    const line = lines[i];
    if (!line || line.raw.trim() === '' || /^\s{0,40}(?:PS\s|[A-Z]:\\>|\$ |>)/.test(line.raw)) break;
    if (isRule(line)) continue;
    rows.push({ line, cells: cellsOf(line.raw, names) });
  }
  return { rows, next: i };
}

function cellsOf(raw: string, names: readonly { name: string; from: number }[]): Record<string, string> {
  const cells: Record<string, string> = {};
  names.forEach(({ name, from }, i) => {
    const to = names[i + 1]?.from ?? raw.length;
    cells[name] = raw.slice(wordStart(raw, from), wordStart(raw, to)).trim();
  });
  return cells;
}

/** A value that is wider than its header pushes the next one right: never cut inside a word. */
function wordStart(raw: string, at: number): number {
  if (at === 0 || at >= raw.length || /\s/.test(raw[at - 1] ?? ' ')) return Math.min(at, raw.length);
  const blank = raw.slice(0, at).search(/\s\S*$/);
  return blank < 0 ? 0 : blank + 1;
}
