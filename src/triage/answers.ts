/** Answers to questions that were just asked become facts: values of a card, and lines of words. */
import type { FactQuestion } from '../../knowledge/schema.ts';
import { isAnswerTo, readAnswer } from '../facts/answer.ts';
import { takesChangeBack } from '../facts/answers/take-back.ts';
import { fold } from '../facts/document.ts';
import { readFacts } from '../facts/read.ts';
import { FACTS, type FactName, type Facts, isFactName, type NodeChange } from '../model/facts.ts';
import { askedId } from './ask.ts';
import { isDenial, mergeFacts, OF_A_STOP } from './merge.ts';

export type Answered = {
  facts: Facts;
  /** What each question, by its id, was answered with; "unknown" for "don't know". */
  answers: Map<string, string>;
};

/** A choice that is said in fewer characters is only taken where its question is clear. */
const CHOICE_CHARS_MIN = 8;

type Clock = { today: string };

/** What a choice or a tick of a card means as facts, where its value is not the fact's own. */
const MEANINGS: { readonly [fact: string]: { readonly [value: string]: Readonly<Record<string, unknown>> } } = {
  clusterRunState: {
    running: { clusterRunState: 'running' },
    no: { clusterRunState: 'running' },
    yes: { clusterRunState: 'stopped' },
    'was-stopped': { clusterRunState: 'stopped' },
  },
  nodeChange: {
    none: { nodeChange: [] },
    no: { nodeChange: [] },
    yes: { nodeChange: [{ via: 'hyperv-api', what: 'other' }] },
    directed: { nodeChange: [{ via: 'hyperv-api', what: 'other', directedByMicrosoft: true }] },
    own: {
      nodeChange: [{ via: 'hyperv-api', what: 'other', directedByMicrosoft: false, documentedByMicrosoft: false }],
    },
    ssh: { nodeChange: [{ via: 'ssh', what: 'other' }] },
  },
  metadataChange: { no: { metadataChange: 'none' }, yes: { metadataChange: 'changed-system' } },
  subscriptionState: { no: { subscriptionState: 'active' }, yes: { subscriptionState: 'suspended' } },
  k8sMinorStatus: { yes: { k8sMinorStatus: 'supported' }, no: { k8sMinorStatus: 'deprecated' } },
};

/** Answers of a card: `{ [input id]: value }`. An empty value is no answer, `unknown` is "don't know". */
export function cardAnswers(values: Readonly<Record<string, string>>, before: Facts, clock: Clock): Answered {
  let facts: Facts = {};
  const answers = new Map<string, string>();
  for (const [id, raw] of Object.entries(values)) {
    const [name = '', key] = id.split('.');
    const value = String(raw).trim();
    if (!isFactName(name) || value === '') continue;
    answers.set(id, value);
    if (value === 'unknown') continue;
    const given =
      key === 'documentedByMicrosoft'
        ? documented(before, value)
        : key === 'directedByMicrosoft' || isDirection(name, value, before)
          ? directed(before, value)
          : meaning(name, value, clock);
    if (given) facts = mergeFacts(facts, given);
    else answers.set(id, 'unknown');
  }
  return { facts, answers };
}

/** "directed" or "own" about a change that is already known says who wanted it, and keeps what is known of it. */
const isDirection = (name: FactName, value: string, before: Facts): boolean =>
  name === 'nodeChange' && (value === 'directed' || value === 'own') && (before.nodeChange?.value.length ?? 0) > 0;

/** Who did it on their own had no article either. */
function directed(before: Facts, value: string): Facts | undefined {
  if (YES.has(value)) return changed(before, { directedByMicrosoft: true });
  if (NO.has(value)) return changed(before, { directedByMicrosoft: false, documentedByMicrosoft: false });
  return undefined;
}

function documented(before: Facts, value: string): Facts | undefined {
  return YES.has(value) || NO.has(value) ? changed(before, { documentedByMicrosoft: YES.has(value) }) : undefined;
}

