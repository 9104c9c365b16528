/** `kubectl get nodes`, with or without its header, narrow or wide; also `get machines` of the management cluster. */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { plainVersion } from '../versions.ts';
import { osOf } from './aks-hci-cluster.ts';

const ROW =
  /^\s{0,40}(\S{2,80})\s+((?:Not)?Ready|Unknown)((?:,\w+)*)\s+(\S{1,60})\s+(\d+[dhmsy]\S{0,10})\s+v?(1\.\d{2}\.\d{1,2}\S{0,24})(.*)$/i;
const HEADER = /^\s{0,40}name\s+status\s+roles\b/;
const MACHINES_HEADER = /^\s{0,40}(?:namespace\s+)?name\s+cluster\s+.*\bphase\b/;
const MACHINE_ROW = /\s(?:Running|Provisioning|Provisioned|Deleting|Failed|Pending)\s+.*v1\.\d+\.\d+/;

type Node = { name: string; ready: boolean; controlPlane: boolean; version: string; windows: boolean; line: Line };

function nodeOf(line: Line): Node | undefined {
  const m = ROW.exec(line.raw);
  if (!m) return undefined;
  const [, name = '', status = '', , roles = '', , version = '', rest = ''] = m;
  return {
    name,
    ready: status.toLowerCase() === 'ready',
    controlPlane: /control-plane|master/.test(roles),
    version: plainVersion(version),
    windows: /Windows Server/i.test(rest) || /^moc-w/i.test(name),
    line,
  };
}

const byVersion = (a: Node, b: Node): number => a.version.localeCompare(b.version, 'en', { numeric: true });

/** The control plane's version is the cluster's; half-way through an upgrade the older one still stands. */
function clusterNode(nodes: readonly Node[]): Node | undefined {
  const planes = nodes.filter((n) => n.controlPlane).sort(byVersion);
  return planes[0] ?? [...nodes].sort(byVersion).at(-1);
}

/** The last row reaches as far as the header: the list was not cut in the middle of it. */
function isWholeRow(header: Line, lines: readonly Line[], node: Node | undefined, last: Line): boolean {
  if (!node) return false;
  const at = lines.indexOf(header);
  const head = lines
    .slice(at, at + 3)
    .map((line) => line.low)
    .join(' ');
  const row = lines
    .slice(lines.indexOf(node.line), lines.indexOf(last) + 1)
    .map((line) => line.low)
    .join(' ');
  return !/container-runtime|os-image/.test(head) || /\w:\/\/\S/.test(row);
}

/** How many nodes there are, and that none is broken, only a whole list tells. */
function factsOf(nodes: readonly Node[], isWhole: boolean): Found[] {
  const main = clusterNode(nodes);
  const first = nodes[0];
  if (!main || !first) return [];
  const found: Found[] = [pasted('k8sVersion', main.version, main.line)];
  if (isWhole) found.push(pasted('nodeCount', nodes.length, first.line));
  const broken = nodes.filter((n) => !n.ready);
  if (isWhole || broken.length > 0) found.push(pasted('nodesNotReady', broken.length, (broken[0] ?? first).line));
  const os = osOf(
    nodes.some((n) => !n.windows),
    nodes.some((n) => n.windows),
  );
  if (os && (isWhole || os === 'mixed')) found.push(pasted('nodeOs', os, (nodes.find((n) => n.windows) ?? first).line));
  return found;
}

/** Columns of the wide form that a client wrapped onto a line of their own. */
const WRAPPED =
  /^\s*(?:(?:\d{1,3}(?:\.\d{1,3}){3}|<none>|microsoft|azure linux|azure|linux|windows|server|cbl-?mariner|windows server|server 20\d\d|20\d\d|datacenter|\d\.\d|\d+\.\d+\.\d+\S*|10\.0\.\d{5}\.\d+|containerd:\/\/\S+|internal-ip|external-ip|os-image|kernel-version|container-runtime)(?:\s+|$))+$/;

/** A row that a client broke in front of its version. */
const BROKEN_ROW =
  /^\s{0,40}\S{2,80}\s+(?:Not)?Ready(?:,\w+)*(?:\s+(?:<none>|control-plane\S*|master|worker)(?:\s+\d+[dhmy]\S*)?)?\s*$/;
