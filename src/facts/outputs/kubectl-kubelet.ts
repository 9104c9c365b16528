/**
 * The version of a node's kubelet, where it is not printed in the usual table: `-o json`, `-o yaml`, `describe node`, `-o jsonpath`
 * and `-o custom-columns`. Without the roles it is the cluster's only where all nodes agree.
 */
import type { Document, Line, Span } from '../document.ts';
import { type Output, pasted } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { plainVersion } from '../versions.ts';

const FIELD = /"?\b(?:kubelet|kube-?proxy) ?version"?\s{0,40}:\s{0,40}"?v?(1\.\d\d\.\d{1,2}[^\s",}]{0,30})"?/g;
/** Other versions of the same object. */
const BESIDE =
  /"?\b(?:kernel|container ?runtime) ?version"?\s{0,40}:\s{0,40}[^\n,}]{1,80}|"?\bos ?image"?\s{0,40}:\s{0,40}[^\n,}]{1,80}/g;
const JSONPATH = /\bkubectl\b.*\bjsonpath\b.*\bkubeletversion/;
/** Names in capitals, none of them the status of the usual table. */
const HEADER =
  /^\s{0,40}(?=.*\b(?:NAME|NODE)\b)(?=.*\b(?:VER|VERSION|KUBELET\w*|K8S\w*)\b)(?!.*\b(?:STATUS|CLUSTER|READY|PODS?|NAMESPACE)\b)[A-Z][A-Z\d_-]{1,30}(?:\s+[A-Z][A-Z\d_-]{1,30}){1,8}\s*$/;
const BARE = /^\s*(?:v?1\.\d\d\.\d{1,2}\S{0,30}\s*)+$/;
const VERSION = /(?<![\w./-])v?1\.\d\d\.\d{1,2}(?:[-+]\S{0,24})?(?![\w.])/g;
/** Most nodes that are read. */
const ROWS_MAX = 200;

type Shown = Span & { version: string };

const fields = (doc: Document): Shown[] =>
  matchesOf(FIELD, doc.low).map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    version: plainVersion(m[1] ?? ''),
  }));

function below(lines: readonly Line[], at: number, is: (line: Line) => boolean): Shown[] {
  const shown: Shown[] = [];
  for (const line of lines.slice(at + 1, at + 1 + ROWS_MAX)) {
    if (line.raw.trim() === '' || !is(line)) break;
    for (const m of matchesOf(VERSION, line.low))
      shown.push({ start: line.start, end: line.end, version: plainVersion(m[0]) });
  }
  return shown;
}

const isRow = (line: Line): boolean =>
  /^\s*[a-z0-9][\w.-]*\s/.test(line.raw) && matchesOf(VERSION, line.low).length === 1;

export function kubectlKubelet(doc: Document, lines: readonly Line[]): Output[] {
  const shown = fields(doc);
  const silent: Span[] =
    shown.length > 0 ? matchesOf(BESIDE, doc.low).map((m) => ({ start: m.index, end: m.index + m[0].length })) : [];
  lines.forEach((line, i) => {
    if (JSONPATH.test(line.low)) shown.push(...below(lines, i, ({ raw }) => BARE.test(raw)));
    else if (!/[a-z]/.test(line.raw) && HEADER.test(line.raw)) {
      const rows = below(lines, i, isRow);
      shown.push(...rows);
      if (rows.length > 0) silent.push(line);
    }
  });
  const agreed = new Set(shown.map(({ version }) => version)).size === 1;
  return [...shown, ...silent].map((span, i) => ({
    kind: 'kubectl-kubelet',
    start: span.start,
    end: span.end,
    found: agreed && i === 0 && shown[0] ? [pasted('k8sVersion', shown[0].version, span)] : [],
  }));
}