const YES: ReadonlySet<string> = new Set(['yes', 'true', 'directed']);
const NO: ReadonlySet<string> = new Set(['no', 'false', 'own']);

/** The known changes with what is said of them now. */
const changed = ({ nodeChange }: Facts, said: Partial<NodeChange>): Facts | undefined =>
  nodeChange && {
    nodeChange: {
      ...nodeChange,
      value: nodeChange.value.map((one) => ({ ...one, ...said })),
      source: 'answered',
    },
  };

function meaning(name: FactName, value: string, clock: Clock): Facts | undefined {
  const meant = MEANINGS[name]?.[value];
  if (meant) return answeredFacts(meant, value);
  const direct = FACTS[name].safeParse(typedValue(value));
  if (direct.success && !takesAnyText(name)) return answeredFacts({ [name]: direct.data }, value);
  const read = readAnswer(name, value, clock);
  return read.kind === 'value' ? read.facts : undefined;
}

/** Names and versions are free text, so their words must be read; dates, counts and choices are what their schema lets pass. */
const takesAnyText = (name: FactName): boolean => FACTS[name].safeParse('?').success;

function typedValue(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d{1,6}$/.test(value) ? Number(value) : value;
}

/** Plain values with the answer as their evidence. */
function answeredFacts(values: Readonly<Record<string, unknown>>, evidence: string): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, source: 'answered', evidence, approx: false }]),
  ) as Facts;
}

/**
 * Words in answer to asked facts. With as many lines as questions, line n answers question n; a line may name its fact or
 * label ("Kubernetes version: 1.33.5"), or say a choice of the card ("We installed it"). Whatever is left is tried against
 * every question.
 */
export function wordAnswers(
  text: string,
  asked: readonly FactName[],
  questions: readonly FactQuestion[],
  before: Facts,
  clock: Clock,
): Answered {
  let facts: Facts = {};
  const answers = new Map<string, string>();
  // What a program printed is read as such, with the whole message; it is nobody's answer line by line.
  const { words, facts: read } = readFacts(text, clock);
  const shown = Object.fromEntries(Object.entries(read).filter(([, fact]) => fact?.source === 'pasted')) as Facts;
  const lines = words
    .split('\n')
    .map((line) => withoutNo(withoutCorrection(line.trim())))
    .filter(Boolean);
  // A line is tried against a question in several ways; what it says is read once.
  const heard = new Map<string, ReturnType<typeof answerOf>>();
  const hear = (fact: FactName, line: string): ReturnType<typeof answerOf> => {
    const key = `${fact} ${line}`;
    if (!heard.has(key)) heard.set(key, answerOf(fact, line, before, clock));
    return heard.get(key);
  };
  const take = (fact: FactName, line: string): boolean => {
    const read = hear(fact, line);
    if (read === undefined) return false;
    if (read !== 'unknown') facts = mergeFacts(facts, read);
    // What else a line tells is kept, but it answers only what it is about.
    if (read !== 'unknown' && !isAnswerTo(fact, read)) return false;
    answers.set(fact, read === 'unknown' ? 'unknown' : line);
    return true;
  };
  const paired = lines.length === asked.length && asked.length > 1;
  const pieces = asked.length > 1 && lines.length === 1 ? piecesOf(lines[0] ?? '') : [];
  asked.forEach((fact, at) => {
    if (isAnswerTo(fact, shown)) {
      answers.set(fact, Object.values(shown)[0]?.evidence ?? text);
      return;
    }
    for (const [index, line] of lines.entries()) {
      const labelled = afterLabel(line, fact, questions);
      const isOwn = labelled !== undefined || (paired ? index === at : asked.length === 1);
      // "No" is a choice of many questions: it counts where it is clear which one it answers.
      const said = labelled ?? line;
      const choice = isOwn || said.length >= CHOICE_CHARS_MIN ? choiceIn(said, fact, questions, before) : undefined;
      if (choice) {
        const chosen = cardAnswers({ [choice.id]: choice.value }, before, clock).facts;
        answers.set(fact, labelled ?? line);
        facts = mergeFacts(facts, chosen);
        return;
      }
      if (labelled && take(fact, labelled)) return;
    }
    if (paired && take(fact, lines[at] ?? '')) return;
    if (asked.length === 1 && take(fact, lines.join('\n'))) return;
    for (const line of lines) {
      if (fact === 'nodeChange' && !isOfNodes(line)) continue;
      // "No" is no number of releases: among several lines it answers a question for yes or no.
      if (isBare(line) && !YES_OR_NO.has(fact)) continue;
      const read = hear(fact, line);
      if (read !== undefined && read !== 'unknown' && take(fact, line)) return;
    }
    if (lines.length === 1 && take(fact, lines[0] ?? '')) return;
    pieces.some((piece) => take(fact, piece));
  });
  return { facts: withoutNewStop(without(facts, shown), before, text), answers };
}