const VERSION_FIRST = /^\s{0,40}(?:(?:<none>|control-plane\S*|master|worker)\s+)?(?:\d+[dhmy]\S*\s+)?v?1\.\d\d\.\d/;

/** Rows that a client put on one line. */
const ROW_START =
  /(?<=\s)\S{2,80}\s+(?:(?:Not)?Ready|Unknown)(?:,\w+)*\s+\S{1,60}\s+\d+[dhmsy]\S{0,10}\s+(?=v?1\.\d\d\.)/g;

function unfolded(line: Line): Line[] {
  const starts = / (?:Not)?Ready| Unknown/.test(line.raw) ? matchesOf(ROW_START, line.raw).map((m) => m.index) : [];
  if (starts.length === 0 || (starts.length === 1 && !HEADER.test(line.low))) return [line];
  return [0, ...starts].map((from, i) => {
    const to = starts[i] ?? line.raw.length;
    return {
      start: line.start + from,
      end: line.start + to,
      raw: line.raw.slice(from, to),
      low: line.low.slice(from, to),
    };
  });
}

/** Lines in which such rows are whole again. */
function rejoined(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [line, next] = [lines[i] as Line, lines[i + 1]];
    if (!next || !BROKEN_ROW.test(line.raw) || !VERSION_FIRST.test(next.raw)) whole.push(line);
    else {
      const raw = `${line.raw.trimEnd()}   ${next.raw.trim()}`;
      whole.push({ start: line.start, end: next.end, raw, low: raw.toLowerCase() });
      i++;
    }
  }
  return whole;
}

/** Behind the last row that was read: one that was broken in a way that is not known, or a list that was cut. */
const PIECE =
  /^\s*(?:\S+\s*$|\S{0,80}\s*(?:Not)?Ready\b|moc-|\.{3})|\b(?:rest|more|further|cut|omitted|snip\w*|truncated|and so on|etc|usw)\b/i;

/** A row that cannot be read, as where a scan took digits for letters: its image is no host's. */
const UNREAD = /\s{2,}containerd:\/\/\S|^\S{1,80}\s.*\bcontainerd:\/\/\S+\s*$|^\s{0,40}moc-\S+\s+(?:Not)?Ready\b/;

/** What stands nowhere but in the wide form. */
const WIDE = /containerd:\/\/|internal-ip|kernel-version|container-runtime/;

export function kubectlNodes(_doc: Document, printed: readonly Line[]): Output[] {
  const lines = rejoined(printed.flatMap(unfolded));
  const outputs: Output[] = [];
  let block: Node[] = [];
  let header: Line | undefined;
  let last: Line | undefined;
  const close = (): void => {
    const first = block[0];
    if (first && last) {
      // Without its header a list that begins with the control plane is as long as it was.
      const isEnd = !PIECE.test(lines[lines.indexOf(last) + 1]?.raw ?? '');
      const isWhole = header
        ? isEnd && isWholeRow(header, lines, block.at(-1), last)
        : isEnd && first.controlPlane && block.length > 1;
      outputs.push({ kind: 'kubectl-nodes', start: first.line.start, end: last.end, found: factsOf(block, isWhole) });
    }
    block = [];
    header = undefined;
  };
  let machines = false;
  for (const line of lines) {
    const node = nodeOf(line);
    if (node) {
      block.push(node);
      last = line;
    } else if (WRAPPED.test(line.low) && (block.length > 0 || header || WIDE.test(line.low))) {
      last = line;
      if (block.length === 0) outputs.push({ kind: 'kubectl-nodes', start: line.start, end: line.end, found: [] });
    } else if (line.raw.trim() !== '') {
      if (UNREAD.test(line.raw)) outputs.push({ kind: 'kubectl-nodes', start: line.start, end: line.end, found: [] });
      close();
    }
    if (HEADER.test(line.low)) header = line;
    if (MACHINES_HEADER.test(line.low)) machines = true;
    else if (line.raw.trim() === '') machines = false;
    const isMachine = machines && MACHINE_ROW.test(line.raw);
    if (HEADER.test(line.low) || isMachine) {
      outputs.push({
        kind: isMachine ? 'kubectl-machines' : 'kubectl-nodes',
        start: line.start,
        end: line.end,
        found: [],
      });
    }
  }
  close();
  return outputs;
}
