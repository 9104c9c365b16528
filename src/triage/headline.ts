/** The one sentence that a person reads first. */
import type { Policy, Topic } from '../../knowledge/schema.ts';
import type { Report } from '../model/report.ts';
import type { Weighing } from './weigh.ts';

type Said = Pick<Weighing, 'scope' | 'scopeLimit' | 'eligibility' | 'citations' | 'silent'>;

const TOPIC_SENTENCE: { readonly [S in Report['scope']]: (said: Said, topic: string) => string } = {
  in_scope: ({ scopeLimit }, topic) =>
    scopeLimit === 'install_and_basic_configuration'
      ? `Support covers installation and basic configuration of this, no more (${topic})`
      : `Support covers this (${topic})`,
  best_effort: ({ scopeLimit }, topic) =>
    `Support helps with this as best effort${scopeLimit === 'business_hours' ? ', in business hours' : ''} (${topic})`,
  out_of_scope: (_, topic) => `Support does not cover this (${topic})`,
  not_a_support_request: (_, topic) => `Not a support request: ${topic}`,
  undetermined: ({ silent }, topic) =>
    silent ? `This edition of the policy says nothing about ${topic}` : 'I cannot tell yet what this is about',
};

export function headlineOf(said: Said, topic: Topic | undefined, policy: Policy): string {
  if (said.scope === 'not_a_support_request' && topic?.headline) return topic.headline;
  const sentence = TOPIC_SENTENCE[said.scope](said, topic ? lowerFirst(topic.title) : 'topic not recognised');
  return `${sentence}${clusterClause(said, policy)}.`;
}

function clusterClause({ scope, eligibility, citations }: Said, policy: Policy): string {
  if (scope === 'not_a_support_request') return '';
  const gate = citations.find(({ rule }) =>
    policy.rules.some((entry) => entry.id === rule && (entry.role === 'gate' || entry.role === 'upgrade')),
  );
  const isCovered = scope === 'in_scope' || scope === 'best_effort';
  switch (eligibility) {
    case 'unsupported':
      return `${isCovered ? ', but' : ', and'} the cluster is out of support as it is${gate ? ` (${gate.heading})` : ''}`;
    case 'upgrade_first':
      return isCovered
        ? ', but the cluster must be upgraded first'
        : ', and the cluster would have to be upgraded anyway';
    case 'eligible':
      return scope === 'out_of_scope' ? '' : `, ${isCovered ? 'and' : 'but'} nothing known rules the cluster out`;
    case 'unknown':
      return scope === 'out_of_scope' ? '' : '; whether the cluster is eligible is still open';
  }
}

/** Lower case for a word in a sentence, but not for names and abbreviations. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]+\b/.test(text) && !/^(Kubernetes|Calico|Azure|Microsoft|Arc)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