const without = (facts: Facts, shown: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !(name in shown))) as Facts;

const YES_OR_NO: ReadonlySet<FactName> = new Set([
  'nodeChange',
  'metadataChange',
  'workloadInKubeSystem',
  'fromMicrosoftDocs',
  'azureConnected',
  'allNodesDeallocated',
  'clusterRunState',
  'systemHealthy',
]);
const isBare = (line: string): boolean =>
  /^\W*(?:yes|yep|yeah|no|nope|nein|ja|oui|non|si|none|nothing|never)\W*$/i.test(line);

/** Among several lines "a contractor put it there" may answer any question; a change of nodes names them, or says yes or no. */
const isOfNodes = (line: string): boolean =>
  /^\W*(?:yes|yep|yeah|no|nope|none|nobody|nothing|never|not|nein|ja|keine?r?|niemand|nichts|oui|non|aucun\w*|personne|rien|si|nada|nadie|ningun\w*)\b/i.test(
    line,
  ) ||
  /\b(?:vms?|nodes?|workers?|machines?|hyper-?v|failover|scvmm|vmm|ssh|daemon-?sets?|sysctls?|memory|ram|cpus?|disks?|nics?|adapters?|vlans?|touched|untouched|changed?|modified|knoten|noeuds?|nodos?|support|microsoft(?!\.\w)|article)\b/i.test(
    line,
  );

/** "No it was less than a month" tells something; its "no" is not the answer to every question. */
const withoutNo = (line: string): string =>
  line.split(/\s+/).length >= SENTENCE_WORDS_MIN
    ? line.replace(/^(?:no|nope|nah|yes|yeah|yep)\s+(?=(?:it|that|this|we|they|he|she|the)\b)/i, '')
    : line;
const SENTENCE_WORDS_MIN = 5;

/** "No changes, no stop": each piece may answer another question; a bare yes or no answers none by itself. */
const piecesOf = (line: string): string[] =>
  line
    .split(/[,;]|\band\b/)
    .map((piece) => piece.trim())
    .filter((piece, _, all) => all.length > 1 && piece.split(/\s+/).length >= 2 && !/^not\b/i.test(piece));

/** "No, sorry, it was 5 weeks": the "no" takes something back, it answers nothing. */
const CORRECTS =
  /^(?:(?:no|nope|nein|oh|oops|hm+|wait|stop)[\s,.!-]+)*(?:sorry|actually|correction|wait|i meant?|my (?:mistake|bad)|i was wrong)\b[\s,:.!-]*/i;
/** "Damn, I misread the mail.": what was wrong before, in a sentence of its own. */
const MISREAD =
  /^(?:(?:damn|argh|ah|oh|sorry)[\s,]+)*(?:i|we) (?:mis(?:read|typed|counted|understood)|mixed (?:it|that|them|something) up|got (?:it|that) wrong|made a mistake|looked at the wrong \w+)[^.!?:;\n]{0,30}[.!?:;]\s*/i;
