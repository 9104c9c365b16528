/**
 * Tables of checks and addresses: `Test-SupportAksArcKnownIssues`, the diagnostic checker, VM addresses, the host's
 * subscription. They hold versions and dates that are not the cluster's.
 */
import type { Document, Line } from '../document.ts';
import type { Output } from '../found.ts';
import { rowsUnder } from './table.ts';

const HEADERS: readonly [string, RegExp][] = [
  ['support-aksarc', /\btest name\s+status message/],
  ['diagnostic-checker', /\btestname\s+outcome\s+recommendation/],
  ['vm-addresses', /\bvmname\s+ipaddresses/],
  ['helm-list', /\bstatus\s+chart\s+app version\b/],
  ['host-subscription', /\bcomputer name\s+subscription\b/],
];
// Rows whose header was not copied.
const ROWS: readonly [string, RegExp][] = [
  ['support-aksarc', /^\s{0,40}validate .{3,80}\s(?:passed|failed|warning)\s/],
  ['support-aksarc', /^\s{2,80}(?:passed|failed|warning)\s\S/],
  ['diagnostic-checker', /^\s{0,40}[a-z][a-z-]{5,60}-test\s+(?:success|failure|warning)\b/],
  [
    'host-subscription',
    /^\s{0,40}(?:\S+\s+)?(?:windows server subscription|azure local|azure stack hci)\s{1,20}(?:active|inactive)(?:\s|$)/,
  ],
  ['host-subscription', /^\s{0,40}(?:\S+\s+)?windows server subscription\s*$/],
  ['vm-addresses', /^\s{0,40}\S{4,80}\s+\{\s*\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/],
];

/** Where the client wrapped the row, its state stands on the next line; alone, "active" is somebody's answer. */
const WRAPPED_STATE = /^\s{0,40}(?:active|inactive)\s*$/;
const isWrapped = (lines: readonly Line[], i: number): boolean =>
  WRAPPED_STATE.test(lines[i]?.low ?? '') && /\bwindows server subscription\s*$/.test(lines[i - 1]?.low ?? '');

export function checkTables(_doc: Document, lines: readonly Line[]): Output[] {
  return lines.flatMap((line, i) => {
    const header = HEADERS.find(([, re]) => re.test(line.low));
    const kind =
      header?.[0] ??
      (isWrapped(lines, i) ? 'host-subscription' : undefined) ??
      ROWS.find(([, re]) => re.test(line.low))?.[0];
    if (!kind) return [];
    const end = header ? (lines[rowsUnder(lines, i).next - 1]?.end ?? line.end) : line.end;
    return [{ kind, start: line.start, end, found: [] }];
  });
}
