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

/** A table that begins with versions, whosever it is: what is listed below one another is not run. */
const LIST_HEADER =
  /^[\s|]{0,40}(?:kubernetes |k8s )?(?:kubernetesversion|versions?|minor|minor version|release)\s*(?:\||\t|\s{2,}|\s(?:ispreview|ostype|os|ready|status|state)\b)/;
const LIST_RULER = /^[\s|:+=-]{3,}$/;
const LIST_ROW = /^[\s|]{0,40}v?(1\.\d\d(?:\.\d{1,2})?)(?:\s*[|\t]|\s{2,}|\s(?=\S))/;
const LISTED_MIN = 2;
const LISTED_MAX = 60;

function listUnder(lines: readonly Line[], at: number): Output[] {
  const first = lines[at] as Line;
  if (!LIST_HEADER.test(first.low)) return [];
  const versions = new Set<string>();
  let end = at;
  for (let i = at + 1; i < Math.min(lines.length, at + LISTED_MAX); i++) {
    const low = lines[i]?.low ?? '';
    const version = LIST_ROW.exec(low)?.[1];
    if (version === undefined && !LIST_RULER.test(low)) break;
    if (version !== undefined) versions.add(version);
    end = i;
  }
  if (versions.size < LISTED_MIN) return [];
  return [{ kind: 'version-list', start: first.start, end: (lines[end] as Line).end, found: [] }];
}

export function versionLists(_doc: Document, lines: readonly Line[]): Output[] {
  const outputs: Output[] = lines.flatMap((_, i) => listUnder(lines, i));
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
