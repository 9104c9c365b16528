/** The finer topic of a settled one, where the words tell which of its kinds is meant. */
import type { Evidence } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { scopeGroup } from './scope-group.ts';
import { causes } from './turn.ts';

/** What a node does that is broken, as opposed to a pool that does not grow. */
const BROKEN = new Set([
  'node not ready',
  'nodes not ready',
  'notready',
  'node is down',
  'node flap*',
  'nodes flap*',
  'node does not join',
  'never join*',
  'node cannot join',
  'node unreachable',
  'node is gone',
  'node ... keeps reboot*',
  'node ... keeps restart*',
  'nodes ... keep reboot*',
  'nodes ... keep restart*',
  'node ... keeps crash*',
  'nodes ... keep crash*',
  'node reboots ... again',
]);
const BROKEN_PARTS = new Set(['node-notready', 'kubelet', 'containerd']);
/** Told beside it, the pool and its size are the matter. */
const OF_POOLS = new Set(['scale fails', 'scale out', 'scale in', 'scale up', 'autoscaler', 'add nodes', 'more nodes']);

/** Evidence that names a topic rather than hints at it. */
const NAMED_MIN = 2.5;

/** Whatever part they are found in, these are judged by what they are. */
const OF_THEIR_OWN = new Set(['upstream-feature', 'upstream-bug', 'security-flaw', 'node-security-flaw']);

export function refined(
  topic: string,
  reading: Reading,
  evidence: Evidence,
  { topics }: Pick<Lexicon, 'topics'>,
): string {
  const named = namedPart(namedInstead(topic, evidence), reading, topics);
  if (named === 'management-cluster' && SCALING.test(reading.text)) return 'node';
  // Who signs in with Entra uses the cluster's integration with Azure (D04), which knows the users.
  if (named === 'cluster-access' && causes(reading).some(({ component }) => component.id === 'entra-login'))
    return 'arc-integration';
  return named === 'node' && isBrokenNode(reading) ? 'node-runtime' : named;
}

/** What is refused is the pool's growth, whichever cluster has lost its contact (H06). */
const SCALING =
  /\b(?:node ?)?pools? scal\w+|\b(?:set-akshcinodepool\b|add|adding|scal\w+|grow|growing|extend\w*|more)\b[^.;\n]{0,24}\b(?:nodes?|workers?|node ?pools?|pools?|out|in|up)\b/i;

/** "kube-proxy logs errors, services are unreachable": the part that fails by name, not the field it belongs to. */
function namedPart(topic: string, reading: Reading, topics: Lexicon['topics']): string {
  const part = causes(reading).find(
    ({ component, occurrences }) =>
      topics.get(component.topic)?.parent === topic &&
      component.class === 'microsoft-managed' &&
      scopeGroup(component.topic) === scopeGroup(topic) &&
      occurrences.some(({ faulty }) => faulty),
  );
  return part?.component.topic ?? topic;
}

/** What the classifier guesses of words that name nothing of the kind gives way to what they do name, in the same scope. */
function namedInstead(topic: string, evidence: Evidence): string {
  if (OF_THEIR_OWN.has(topic) || (evidence.get(topic) ?? 0) > 0) return topic;
  const [best] = [...evidence]
    .filter(([other, weight]) => weight >= NAMED_MIN && scopeGroup(other) === scopeGroup(topic))
    .sort(([, a], [, b]) => b - a);
  return best?.[0] ?? topic;
}

/** A node that is NotReady, flaps or does not join is its kubelet's or its runtime's fault until something else is told (B01, F04). */
function isBrokenNode(reading: Reading): boolean {
  const phrases = reading.signals.map(({ phrase }) => phrase);
  const isBroken =
    phrases.some((phrase) => BROKEN.has(phrase)) ||
    causes(reading).some(({ component }) => BROKEN_PARTS.has(component.id));
  return isBroken && !phrases.some((phrase) => OF_POOLS.has(phrase));
}
