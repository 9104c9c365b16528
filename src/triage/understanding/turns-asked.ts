/** What the person asks for: to be taught, a wish, a date, a price, nothing at all. */
import type { Reading } from './reading.ts';
import {
  add,
  causes,
  cuesOf,
  damp,
  HALF,
  HINT,
  LIKELY,
  SETTLED,
  SMALL,
  STRONG,
  says,
  type Turn,
  tellsFault,
} from './turn.ts';

/** A fault word right after "are gone" belongs to it. */
const CLOSING_WORDS = 3;

/** Asked how to do something: the product's own procedure (E02), or Kubernetes itself (E01). */
export function whatIsAsked(turn: Turn): void {
  const { evidence, reading } = turn;
  if (!says(reading, 'how-to')) return;
  const ours = causes(reading).some(
    ({ component }) =>
      ['microsoft-managed', 'host-platform'].includes(component.class) || component.topic.startsWith('arc-'),
  );
  if (ours) {
    if (says(reading, 'procedure')) add(evidence, 'product-procedure', LIKELY);
    return;
  }
  if (tellsFault(reading)) {
    add(evidence, 'k8s-howto', HINT);
    return;
  }
  add(evidence, 'k8s-howto', STRONG);
  for (const { component } of causes(reading)) {
    if (component.class === 'kubernetes-core' || component.class === 'open-source') damp(turn, component.topic, HALF);
  }
}

/** Requests that are no support requests, where no fault is told beside them (ruling 15). */
const NO_REQUEST: Record<string, string> = {
  wish: 'wish',
  roadmap: 'roadmap',
  price: 'price',
  docs: 'docs-fault',
  'release-info': 'release-info',
  'product-choice': 'product-choice',
};

const NO_REQUEST_TOPICS = new Set(Object.values(NO_REQUEST));

export function noSupportRequest(turn: Turn): void {
  const { evidence, reading } = turn;
  if (says(reading, 'urgent')) return;
  const fault = tellsFault(reading) || evidence.has('security-flaw');
  const asked = Object.entries(NO_REQUEST).filter(
    ([cue, topic]) => (cue === 'docs' ? saysOfDocs(reading) : says(reading, cue)) || signalled(reading, topic),
  );
  const wrongPage = saysOfDocs(reading) && !reading.layout.pasted.includes(1);
  if (wrongPage && fault) {
    for (const topic of evidence.keys()) damp(turn, topic, HALF);
    add(evidence, 'docs-fault', STRONG);
  }
  if (asked.length > 0 && !fault) {
    for (const topic of [...evidence.keys()].filter((key) => !NO_REQUEST_TOPICS.has(key))) damp(turn, topic, SMALL);
    for (const [, topic] of asked) add(evidence, topic, SETTLED);
  }
  closings(turn, fault);
  if (fault && asked.length === 0 && !wrongPage && !isTalk(reading)) {
    for (const topic of [...NO_REQUEST_TOPICS, 'small-talk']) add(evidence, topic, -SETTLED);
  }
}

const STAGE_WITHIN_WORDS = 3;

/** "the article has a preview badge" tells the stage of the feature, no fault of the page. */
const saysOfDocs = (reading: Reading): boolean =>
  cuesOf(reading, 'docs').some(
    ({ last }) => !cuesOf(reading, 'preview').some(({ first }) => first > last && first - last <= STAGE_WITHIN_WORDS),
  );

/** Turns of phrase that may end a matter although a fault is told. */
const TALK = ['thanks', 'small-talk', 'recovered', 'how-to'];

/** Who tells that a colleague is on leave, or thanks in advance, but asks something or waits for a solution, wants an answer. */
function isTalk(reading: Reading): boolean {
  const waits = says(reading, 'awaited') || reading.text.includes('?');
  const said = (cues: readonly string[]) => cues.some((cue) => says(reading, cue));
  return said(TALK) || (!waits && said(['polite', 'announcement']));
}