const withoutCorrection = (said: string): string => said.replace(CORRECTS, '').replace(MISREAD, '');
function answerOf(fact: FactName, line: string, before: Facts, clock: Clock): Facts | 'unknown' | undefined {
  const isKnownChange = fact === 'nodeChange' && (before.nodeChange?.value.length ?? 0) > 0;
  if (isKnownChange && takesChangeBack(fold(line))) return noChange(line);
  const read = readAnswer(fact, line, clock);
  if (read.kind === 'unknown') return 'unknown';
  if (read.kind === 'not_understood') return undefined;
  const known = before.nodeChange;
  // "No, nobody but us wanted it" denies the instruction, not the change: only who takes the change back denies it.
  const isOwn = isKnownChange && read.facts.nodeChange?.value.length === 0;
  const change = isOwn ? ownChange(line) : read.facts.nodeChange;
  // An answer to "on whose instruction?" says nothing of the change itself: keep what is known of it.
  if (fact === 'nodeChange' && change && known && known.value.length > 0 && change.value.length > 0) {
    const said = change.value[0];
    return {
      ...read.facts,
      nodeChange: {
        ...change,
        value: known.value.map((old) => ({
          ...old,
          ...definedOnly(said),
          via: old.via === 'unknown' ? (said?.via ?? old.via) : old.via,
          what: old.what === 'other' ? (said?.what ?? old.what) : old.what,
        })),
      },
    };
  }
  return read.facts;
}

const definedOnly = (value: object | undefined): object =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, entry]) => entry !== undefined));

/** Facts whose risk is known and may be corrected in passing, without naming them again ("reactivated on the 20th already"). */
const IN_PASSING: { readonly [N in FactName]?: (facts: Facts) => boolean } = {
  subscriptionState: ({ subscriptionState }) => subscriptionState !== undefined && subscriptionState.value !== 'active',
  stoppedSince: (facts) => wasStopped(facts),
  nodeChange: ({ nodeChange }) => (nodeChange?.value.length ?? 0) > 0,
  aksReleasesBehind: ({ aksReleasesBehind, aksRelease }) => aksReleasesBehind !== undefined || aksRelease !== undefined,
  stopMethod: (facts) => wasStopped(facts) && facts.stopMethod === undefined,
  allNodesDeallocated: (facts) => wasStopped(facts) && facts.allNodesDeallocated === undefined,
};

const wasStopped = ({ clusterRunState, stoppedDays }: Facts): boolean =>
  clusterRunState?.value === 'stopped' || stoppedDays !== undefined;

const OF_RELEASES = /\b(?:behind|newest|latest)\b/i;

/** What words that answer no question say of a risk that is on the table. */
export function passingAnswers(said: string, before: Facts, clock: Clock): Answered {
  const text = withoutCorrection(said.trim());
  let facts: Facts = {};
  for (const [fact, onTheTable] of Object.entries(IN_PASSING) as [FactName, (facts: Facts) => boolean][]) {
    if (!onTheTable(before) || (fact === 'aksReleasesBehind' && !OF_RELEASES.test(text))) continue;
    const read = answerOf(fact, text, before, clock);
    if (read !== undefined && read !== 'unknown') facts = mergeFacts(facts, read);
  }
  facts = withoutDenied(withoutNewStop(facts, before, text), text, clock);
  return { facts: { ...facts, ...lengthOfSuspension(text, before, facts, clock) }, answers: new Map() };
}

/** "Those dates are of another cluster, ours was never stopped": then nothing of a stop is told. */
function withoutDenied(facts: Facts, text: string, clock: Clock): Facts {
  const said = readFacts(text, clock).facts;
  if (said.clusterRunState?.value !== 'running' || !isDenial(said)) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !OF_A_STOP.includes(name as FactName))) as Facts;
}

