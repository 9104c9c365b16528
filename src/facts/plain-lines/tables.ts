/** Tables whose columns a client marked with bars, or a program with commas: their cells are parted by tabs instead. */
import { fold, type Line } from '../document.ts';
import { isKnown, isTelling, keyOf } from './known-keys.ts';

/** Longest line that is looked at. */
const ROW_MAX = 2_000;
const BAR = /[|\u2502\u2503\u2551\u00a6]/;
const BARS = /[|\u2502\u2503\u2551\u00a6]/g;
const EDGES = /^\s*[|\u2502\u2503\u2551\u00a6]|[|\u2502\u2503\u2551\u00a6]\s*$/g;
/** Between the header and the rows. */
const RULER = /^[\s|\u2500-\u257f+:=-]{3,}$/;
/** Rows that are known without their header: a node with its version, a pod with its containers. */
const ROW =
  /\b(?:Not)?Ready\b.*\bv?1\.\d\d\.\d|\bReady\b.*\d+[dhm]\b|\b\d+\/\d+\b.*\b\d+[dhms]\b|\b(?:Linux|Windows)\b.*\b(?:True|False)\b/;
const ROWS_MIN = 2;

const cells = (raw: string, separator: RegExp): string[] =>
  raw
    .trim()
    .split(separator)
    .map((cell) => keyOf(cell.replace(/^"|"$/g, '')));

/** So many general names beside one another are a program's too: `NAME STATUS AGE VERSION`. */
const GENERAL_MIN = 4;

const isHeader = (names: readonly string[]): boolean =>
  names.length > 1 && names.every(isKnown) && (names.some(isTelling) || names.length >= GENERAL_MIN);

/** The header of an output of ours, a list of its properties, or its rows; tables that people keep themselves stay as they are. */
function isOutput(rows: readonly Line[]): boolean {
  const named = rows.map(({ raw }) => cells(raw.replace(EDGES, ''), BAR));
  if (named[0] && isHeader(named[0])) return true;
  const pairs = named.filter((row) => row.length === 2 && isKnown(row[0] ?? ''));
  return pairs.filter((row) => isTelling(row[0] ?? '')).length >= ROWS_MIN || rows.some(({ raw }) => ROW.test(raw));
}

const rewritten = (line: Line, raw: string): Line => ({ ...line, raw, low: fold(raw) });

/** Bars at the edges become blanks, the others tabs: nothing moves. */
function tabbed(line: Line): Line {
  if (RULER.test(line.raw)) return rewritten(line, line.raw.replace(/[^-]/g, ' '));
  const edges = line.raw.replace(EDGES, (edge) => ' '.repeat(edge.length));
  return rewritten(line, edges.replace(BARS, '\t'));
}

/** One word, and no blank behind the separator where a sentence has one. */
const FIRST_CELL = /^\s*"?[A-Za-z][\w-]{1,44}"?[,;]\S/;

/** `"Name","KubernetesVersion"` and rows with as many separators. */
function separatorOf(line: Line): string | undefined {
  return [';', ','].find((separator) => {
    const names = line.raw.includes(separator) ? cells(line.raw, new RegExp(separator)) : [];
    return names.length > 1 && isHeader(names);
  });
}

/** Where the cells are in quotes, a separator inside of them stays. */
const separated = (line: Line, separator: string): Line => {
  const quoted = line.raw.replaceAll(`"${separator}"`, ' \t ');
  return rewritten(line, (quoted === line.raw ? line.raw.replaceAll(separator, '\t') : quoted).replaceAll('"', ' '));
};

export function withoutBars(lines: readonly Line[]): Line[] {
  const plain: Line[] = [];
  const isBarred = (line: Line | undefined): boolean =>
    line !== undefined &&
    line.raw.length <= ROW_MAX &&
    (BAR.test(line.raw) || (RULER.test(line.raw) && /[-\u2500]/.test(line.raw)));
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    const separator = line.raw.length <= ROW_MAX && FIRST_CELL.test(line.raw) ? separatorOf(line) : undefined;
    let last = i;
    if (separator !== undefined) {
      while (lines[last]?.raw.includes(separator)) plain.push(separated(lines[last++] as Line, separator));
    } else {
      while (isBarred(lines[last])) last++;
      const block = lines.slice(i, last);
      const rows = block.filter((row) => !RULER.test(row.raw));
      const isOurs = rows.length >= ROWS_MIN && isOutput(rows);
      plain.push(...(isOurs ? block.map(tabbed) : block));
      if (last === i) plain.push(lines[last++] as Line);
    }
    i = last;
  }
  return plain;
}
