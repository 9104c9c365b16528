/**
 * The part a named thing plays. A name alone is no cause: it may be denied ("not the extension"), bypassed while the fault stays, the
 * messenger of somebody else's fault, healthy, in use beside the fault, or hit by a fault that is told after "because".
 */
import type { Component } from '../../../knowledge/schema.ts';
import { distance, type MentionContext, type Name } from './mentions.ts';
import type { CueHit, Span } from './reading.ts';
import { removalResult } from './removal.ts';
import { isEverybodys, isVictim, MANAGED } from './victim.ts';

export type Role = 'cause' | 'collateral' | 'bypassed' | 'denied' | 'context';

export type Occurrence = Span & {
  role: Role;
  /** The fault vanishes without it. */
  guilty: boolean;
  /** A fault is told in the same clause. */
  faulty: boolean;
  pasted: boolean;
};

const DENIAL_WITHIN_WORDS = 1;
const DENIED_AFTER_WITHIN_WORDS = 3;
const REPORTER_WITHIN_WORDS = 3;
const HEALTHY_WITHIN_WORDS = 4;
const OTHER_WITHIN_WORDS = 4;
const USE_WITHIN_WORDS = 4;
const BEGAN_WITHIN_WORDS = 8;
const GUESS_WITHIN_WORDS = 2;
const UNSURE_WITHIN_WORDS = 6;
/** A signal of this weight beside a messenger is the message. */
const MESSAGE_WEIGHT_MIN = 2.5;

const FOREIGN = new Set<Component['class']>([
  'closed-source',
  'open-source',
  'open-source-networking',
  'other-product',
  'azure-integration',
]);
const VENDORS = new Set<Component['class']>(['closed-source', 'open-source']);
const FOREIGN_TOPICS = new Set(['oss-tool', 'closed-source', 'oss-integration', 'other-product', 'small-talk']);
/** "no dns" and "not kubelet" differ: these words deny only things that one can do without. */
const WEAK_DENIALS = new Set(['no', 'without', 'kein', 'keine', 'pas', 'sans', 'sin', 'have']);

export function occurrencesOf(
  names: readonly Name[],
  context: MentionContext,
): { component: Component; occurrence: Occurrence }[] {
  return names.map((name) => {
    const faulty = isFaulty(name, context);
    const result = isRemovable(name.component) ? removalResult(name, names, context) : 'untried';
    const guilty = result === 'goes' || (result === 'untried' && isToldCause(name, context));
    const role = guilty ? 'cause' : result === 'stays' ? 'bypassed' : roleOf(name, names, context, faulty);
    const pasted = context.layout.pasted[name.first] === 1;
    return {
      component: name.component,
      occurrence: { first: name.first, last: name.last, role, guilty, faulty, pasted },
    };
  });
}

/** A fault is told in the same clause. */
export const isFaulty = (span: Span, { cues, layout }: MentionContext): boolean =>
  cues.some(({ id, first }) => id === 'fault' && layout.clause[first] === layout.clause[span.first]);

/** What one can take away to see whether the fault goes: nobody runs a cluster without its API server. */
const isRemovable = (component: Component): boolean =>
  FOREIGN.has(component.class) || component.id === 'customer-daemonset';

/** "since its update the FortiGate drops sessions": a vendor's thing that the fault began with. */
const isToldCause = (name: Name, context: MentionContext): boolean =>
  name.component.class === 'closed-source' && near(context, name, 'began-with', BEGAN_WITHIN_WORDS) !== undefined;