/** "Actually 33 days" of a stop that is over gives its length; it did not stop again. */
function withoutNewStop(facts: Facts, before: Facts, text: string): Facts {
  const isOver = before.clusterRunState?.value === 'running' && facts.clusterRunState?.value === 'stopped';
  if (!isOver || /\b(?:still|off|stopped|shut|not running|down)\b/i.test(text)) return facts;
  const { clusterRunState: _, stoppedSince: __, ...length } = facts;
  return length;
}

const ownChange = (text: string): NonNullable<Facts['nodeChange']> => ({
  value: [{ via: 'unknown', what: 'other', directedByMicrosoft: false }],
  source: 'answered',
  evidence: text.slice(0, EVIDENCE_MAX),
  approx: false,
});

const noChange = (text: string): Facts => ({
  nodeChange: { value: [], source: 'answered', evidence: text.slice(0, EVIDENCE_MAX), approx: false },
});

/** "Paid again since the 12th" ends the suspension whose start was told before: read together, the two give its length. */
function lengthOfSuspension(text: string, before: Facts, now: Facts, clock: Clock): Facts {
  const since = before.subscriptionStateSince;
  if (now.subscriptionState?.value !== 'reinstated' || now.subscriptionStateDays || !since || since.approx) return {};
  const { facts } = readFacts(`The subscription was suspended on ${since.value}, ${text}`, clock);
  const days = facts.subscriptionStateDays;
  if (facts.subscriptionState?.value !== 'reinstated' || !days || days.approx) return {};
  return { subscriptionStateDays: { ...days, source: 'answered', evidence: text.slice(0, EVIDENCE_MAX) } };
}

const EVIDENCE_MAX = 160;

/** What stands after the fact's name or label at the beginning of a line: "Node VMs changed - nobody touched them". */
function afterLabel(line: string, fact: FactName, questions: readonly FactQuestion[]): string | undefined {
  const labels = [fact, ...questions.flatMap((one) => (one.fact === fact ? [one.label, one.question] : []))];
  const label = labels.find((one) => line.toLowerCase().startsWith(one.toLowerCase()));
  if (label === undefined) return undefined;
  const rest = line.slice(label.length);
  const mark = /^\s*(?:[:=?]|\s[-–—]|->)+\s*/.exec(rest);
  const said = mark || label.endsWith('?') ? rest.slice(mark?.[0].length ?? 0).trim() : '';
  return said === '' ? undefined : said;
}

/** What people put before the choice they say: "that was our own decision". */
const BEFORE_CHOICE = /^(?:\d+[.)]\s*)?(?:(?:that|it|this) (?:was|is) |we think |i think |probably )?/;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/[.!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The one choice of the card whose title was said, whole or by its first words. */
function choiceIn(
  line: string,
  fact: FactName,
  questions: readonly FactQuestion[],
  before: Facts,
): { id: string; value: string } | undefined {
  const said = bare(line).replace(BEFORE_CHOICE, '');
  // Where the fact is known, only the question about its open part can be meant.
  const isKnown = before[fact] !== undefined;
  const asked = questions.filter((one) => one.fact === fact && Boolean(one.onlyOpen) === isKnown);
  const choices = asked.flatMap((question) => question.choices.map((choice) => ({ question, ...choice })));
  const whole = choices.filter(({ title }) => bare(title) === said);
  const begun = said.length < CHOICE_CHARS_MIN ? [] : choices.filter(({ title }) => beginsWith(bare(title), said));
  const [only, ...more] = whole.length > 0 ? whole : begun;
  return only && more.length === 0 ? { id: askedId(only.question), value: only.value } : undefined;
}

const beginsWith = (title: string, said: string): boolean =>
  title.startsWith(said) && !/^[\p{L}\p{N}]/u.test(title.slice(said.length));