/** A signal as strong as a cue. */
const CUE_WEIGHT = 3.5;
const signalled = (reading: Reading, topic: string): boolean =>
  reading.signals.some(
    (signal) =>
      topic !== 'product-choice' &&
      signal.topic === topic &&
      signal.weight >= CUE_WEIGHT &&
      reading.layout.pasted[signal.first] === 0,
  );

/** Thanks after the fault close the matter; thanks before it are manners. */
function closings(turn: Turn, fault: boolean): void {
  const { evidence, reading } = turn;
  const end = lastOf(reading, ['thanks', 'recovered', 'announcement', 'polite']);
  const faultLater = reading.cues.some(({ id, first }) => id === 'fault' && first > end + CLOSING_WORDS);
  const closing = !fault || (says(reading, 'recovered') && !faultLater);
  if (says(reading, 'thanks')) add(evidence, 'small-talk', closing ? STRONG : faultLater ? 0 : LIKELY);
  else if (says(reading, 'polite') && closing && !asksSomething(reading)) add(evidence, 'small-talk', LIKELY);
  if (says(reading, 'announcement')) add(evidence, 'small-talk', fault ? HINT : STRONG);
  if (says(reading, 'small-talk') && !fault) add(evidence, 'small-talk', LIKELY);
  if (faultLater) damp(turn, 'small-talk');
  else if ((evidence.get('small-talk') ?? 0) >= STRONG && !says(reading, 'how-to')) {
    for (const topic of [...evidence.keys()].filter((key) => !NO_REQUEST_TOPICS.has(key))) {
      if (topic !== 'small-talk') damp(turn, topic, HALF);
    }
  }
  addRemark(turn, fault);
}

/** A remark without any content; one that asks something asks for an answer, unless it is a single word. */
function addRemark({ evidence, reading }: Turn, fault: boolean): void {
  const { words, signals, mentions } = reading;
  if (fault || words.length > REMARK_WORDS_MAX || words.some(({ text }) => HELP.has(text))) return;
  if (mentions.length > 0 || signals.some(({ topic }) => topic !== 'small-talk')) return;
  if (words.length > 1 && asksSomething(reading)) return;
  add(evidence, 'small-talk', words.length < REMARK_WORDS_MAX ? STRONG : HINT);
}

/** Takes the message back, whatever fault it told of. */
export function retracted(turn: Turn): void {
  if (!isRetracted(turn.reading)) return;
  for (const topic of turn.evidence.keys()) turn.evidence.set(topic, -2 * SETTLED);
  turn.evidence.set('small-talk', 2 * SETTLED);
}

/** Words in which a message may begin with taking itself back. */
const OPENING_WORDS = 6;
/** Such a message is short: who writes more has something to tell. */
const RETRACTION_WORDS_MAX = 24;

/**
 * "Sent by mistake, the NotReady was my VPN". A fault behind the words is the one taken back, unless it is told to be there now:
 * "forget what I said, it is down again".
 */
function isRetracted({ cues, words, text }: Reading): boolean {
  const [taken] = cues.filter(({ id }) => id === 'retracted');
  if (!taken || words.length > RETRACTION_WORDS_MAX || text.includes('?')) return false;
  if (cues.some(({ id }) => id === 'again' || id === 'real-matter' || id === 'introduced')) return false;
  return taken.first < OPENING_WORDS || words.length - taken.last <= OPENING_WORDS;
}

/** "ok", "bump", "same here": a remark without any content. */
const REMARK_WORDS_MAX = 3;
/** "help" alone begins a request. */
const HELP = new Set(['help', 'hilfe', 'aide', 'ayuda', 'aiuto', 'sos']);

const lastOf = (reading: Reading, ids: readonly string[]): number =>
  Math.max(-1, ...reading.cues.filter(({ id }) => ids.includes(id)).map(({ last }) => last));

const asksSomething = (reading: Reading): boolean =>
  says(reading, 'how-to') || says(reading, 'question') || reading.text.includes('?');
