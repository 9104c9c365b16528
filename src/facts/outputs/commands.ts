/**
 * Commands that name the cluster they are about, and the bare value that a command for one property prints below. The words of the
 * command itself are left to the readers of prose: they may tell what was tried.
 */
import type { Document, Line } from '../document.ts';
import { type Output, pasted, WEIGHT } from '../found.ts';
import { keyOf } from '../plain-lines/known-keys.ts';
import { outputOf } from './az-json.ts';

const NAME = String.raw`["']?([A-Za-z0-9][\w-]{1,62})["']?(?=[\s)'"]|$)`;
const COMMANDS: readonly RegExp[] = [
  new RegExp(
    String.raw`\baz\s+(?:connectedk8s|aksarc)\s+(?!nodepool|get-versions|list\b|logs|delete\b)[\w-]+\b[^\n|]{0,200}?\s(?:-n|--name|--cluster-name)[\s=]+${NAME}`,
    'i',
  ),
  new RegExp(String.raw`\baz\s+aksarc\s+nodepool\s+[\w-]+\b[^\n|]{0,200}?\s--cluster-name[\s=]+${NAME}`, 'i'),
  new RegExp(
    String.raw`\b(?:get|update|repair|set|new|start|stop|enable|disable|install|uninstall)-akshci(?:cluster|credential|clusterupdates|clustermonitoring|arc\w*|autoscaler\w*)\b[^\n|]{0,200}?\s-name[\s:]+${NAME}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:get|new|set|remove)-akshci(?:nodepool|cluster\w*)\b[^\n|]{0,200}?\s-clustername[\s:]+${NAME}`,
    'i',
  ),
];
/** What the value below is: `--query properties.kubernetesVersion`, `(…).KubernetesVersion`, `-ExpandProperty KubernetesVersion`. */
const ASKED =
  /--query\s+["']?(?:properties\.)?([A-Za-z]{4,40})["']?(?=\s|$)|\bget-akshci\w+[^\n]{0,120}\)\.([A-Za-z]{4,40})\s*$|\bget-akshci\w+[^\n]{0,200}-expand\w*\s+([A-Za-z]{4,40})\s*$/i;
const VALUE = /^\s*"?([\w.:+/-]{2,60})"?\s*$/;

/** The cluster that a command names, with its place on the line. */
export function clusterOfCommand(line: Line): { name: string; at: number } | undefined {
  for (const re of COMMANDS) {
    const m = re.exec(line.raw);
    if (m?.[1]) return { name: m[1], at: m.index + m[0].lastIndexOf(m[1]) };
  }
  return undefined;
}

const LONGEST = 2_000;

function valueBelow(line: Line, next: Line | undefined): Output[] {
  const asked = ASKED.exec(line.raw);
  const value = next && VALUE.exec(next.raw)?.[1];
  if (!asked || !next || !value) return [];
  const key = keyOf(asked[1] ?? asked[2] ?? asked[3] ?? '');
  const output = outputOf({
    start: next.start,
    end: next.end,
    text: '',
    fields: [{ key, value, start: next.start, end: next.end }],
  });
  return output ? [{ ...output, kind: 'command' }] : [];
}

export const commands = (_doc: Document, lines: readonly Line[]): Output[] =>
  lines.flatMap((line, i): Output[] => {
    if (line.raw.length > LONGEST || !/\baz\s|akshci/.test(line.low)) return [];
    const cluster = clusterOfCommand(line);
    if (!cluster) return valueBelow(line, lines[i + 1]);
    const span = { start: line.start + cluster.at, end: line.start + cluster.at + cluster.name.length };
    const named = pasted('clusterName', cluster.name, span, { cluster: cluster.name, weight: WEIGHT.hint });
    return [{ kind: 'command', ...span, found: [named] }, ...valueBelow(line, lines[i + 1])];
  });
