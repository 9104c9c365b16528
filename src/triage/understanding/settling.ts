/** Facts that settle, or help to settle, what a message is about. Understanding sees no others, and of these no more than stands here. */
import type { Fact, FactName } from '../../model/facts.ts';

const SETTLING = [
  'product',
  'topic',
  'component',
  'componentClass',
  'featureStage',
  'fromMicrosoftDocs',
  'rootCause',
  'workloadInKubeSystem',
  'nodeChange',
  'metadataChange',
] as const satisfies readonly FactName[];

export type SettlingName = (typeof SETTLING)[number];
export type SettlingFacts = { readonly [N in SettlingName]?: Pick<Fact<N>, 'value' | 'source'> };

/** Equal where all of them are: then the same words mean the same. */
export const settlingKey = (facts: SettlingFacts): string =>
  JSON.stringify(
    SETTLING.map((name) => {
      const fact = facts[name];
      return fact && [fact.value, fact.source];
    }),
  );
