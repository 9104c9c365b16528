/** The part at fault and its class, once the topic is known. */
import type { ComponentClass } from '../../model/facts.ts';
import type { Mention } from './mentions.ts';
import type { Reading } from './reading.ts';
import { unknownName } from './unknown-name.ts';

/** Class that a topic implies; a topic without one leaves the class open. */
const TOPIC_CLASS: Record<string, ComponentClass> = {
  'oss-tool': 'open-source',
  'oss-integration': 'open-source',
  'closed-source': 'closed-source',
  'other-product': 'other-product',
  'own-workload': 'own-workload',
  'daemonset-damage': 'own-workload',
  'network-customization': 'open-source-networking',
  'nic-customization': 'open-source-networking',
  'cni-basic': 'community-cni',
  'cni-advanced': 'community-cni',
  'host-platform': 'host-platform',
  'arc-integration': 'azure-integration',
  'arc-extension': 'azure-integration',
  billing: 'azure-integration',
  'azure-connectivity': 'azure-integration',
  egress: 'azure-integration',
};
/** Topics of Microsoft's own parts. */
const MANAGED = new Set(
  'control-plane api-server etcd management-cluster control-plane-customization altered-managed system-addon cluster-access networking dns kube-proxy ingress-lb net-performance network-object node node-runtime node-self-repair node-patching node-access product-tuning product-procedure storage install-upgrade deprecation-warning security-flaw node-security-flaw certificates'.split(
    ' ',
  ),
);

/** Class that a topic implies, if it implies one. */
export const classOf = (topic: string): ComponentClass | null =>
  TOPIC_CLASS[topic] ?? (MANAGED.has(topic) ? 'microsoft-managed' : null);

export function componentOf(
  topic: string | null,
  reading: Reading,
  { given, givenClass }: { given: string | null; givenClass: ComponentClass | null },
): { component: string | null; componentClass: ComponentClass | null } {
  if (topic === null) return { component: given ?? unknownName(reading), componentClass: givenClass };
  const componentClass = givenClass ?? classOf(topic);
  const mention = best(reading.mentions, topic, componentClass);
  const typed = componentClass === 'closed-source' || componentClass === 'open-source' ? unknownName(reading) : null;
  return { component: given ?? mention?.component.id ?? typed, componentClass };
}

/** Causes of the topic first, then of its class; the guilty and the earlier named first. */
function best(mentions: readonly Mention[], topic: string, componentClass: ComponentClass | null): Mention | undefined {
  const causes = mentions
    .filter(({ role }) => role === 'cause')
    .sort((a, b) => Number(b.guilty) - Number(a.guilty) || faults(b) - faults(a));
  return (
    causes.find(({ component }) => component.topic === topic && component.class === componentClass) ??
    causes.find(({ component }) => component.topic === topic) ??
    causes.find(({ component }) => component.class === componentClass)
  );
}

const faults = ({ occurrences }: Mention): number => occurrences.filter(({ faulty }) => faulty).length;
