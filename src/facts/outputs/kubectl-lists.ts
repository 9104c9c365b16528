/** `kubectl get pods`, `get svc` and events: only the CNI is read from them; their ages and counts are nobody's facts. */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';

const POD_HEADER = /^\s{0,40}(?:namespace\s+)?name\s+ready\s+status\s+restarts/;
const POD_ROW = /^\s{0,40}(?:\S+\s+)?\S+\s+\d+\/\d+\s+[A-Z]\w*(?:[:/]\w+)*\s+\d+(?:\s+\([^)]{1,20}\))?\s+\d+[dhmsy]/;
const SVC_HEADER = /^\s{0,40}(?:namespace\s+)?name\s+type\s+cluster-ip\s+external-ip/;
const SVC_ROW = /\s(?:ClusterIP|LoadBalancer|NodePort|ExternalName)\s+\S+\s+\S+\s+\S+\s+\d+[dhmsy]/;
const EVENT_ROW = /^\s{0,40}(?:\S+\s+)?(?:Warning|Normal)\s+[A-Z]\w+\s+.{0,10}\d+[dhms]/;

const CNI_POD: readonly ['calico' | 'flannel' | 'cilium', RegExp][] = [
  ['calico', /\bcalico-(?:node|system|typha|kube-controllers)|\btigera-operator/],
  ['flannel', /\bkube-flannel/],
  ['cilium', /^\s{0,40}(?:\S+\s+)?cilium-(?!operator-test)/],
];

function cniOf(line: Line): Found[] {
  const cni = CNI_POD.find(([, re]) => re.test(line.low))?.[0];
  return cni ? [pasted('cni', cni, line, { weight: WEIGHT.said })] : [];
}

export function kubectlLists(_doc: Document, lines: readonly Line[]): Output[] {
  return lines.flatMap((line) => {
    const isPod = POD_HEADER.test(line.low) || POD_ROW.test(line.raw);
    const isService = SVC_HEADER.test(line.low) || SVC_ROW.test(line.raw);
    if (!isPod && !isService && !EVENT_ROW.test(line.raw)) return [];
    const kind = isPod ? 'kubectl-pods' : isService ? 'kubectl-services' : 'kubectl-events';
    return [{ kind, start: line.start, end: line.end, found: isPod ? cniOf(line) : [] }];
  });
}
