/** Software of somebody else that only suffers: from a fault told after "because", or from one that is everybody's. */
import type { Component } from '../../../knowledge/schema.ts';
import type { MentionContext, Name } from './mentions.ts';
import type { Span } from './reading.ts';
import { isFaulty, near, sentenceOf } from './roles.ts';

const VICTIM_WITHIN_WORDS = 3;
export const MANAGED = new Set<Component['class']>(['microsoft-managed', 'community-cni']);
const BECAUSE = new Set(['because', 'weil', 'porque', 'due', 'car']);
/** Words of time as much as of reason: a reason only where a fault follows. */
const SINCE = new Set(['since', 'seit', 'depuis', 'desde']);

/** "the runner fails because the API server times out". */
export function isVictim(name: Name, names: readonly Name[], context: MentionContext): boolean {
  const result = near(context, name, 'victim', VICTIM_WITHIN_WORDS);
  if (result && result.first > name.last) return true;
  const sentence = sentenceOf(context, name);
  return names.some(
    (other) =>
      MANAGED.has(other.component.class) &&
      other.first > name.last &&
      sentenceOf(context, other) === sentence &&
      context.words
        .slice(name.last + 1, other.first)
        .some(({ text }) => BECAUSE.has(text) || (SINCE.has(text) && isFaulty(other, context))),
  );
}

/** What shows itself in every tool of the cluster. */
const OF_ALL = new Set('dns networking api-server control-plane etcd storage kube-proxy node certificates'.split(' '));
const PROOF_WEIGHT_MIN = 2;
const PROOF_WITHIN_SENTENCES = 1;

/** "Argo CD ran into timeouts; by now kubectl does so too, on every node": the tool was only the first to notice. */
export function isEverybodys(name: Name, names: readonly Name[], context: MentionContext): boolean {
  if (context.cues.some(({ id }) => id === 'cluster-fine')) return false;
  return context.cues.some((cue) => {
    if (cue.id !== 'everybodys' || isIn(cue, name, context)) return false;
    const sentence = sentenceOf(context, cue);
    const inReach = (span: Span) => Math.abs(sentenceOf(context, span) - sentence) <= PROOF_WITHIN_SENTENCES;
    return (
      names.some((other) => MANAGED.has(other.component.class) && inReach(other) && isFaulty(other, context)) ||
      context.signals.some(({ topic, weight, ...at }) => OF_ALL.has(topic) && weight >= PROOF_WEIGHT_MIN && inReach(at))
    );
  });
}

/** "all pods of Loki crash": all of one tool are not all. */
const isIn = (span: Span, name: Name, { layout }: MentionContext): boolean =>
  layout.clause[span.first] === layout.clause[name.first];
