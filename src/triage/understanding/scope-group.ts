/** Topics that usually end in the same scope; confidence is about the scope, so neighbours of one group may be confused. */
const GROUPS: Record<string, readonly string[]> = {
  best_effort: ['oss-tool'],
  preview: ['ms-preview'],
  basic: ['cni-basic'],
  out_of_scope: [
    'altered-managed',
    'closed-source',
    'cni-advanced',
    'daemonset-damage',
    'host-platform',
    'k8s-howto',
    'network-customization',
    'nic-customization',
    'other-product',
    'own-workload',
  ],
  not_a_support_request: ['docs-fault', 'price', 'product-choice', 'release-info', 'roadmap', 'small-talk', 'wish'],
};
const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, topics]) => topics.map((topic) => [topic, group])));

export const scopeGroup = (topic: string): string => GROUP_OF.get(topic) ?? 'in_scope';

const TURNED_AWAY = new Set(['out_of_scope', 'not_a_support_request']);

/** The person is sent elsewhere, or needs nothing. */
export const isTurnedAway = (topic: string): boolean => TURNED_AWAY.has(scopeGroup(topic));
