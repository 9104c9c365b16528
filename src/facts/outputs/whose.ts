/** Whose output it is, where several clusters' stand in one message and the name stands above: in a command or as a heading. */
import type { Line } from '../document.ts';
import type { Output } from '../found.ts';
import { isKnown, keyOf } from '../plain-lines/known-keys.ts';
import { clusterOfCommand } from './commands.ts';

/** Letters and digits with a hyphen, or letters before digits: what hardly any other word alone on a line looks like. */
const HEADING =
  /^\s{0,8}(?:#{1,4}\s+|\*\*)?(?:(?:on|for|in|at|from|auf|von|cluster|kubectl on)\s+){0,2}["'`]?((?:[a-z][a-z0-9]*(?:-[a-z0-9]+)+)|[a-z]{2,20}\d{1,3})["'`]?(?:\s+cluster)?\s*(?:\([^)\n]{0,40}\))?(?:\*\*)?\s*:?\s*$/i;
const CONTEXT = /\bkubectl\b[^\n|]{0,120}?(?:--context[\s=]+|\buse-context\s+)["']?([A-Za-z0-9][\w.-]{1,62})/;
/** Names of nodes, pods and commands. */
const NO_CLUSTER = /^(?:moc-|kube-|get-|calico-|coredns-|cluster-|csi-|azure-|aks-hci$|aks-arc$|ps\d|v\d|ready|not)/i;
const LONGEST = 400;

function nameIn(line: Line): string | undefined {
  if (line.raw.length > LONGEST) return undefined;
  const name = CONTEXT.exec(line.raw)?.[1] ?? clusterOfCommand(line)?.name ?? HEADING.exec(line.raw)?.[1];
  return name === undefined || NO_CLUSTER.test(name) || isKnown(keyOf(name)) ? undefined : name;
}

/** "And aks-x-02, which is fine: "kubernetesVersion": …": a person names the cluster on the line of the value. */
const NAMED_IN_FRONT =
  /(?:^|[\s("'`])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)["'`)]?(?:,[^:,{}"\n]{1,40},?|\s*\([^)\n]{1,40}\))?\s*[:=]\s*[{["]?$/i;

function nameInFront(output: Output, lines: readonly Line[]): string | undefined {
  const line = lines.find((l) => output.start > l.start && output.start <= l.end);
  if (!line || line.raw.length > LONGEST) return undefined;
  const name = NAMED_IN_FRONT.exec(line.raw.slice(0, output.start - line.start))?.[1];
  return name === undefined || NO_CLUSTER.test(name) || isKnown(keyOf(name)) ? undefined : name;
}

const named = (output: Output, cluster: string | undefined): Output =>
  cluster === undefined
    ? output
    : { ...output, found: output.found.map((f) => (f.cluster === undefined ? { ...f, cluster } : f)) };

/** Outputs whose facts name no cluster get that of the last name above them, where at least two are named so. */
export function withClusters(all: readonly Output[], lines: readonly Line[]): Output[] {
  const outputs = all.map((o) =>
    o.found.some((f) => f.fact === 'k8sVersion' && f.cluster === undefined) ? named(o, nameInFront(o, lines)) : o,
  );
  const isUnnamed = outputs.some((o) => o.found.some((f) => f.cluster === undefined));
  if (outputs.length < 2 || !isUnnamed) return [...outputs];
  const heads = lines.flatMap((line) => {
    const name = nameIn(line);
    return name === undefined ? [] : [{ name, end: line.end }];
  });
  if (new Set(heads.map(({ name }) => name.toLowerCase())).size < 2) return [...outputs];
  return outputs.map((output) => named(output, heads.findLast(({ end }) => end <= output.start)?.name));
}
