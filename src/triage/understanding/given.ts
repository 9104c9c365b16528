/** What the person settled beats what their words suggest. */
import type { ComponentClass, FactValues } from '../../model/facts.ts';
import { classOf } from './component.ts';
import type { Likely } from './decide.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { scopeGroup } from './scope-group.ts';
import type { SettlingFacts } from './settling.ts';

const GIVEN_CONFIDENCE = 0.97;
/** A class names the scope, not yet the topic inside it. */
const CLASS_CONFIDENCE = 0.93;

/** Products that this policy is not about. */
const OTHER_PRODUCTS = new Set(['aks-cloud', 'aks-edge', 'aks-engine', 'other']);
const PREVIEW_PRODUCTS = new Set(['aks-vmware', 'aks-bare-metal']);

/** Topic of a class where the likeliest topic is of another class. */
export const CLASS_TOPIC: Record<ComponentClass, string> = {
  'microsoft-managed': 'system-addon',
  'community-cni': 'cni-basic',
  'open-source-networking': 'network-customization',
  'open-source': 'oss-tool',
  'closed-source': 'closed-source',
  'azure-integration': 'arc-extension',
  'kubernetes-core': 'control-plane',
  'host-platform': 'host-platform',
  'other-product': 'other-product',
  'own-workload': 'own-workload',
};

export function givenTopic(
  facts: SettlingFacts,
  likely: readonly Likely[],
  { lexicon, classOfWords }: { lexicon: Pick<Lexicon, 'topics' | 'components'>; classOfWords: ComponentClass | null },
): { topic: string; confidence: number } | undefined {
  const product = facts.product?.value;
  const notAsked = likely[0] && scopeGroup(likely[0].topic) === 'not_a_support_request';
  const compared = notAsked && facts.product?.source === 'typed';
  if (product && OTHER_PRODUCTS.has(product) && !compared) {
    return { topic: 'other-product', confidence: GIVEN_CONFIDENCE };
  }
  if (facts.topic && lexicon.topics.has(facts.topic.value)) {
    return { topic: facts.topic.value, confidence: GIVEN_CONFIDENCE };
  }
  // Who was asked whose the failing part is, and said it, asks for support.
  const isAnswered = facts.componentClass?.source === 'answered';
  if (notAsked && !isAnswered) return undefined;
  if (product && PREVIEW_PRODUCTS.has(product)) return { topic: 'ms-preview', confidence: GIVEN_CONFIDENCE };
  const stage = stageTopic(facts, likely);
  if (stage) return { topic: stage, confidence: CLASS_CONFIDENCE };
  const released = releasedTopic(facts, likely);
  if (released) return { topic: released, confidence: CLASS_CONFIDENCE };
  if (facts.rootCause?.value === 'upstream-bug') return { topic: 'upstream-bug', confidence: CLASS_CONFIDENCE };
  // A part that the product delivers too, but this one the customer put there (B06).
  const isOwn = facts.workloadInKubeSystem?.value === true;
  if (isOwn && likely[0]?.topic === 'system-addon' && !facts.componentClass)
    return { topic: 'oss-tool', confidence: CLASS_CONFIDENCE };
  const component = facts.component && lexicon.components.get(facts.component.value);
  if (component) return { topic: component.topic, confidence: CLASS_CONFIDENCE };
  if (!classOfWords) return undefined;
  return { topic: topicOfClass(classOfWords, likely), confidence: CLASS_CONFIDENCE };
}

/** What stands in a message may be said of something else; what was asked for is said of this. */
const PASSING_PROBABILITY_MIN = 0.15;

/** So sure whose product it is that another class in the words is told of its past, or of its parts. */
const SETTLED_PROBABILITY = 0.7;
const VENDORS = new Set<ComponentClass>(['closed-source', 'open-source']);

const causeOf = (mentions: readonly Mention[], of: ComponentClass | undefined): boolean =>
  mentions.some(({ role, component }) => role === 'cause' && component.class === of);

/** A class that only stands in the words ("it replaced the open one") counts where the topic or a name fits it, or nobody knows the name. */
export function givenClass(
  { componentClass }: SettlingFacts,
  likely: readonly Likely[],
  { mentions, unknown }: { mentions: readonly Mention[]; unknown: boolean },
): ComponentClass | null {
  if (componentClass?.source !== 'typed' || unknown) return componentClass?.value ?? null;
  const said = componentClass.value;
  const [first] = likely;
  const other = first && classOf(first.topic);
  const sure = first !== undefined && first.probability >= SETTLED_PROBABILITY;
  // "The open-source agent we put on every node takes the nodes down": whose program it is decides nothing there (F14).
  if (sure && first.topic === 'daemonset-damage' && VENDORS.has(said)) return null;
  if (sure && other && other !== said && VENDORS.has(other)) return null;
  const probability = likely.reduce((sum, each) => (classOf(each.topic) === said ? sum + each.probability : sum), 0);
  return causeOf(mentions, said) || probability >= PASSING_PROBABILITY_MIN ? said : null;
}

function stageTopic({ featureStage }: SettlingFacts, likely: readonly Likely[]): string | undefined {
  const topic = featureStage && STAGE_TOPIC[featureStage.value];
  if (!topic || featureStage.source === 'answered') return topic;
  const probability = likely.find((other) => other.topic === topic)?.probability ?? 0;
  return probability >= PASSING_PROBABILITY_MIN ? topic : undefined;
}

/** "It is generally available here": what looked like a preview is what else the words say, in scope. */
function releasedTopic({ featureStage }: SettlingFacts, likely: readonly Likely[]): string | undefined {
  if (featureStage?.value !== 'ga' || likely[0]?.topic !== 'ms-preview') return undefined;
  return likely.find(({ topic }) => topic !== 'ms-preview' && scopeGroup(topic) === 'in_scope')?.topic;
}

const STAGE_TOPIC: Partial<Record<FactValues['featureStage'], string>> = {
  'ms-public-preview': 'ms-preview',
  'ms-private-preview': 'ms-preview',
  'ms-feature-flag': 'ms-preview',
  alpha: 'upstream-feature',
  beta: 'upstream-feature',
};

/** The likeliest topic of the class's scope; "Microsoft's" leaves open which of its many topics. */
function topicOfClass(componentClass: ComponentClass, likely: readonly Likely[]): string {
  const [first] = likely;
  if (first && classOf(first.topic) === componentClass) return first.topic;
  const home = CLASS_TOPIC[componentClass];
  const broad = ['microsoft-managed', 'azure-integration', 'kubernetes-core'].includes(componentClass);
  if (!broad) return home;
  // An extension is not whatever else the message tells of the cluster.
  if (componentClass === 'azure-integration' && !first?.topic.startsWith('arc')) return home;
  const inScope = likely.find(({ topic }) => scopeGroup(topic) === 'in_scope');
  return inScope?.topic ?? home;
}