function roleOf(name: Name, names: readonly Name[], context: MentionContext, faulty: boolean): Role {
  if (isDenied(name, names, context)) return 'denied';
  if (isHealthy(name, names, context) || isGuessed(name, names, context)) return 'context';
  if (isElsewhere(name, context) || isLeft(name, names, context, faulty)) return 'context';
  if (name.component.class === 'host-platform' && (!faulty || isUsedTool(name, context))) return 'context';
  if (VENDORS.has(name.component.class)) {
    if (near(context, name, 'suspected', OTHER_WITHIN_WORDS)) return 'collateral';
    if (isMessenger(name, names, context) || isVictim(name, names, context)) return 'collateral';
    if (isEverybodys(name, names, context)) return 'collateral';
  }
  const optional = VENDORS.has(name.component.class) || name.component.class === 'community-cni';
  const used = optional && !faulty && near(context, name, 'in-use', USE_WITHIN_WORDS);
  return used && context.cues.some(({ id }) => id === 'fault') ? 'context' : 'cause';
}

export const sentenceOf = ({ layout }: Pick<MentionContext, 'layout'>, span: Span): number =>
  layout.sentence[span.first] ?? 0;

/** A cue of this kind in the same sentence, at most so many words away. */
export function near(context: MentionContext, span: Span, id: string, withinWords: number): CueHit | undefined {
  return context.cues.find(
    (cue) =>
      cue.id === id && distance(cue, span) <= withinWords && sentenceOf(context, cue) === sentenceOf(context, span),
  );
}

function isDenied(name: Name, names: readonly Name[], context: MentionContext): boolean {
  const foreign = FOREIGN.has(name.component.class);
  const sentence = sentenceOf(context, name);
  const cleared = (cue: CueHit) => {
    const later = sentenceOf(context, cue) - sentence;
    return cue.id === 'innocent' && cue.first > name.last && (later === 0 || later === 1);
  };
  if (VENDORS.has(name.component.class) && context.cues.some(cleared)) return true;
  const after = near(context, name, 'denied-after', DENIED_AFTER_WITHIN_WORDS);
  if (foreign && after && after.first > name.last && !names.some((other) => isBetween(other, name, after))) return true;
  return context.cues.some((cue) => {
    if (cue.id !== 'denied' || cue.last >= name.first) return false;
    if (name.first - cue.last - 1 > DENIAL_WITHIN_WORDS) return false;
    if (sentenceOf(context, cue) !== sentenceOf(context, name)) return false;
    const weak = cue.first === cue.last && WEAK_DENIALS.has(context.words[cue.first]?.text ?? '');
    return !weak || foreign;
  });
}

/** "EKS console: Velero is not enabled" says nothing of EKS. */
const isBetween = (other: Name, name: Name, cue: CueHit): boolean => other.first > name.last && other.last < cue.first;

/** "flannel? calico? we don't know": which plugin runs is asked, nothing is told of it. */
function isGuessed(name: Name, names: readonly Name[], context: MentionContext): boolean {
  if (name.component.class !== 'community-cni') return false;
  const other = names.some(
    ({ component, ...span }) =>
      component.class === 'community-cni' && component !== name.component && distance(span, name) <= GUESS_WITHIN_WORDS,
  );
  const unsure = context.cues.find((cue) => cue.id === 'unsure' && distance(cue, name) <= UNSURE_WITHIN_WORDS);
  if (!unsure) return false;
  const endsThere = context.words[name.last + 1]?.breaks === true && unsure.first > name.last;
  return other || (endsThere && distance(unsure, name) <= GUESS_WITHIN_WORDS);
}

const namedBetween = (name: Name, cue: CueHit, names: readonly Name[]): number =>
  names.reduce((sum, each) => (isBetween(each, name, cue) ? sum + each.last - each.first + 1 : sum), 0);

/** "works", "is fine" right after the name, or after what it runs on, with no fault and no "not" between. */
function isHealthy(name: Name, names: readonly Name[], context: MentionContext): boolean {
  const { layout, cues } = context;
  const clause = layout.clause[name.first];
  if (isOneOfHealthy(name, context)) return true;
  return cues.some(
    (cue) =>
      cue.id === 'healthy' &&
      cue.first > name.last &&
      distance(cue, name) - namedBetween(name, cue, names) <= HEALTHY_WITHIN_WORDS &&
      layout.clause[cue.first] === clause &&
      !cues.some(
        (other) =>
          (other.id === 'fault' || other.id === 'denied') && other.first > name.last && other.first < cue.first,
      ),
  );
}

