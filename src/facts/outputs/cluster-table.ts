/**
 * A table of several clusters, as people keep in wikis and paste: `| name | k8s | state |`. Only the row of the affected cluster is read
 * on; the rows of the others would be taken for it.
 */

import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted } from '../found.ts';
import { plainVersion } from '../versions.ts';

/** The bar in front may be missing. */
const BARS_MIN = 2;
const ROW_MAX = 500;
const RULER = /^[\s:|-]{3,500}$/;
const HEADER = /\b(?:clusters?|name|site|stamp|environment)\b/;
/** What is written in the row of the one that is broken. */
const AFFECTED =
  /\b(?:problems?|broken|affected|this one|here|sick|faulty|failing|fails?|errors?|down|notready|not ready|crash\w*|timeouts?|502|503|504|kaputt|defekt|en panne|roto)\b|[✗❌⚠]/;
const CELL_MIN = 2;

const isRow = (low: string): boolean => low.length <= ROW_MAX && low.split('|').length > BARS_MIN;

const cellsOf = (low: string): string[] =>
  low
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());

/** "Only line-a matters", "it is about line-a": the name stands outside the table, in words that choose it. */
function isChosen(name: string, outside: string): boolean {
  const at = outside.indexOf(name);
  if (name.length < CELL_MIN || at < 0) return false;
  const around = outside.slice(Math.max(0, at - 40), at + name.length + 40);
  return /\b(?:only|just|about|matters?|affected|problem|trouble|look at|concerns?|issue|nur|es geht um|seulement|solo)\b/.test(
    around,
  );
}

type Row = { line: Line; cells: string[] };

/** Rows that belong together, with the line of their heading. */
function tablesIn(lines: readonly Line[]): { heading: Row; rows: Row[] }[] {
  const tables: { heading: Row; rows: Row[] }[] = [];
  let current: Row[] = [];
  const close = (): void => {
    const [heading, ...rows] = current;
    if (heading && rows.length > 1 && heading.cells.some((cell) => HEADER.test(cell))) tables.push({ heading, rows });
    current = [];
  };
  for (const line of lines) {
    if (!isRow(line.low)) close();
    else if (!RULER.test(line.low)) current.push({ line, cells: cellsOf(line.low) });
  }
  close();
  return tables;
}

function affectedRow(rows: readonly Row[], nameAt: number, outside: string): Row | undefined {
  const chosen = rows.filter(({ cells }) => isChosen(cells[nameAt] ?? '', outside));
  if (chosen.length === 1) return chosen[0];
  const marked = rows.filter(({ cells }) => cells.some((cell, i) => i !== nameAt && AFFECTED.test(cell)));
  return marked.length === 1 ? marked[0] : undefined;
}

/** The heading says what a cell holds; in the row itself those words are missing. */
function factsIn(heading: Row, { line, cells }: Row): Found[] {
  return heading.cells.flatMap((name, i): Found[] => {
    const cell = cells[i] ?? '';
    if (/\b(?:k8s|kubernetes|kube|minor)\b/.test(name) && /^v?1\.\d\d(?:\.\d+)?$/.test(cell))
      return [pasted('k8sVersion', plainVersion(cell.replace(/^v/, '')), line)];
    if (/\b(?:stopped|off|down) since\b/.test(name) && /^20\d\d-\d\d-\d\d$/.test(cell))
      return [pasted('stoppedSince', cell, line), pasted('clusterRunState', 'stopped', line)];
    return [];
  });
}

export function clusterTable(doc: Document, lines: readonly Line[]): Output[] {
  return tablesIn(lines).flatMap(({ heading, rows }) => {
    const nameAt = heading.cells.findIndex((cell) => HEADER.test(cell));
    const [first, last] = [heading.line, rows.at(-1)?.line ?? heading.line];
    const outside = `${doc.low.slice(0, first.start)}\n${doc.low.slice(last.end)}`;
    const affected = affectedRow(rows, nameAt, outside);
    if (!affected) return [];
    const others = [heading, ...rows].filter((row) => row !== affected);
    return others.map(({ line }) => ({
      kind: 'cluster-table',
      start: line.start,
      end: line.end,
      found: line === heading.line ? factsIn(heading, affected) : [],
    }));
  });
}
