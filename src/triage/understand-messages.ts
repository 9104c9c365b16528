/**
 * What several messages are about, oldest first. The opening tells the topic and most of what follows is answers; but a later message
 * may take the opening back ("it is not the F5"), name the culprit ("turns out somebody put Cilium in") or bring the problem at last.
 */
import type { ComponentClass, Facts } from '../model/facts.ts';
import { type Lexicon, type NamedThing, type Understanding, understand } from './understand.ts';
import { onlyNames } from './understanding/open.ts';
import { readMessage } from './understanding/reading.ts';
import { scopeGroup } from './understanding/scope-group.ts';
import { namesAnew } from './understanding/told-later.ts';

export type Understood = { understanding: Understanding; text: string };

/** A later message that only adds to the words changes the topic only when all together are surer of it by so much. */
const TOPIC_CHANGE_MARGIN = 0.15;
/** So sure of its own topic must be what a later message says anew. */
const RETOLD_CONFIDENCE_MIN = 0.8;
/** So sure must be a fault that follows small talk or a wish. */
const FAULT_CONFIDENCE_MIN = 0.5;

const EXONERATED: ReadonlySet<NamedThing['role']> = new Set(['denied', 'bypassed']);

export function understandMessages(messages: readonly string[], facts: Facts, lexicon: Lexicon): Understood {
  const [opening = '', ...later] = messages;
  const first: Understood = { understanding: opened(opening, facts, lexicon), text: opening };
  if (later.length === 0) return first;
  const text = messages.join('\n\n');
  const retold = later.reduce((before, message) => hear(before, message, facts, lexicon), first);
  if (retold !== first) return { understanding: withoutTopicQuestion(retold.understanding), text };
  if (!isMovable(first.understanding, later, lexicon)) return { understanding: first.understanding, text };
  const all = understand(text, facts, lexicon);
  return { understanding: isSurer(all, first.understanding) ? all : first.understanding, text };
}

/** An opening that names its subject and no more is asked what is the matter with it. */
function opened(opening: string, facts: Facts, lexicon: Lexicon): Understanding {
  const first = understand(opening, facts, lexicon);
  const isBare =
    first.topic !== null && facts.topic === undefined && onlyNames(readMessage(opening, lexicon), first.topic);
  if (!isBare || first.open.some(({ fact }) => fact === 'topic')) return first;
  const why = 'The message names a part, but does not say what is wrong.';
  return { ...first, open: [...first.open, { fact: 'topic', why }] };
}

/** Who has just said anew what it is need not be asked what it is. */
const withoutTopicQuestion = (understanding: Understanding): Understanding =>
  understanding.topic === null
    ? understanding
    : { ...understanding, open: understanding.open.filter(({ fact }) => fact !== 'topic') };

const isAsked = ({ open }: Understanding): boolean => open.some(({ fact }) => fact === 'topic');

/** Answers to other questions move a settled topic nowhere; what was asked of it, or tells of a problem, may. */
const isMovable = (first: Understanding, later: readonly string[], lexicon: Lexicon): boolean =>
  first.topic === null || isAsked(first) || later.some((message) => tellsOfProblem(message, lexicon));

/** Whether all the words together know better than the first of them, which may be moved. */
function isSurer(all: Understanding, first: Understanding): boolean {
  if (first.topic === null) return true;
  if (all.topic === null) return false;
  if (isAsked(first) && groupOf(all) !== groupOf(first)) return all.confidence >= FAULT_CONFIDENCE_MIN;
  return all.confidence > first.confidence + TOPIC_CHANGE_MARGIN;
}

/** What was understood before, or what the later message makes of it. */
function hear(before: Understood, message: string, facts: Facts, lexicon: Lexicon): Understood {
  const none = isNoRequest(before.understanding);
  if (!none && !namesAnew(message)) return before;
  if (!tellsOfProblem(message, lexicon)) return before;
  const alone = understand(message, facts, lexicon);
  if (none) return isFault(alone) ? { understanding: alone, text: message } : before;
  const text = `${before.text}\n\n${message}`;
  const joined = understand(text, facts, lexicon);
  if (exonerates(alone, joined, before.understanding)) {
    const others = [joined, alone].filter((told) => groupOf(told) !== groupOf(before.understanding));
    return { understanding: others.find(({ topic }) => topic !== null) ?? others[0] ?? joined, text };
  }
  if (!isRetold(alone, before.understanding)) return before;
  return { understanding: groupOf(joined) === groupOf(alone) ? joined : alone, text };
}

const groupOf = ({ topic }: Understanding): string | null => (topic === null ? null : scopeGroup(topic));

const isNoRequest = (understanding: Understanding): boolean => groupOf(understanding) === 'not_a_support_request';

const isFault = (alone: Understanding): boolean =>
  alone.intent === 'fault' && alone.topic !== null && !isNoRequest(alone) && alone.confidence >= FAULT_CONFIDENCE_MIN;

/** A fault of something is told, or a part is named that only somebody's doing brings into a cluster; an answer does neither. */
function tellsOfProblem(message: string, lexicon: Lexicon): boolean {
  const reading = readMessage(message, lexicon);
  const isNamed =
    reading.signals.some(({ topic }) => topic !== 'host-platform') ||
    reading.mentions.some(({ role, component }) => role === 'cause' && !CONSOLES.has(component.id));
  const says = (ids: readonly string[]): boolean => reading.cues.some(({ id }) => ids.includes(id));
  return (
    (isNamed && says(TELLING)) ||
    (says(['removed']) && says(['fault-stays', 'fault-goes'])) ||
    says(['preview', 'alpha', 'beta']) ||
    reading.mentions.some(({ component }) => BROUGHT_IN.has(component.class))
  );
}

/** "No, we cannot even sign in to Hyper-V": an answer about who changes VMs, no fault of the hosts. */
const CONSOLES: ReadonlySet<string> = new Set(['failover-cluster', 'hyper-v', 'scvmm', 'wac-gateway']);

const TELLING = ['fault', 'fault-stays', 'fault-goes'];

const BROUGHT_IN: ReadonlySet<ComponentClass> = new Set([
  'community-cni',
  'open-source-networking',
  'open-source',
  'closed-source',
  'other-product',
]);

/** "the portal calls the version deprecated" tells the state of the cluster that fails, not another fault. */
const STATE_OF_VERSION = 'deprecation-warning';

/** Another kind of topic, surely: "it is the nginx that we installed". */
const isRetold = (told: Understanding, before: Understanding): boolean =>
  told.topic !== null &&
  !isNoRequest(told) &&
  !(told.topic === STATE_OF_VERSION && before.topic !== null) &&
  told.confidence >= (before.topic === null ? FAULT_CONFIDENCE_MIN : RETOLD_CONFIDENCE_MIN) &&
  groupOf(told) !== groupOf(before);

/** What stood there as the cause is none any more. */
function exonerates(alone: Understanding, joined: Understanding, before: Understanding): boolean {
  const causes = new Set(before.mentions.filter(({ role }) => role === 'cause').map(({ id }) => id));
  return [alone, joined].some(({ mentions }) =>
    mentions.some(({ id, role }) => causes.has(id) && EXONERATED.has(role)),
  );
}
