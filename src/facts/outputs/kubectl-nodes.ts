/** `kubectl get nodes`, with or without its header, narrow or wide; also `get machines` of the management cluster. */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted } from '../found.ts';
import { plainVersion } from '../versions.ts';
import { osOf } from './aks-hci-cluster.ts';

const ROW =
  /^\s{0,40}(\S{2,80})\s+((?:Not)?Ready|Unknown)((?:,\w+)*)\s+(\S{1,60})\s+(\d+[dhmsy]\S{0,10})\s+v?(1\.\d{2}\.\d{1,2}\S{0,24})(.*)$/;
const HEADER = /^\s{0,40}name\s+status\s+roles\s+age\s+version/;
const MACHINES_HEADER = /^\s{0,40}(?:namespace\s+)?name\s+cluster\s+.*\bphase\b/;
const MACHINE_ROW = /\s(?:Running|Provisioning|Provisioned|Deleting|Failed|Pending)\s+.*v1\.\d+\.\d+/;

type Node = { name: string; ready: boolean; controlPlane: boolean; version: string; windows: boolean; line: Line };

function nodeOf(line: Line): Node | undefined {
  const m = ROW.exec(line.raw);
  if (!m) return undefined;
  const [, name = '', status = '', , roles = '', , version = '', rest = ''] = m;
  return {
    name,
    ready: status === 'Ready',
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

function factsOf(nodes: readonly Node[]): Found[] {
  const main = clusterNode(nodes);
  const first = nodes[0];
  if (!main || !first) return [];
  const found: Found[] = [pasted('k8sVersion', main.version, main.line), pasted('nodeCount', nodes.length, first.line)];
  const broken = nodes.filter((n) => !n.ready);
  found.push(pasted('nodesNotReady', broken.length, (broken[0] ?? first).line));
  const os = osOf(
    nodes.some((n) => !n.windows),
    nodes.some((n) => n.windows),
  );
  if (os) found.push(pasted('nodeOs', os, (nodes.find((n) => n.windows) ?? first).line));
  return found;
}

export function kubectlNodes(_doc: Document, lines: readonly Line[]): Output[] {
  const outputs: Output[] = [];
  let block: Node[] = [];
  const close = (): void => {
    const [first, last] = [block[0], block.at(-1)];
    if (first && last)
      outputs.push({ kind: 'kubectl-nodes', start: first.line.start, end: last.line.end, found: factsOf(block) });
    block = [];
  };
  let machines = false;
  for (const line of lines) {
    const node = nodeOf(line);
    if (node) block.push(node);
    else if (line.raw.trim() !== '') close();
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
