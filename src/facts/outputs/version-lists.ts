/**
 * Lists of what is offered: `Get-AksHciKubernetesVersion`, `Get-AksHciClusterUpdates`. They are recognised so that none
 * of their versions is taken for the cluster's.
 */
import type { Document, Line } from '../document.ts';
import type { Output } from '../found.ts';
import { rowsUnder } from './table.ts';

const HEADERS: readonly [string, RegExp][] = [
  ['get-akshcikubernetesversion', /\borchestratortype\s+orchestratorversion/],
  ['get-akshciclusterupdates', /\bdetails\s+kubernetesversion/],
];
// Without their headers, or in the short form.
const ROWS: readonly [string, RegExp][] = [
  [
    'get-akshcikubernetesversion',
    /^\s{0,40}kubernetes\s+v?1\.\d+\.\d+(?:\s+(?:l[inux]{0,4}|w[indows]{0,6}))?\s*(?:true|false|\.{3}|$)/,
  ],
  ['get-akshcikubernetesversion', /^\s{0,40}(?:linux|windows)\s+\{v?1\.\d/],
  ['get-akshciclusterupdates', /\bthis is an? (?:patch|minor) kubernetes upgrade/],
];

/** A row of updates ends with the images' months in braces, some lines down where the client wrapped it. */
const WRAPPED_MAX = 5;
function wrappedEnd(lines: readonly Line[], at: number): number {
  const first = lines[at] as Line;
  if (!/kubernetes upgrade/.test(first.low)) return first.end;
  const last = lines.slice(at, at + WRAPPED_MAX).find((line) => line.raw.includes('}'));
  return last?.end ?? first.end;
}

export function versionLists(_doc: Document, lines: readonly Line[]): Output[] {
  const outputs: Output[] = [];
  lines.forEach((line, i) => {
    const header = HEADERS.find(([, re]) => re.test(line.low));
    const end = header ? (lines[rowsUnder(lines, i).next - 1]?.end ?? line.end) : line.end;
    const kind = header?.[0] ?? ROWS.find(([, re]) => re.test(line.low))?.[0];
    if (kind) outputs.push({ kind, start: line.start, end: Math.max(end, wrappedEnd(lines, i)), found: [] });
  });
  return outputs;
}

const PREVIEW_ROW = /^\s{0,40}kubernetes\s+v?(1\.\d+\.\d+)\s+(?:linux|windows)\s+true\b/;

/** Versions that a list marks as preview, with the line that says so. */
export const previewVersions = (lines: readonly Line[]): { version: string; line: Line }[] =>
  lines.flatMap((line) => {
    const version = PREVIEW_ROW.exec(line.low)?.[1];
    return version ? [{ version, line }] : [];
  });