const ALL = new Set(['all', 'they', 'alle', 'tous', 'todos']);

/** "Kyverno, Grafana and Harbor, all fine": said of everything that was listed before it in the sentence, or just before that. */
function isOneOfHealthy(name: Name, context: MentionContext): boolean {
  const { cues, words } = context;
  const sentence = sentenceOf(context, name);
  return cues.some(
    (cue) =>
      cue.id === 'healthy' &&
      ALL.has(words[cue.first]?.text ?? '') &&
      cue.first > name.last &&
      sentenceOf(context, cue) === sentence &&
      !cues.some(({ id, first }) => id === 'fault' && first > name.last && first < cue.first),
  );
}

/** Consoles of the host: what was done in them is the story, not the fault. */
const TOOLS = new Set(['failover-cluster', 'hyper-v', 'scvmm', 'wac-gateway']);
const BY_MEANS_OF = new Set('in with by via through using over from mit per im dans avec con desde en'.split(' '));

/**
 * "switched off in Failover Cluster Manager". A host that is only named, as in "Azure Local 2607", is no cause either: it stands in
 * every second message and says where the cluster lives.
 */
const isUsedTool = ({ component, first }: Name, { words }: MentionContext): boolean =>
  TOOLS.has(component.id) &&
  words.slice(Math.max(0, first - 2), first).some(({ text, breaks }) => BY_MEANS_OF.has(text) && !breaks);

/** Another product or vendor that only serves for comparison. */
function isElsewhere(name: Name, context: MentionContext): boolean {
  if (name.component.class !== 'other-product' && name.component.class !== 'closed-source') return false;
  const cue = near(context, name, 'other-cluster', OTHER_WITHIN_WORDS);
  return cue !== undefined && cue.last < name.first;
}

const LEFT_WITHIN_WORDS = 2;
const INTO_WITHIN_WORDS = 3;

/**
 * "Coming from Nomad, our AKS Arc cluster …", "the old Nomad is gone": what one comes from, beside our product. Told to
 * fail itself, it is the matter after all, unless it only begins a way: "since the move from Nomad to AKS Arc".
 */
function isLeft(name: Name, names: readonly Name[], context: MentionContext, faulty: boolean): boolean {
  if (name.component.class !== 'other-product') return false;
  const ours = context.cues.filter(({ id }) => id === 'our-product');
  const isWay = ours.some(({ first }) => first > name.last && first - name.last - 1 <= INTO_WITHIN_WORDS);
  if (ours.length === 0 || (faulty && !isWay)) return false;
  return names.some(
    (each) =>
      each.component === name.component &&
      context.cues.some(
        (cue) =>
          (cue.id === 'left-before' ? cue.last < each.first : cue.id === 'left-after' && cue.first > each.last) &&
          distance(cue, each) <= LEFT_WITHIN_WORDS &&
          sentenceOf(context, cue) === sentenceOf(context, each),
      ),
  );
}

/** "Nessus reports …", "Grafana shows …": a part of ours or a strong signal stands beside. What other tools say is their own fault first. */
function isMessenger(name: Name, names: readonly Name[], context: MentionContext): boolean {
  const said = near(context, name, 'reporter', REPORTER_WITHIN_WORDS);
  if (!said || !name.component.kinds.includes('messenger')) return false;
  const sentence = sentenceOf(context, name);
  const inReach = (span: Span) => Math.abs(sentenceOf(context, span) - sentence) <= 1;
  return (
    names.some(
      ({ component, ...span }) =>
        MANAGED.has(component.class) && inReach(span) && (span.first > said.last || isFaulty(span, context)),
    ) ||
    context.signals.some(
      (signal) =>
        signal.weight >= MESSAGE_WEIGHT_MIN &&
        !FOREIGN_TOPICS.has(signal.topic) &&
        sentenceOf(context, signal) === sentence &&
        distance(signal, name) > 0,
    )
  );
}
