/** What a message is about: topic, component, intent, with the words it was read from and how sure that is. */
import type { ComponentClass, FactName, Facts } from '../model/facts.ts';
import type { ReportComponent } from '../model/report.ts';
import { componentOf } from './understanding/component.ts';
import { confidence, isSure } from './understanding/confidence.ts';
import { type Likely, probabilities, topicScores } from './understanding/decide.ts';
import { evidenceOf } from './understanding/evidence.ts';
import { derivedFacts } from './understanding/facts.ts';
import { givenClass, givenTopic } from './understanding/given.ts';
import { type Intent, intentOf } from './understanding/intent.ts';
import { type Language, languageOf, notReadIn } from './understanding/language.ts';
import type { Lexicon } from './understanding/lexicon.ts';
import { matterOf } from './understanding/matter.ts';
import { openFacts } from './understanding/open.ts';
import { type ProblemText, splitProblems } from './understanding/parts.ts';
import { quote, type Reading, readMessage } from './understanding/reading.ts';
import { refined } from './understanding/refine.ts';
import { isPreviewOutlived } from './understanding/removal.ts';
import { reportComponent } from './understanding/report-component.ts';
import type { Role } from './understanding/roles.ts';
import { scopeGroup } from './understanding/scope-group.ts';
import { type SettlingFacts, settlingKey } from './understanding/settling.ts';
import { isEmptyMessage } from './understanding/template.ts';
import { says, tellsFault } from './understanding/turn.ts';
import { applyTurns } from './understanding/turns.ts';
import { isUnknownProduct } from './understanding/unknown-name.ts';

export { type Lexicon, type LexiconSource, lexicon, trainOn } from './understanding/lexicon.ts';
export type { Intent, Language, Likely, Role };

export type NamedThing = {
  /** Id of knowledge/components.yaml. */
  id: string;
  name: string;
  class: ComponentClass;
  role: Role;
  /** The words it was read from. */
  evidence: string;
};

export type Problem = {
  text: string;
  intent: Intent;
  topic: string | null;
  component: string | null;
  componentClass: ComponentClass | null;
  reportComponent: ReportComponent;
  confidence: number;
};

export type Understanding = Problem & {
  /** The words that decided, best first. */
  evidence: string[];
  mentions: NamedThing[];
  /** Other topics that may be meant, likeliest first. */
  alternatives: Likely[];
  /** Facts that would settle what is open, best first. */
  open: { fact: FactName; why: string }[];
  /** Separate problems of one message; empty where there is one. */
  parts: Problem[];
  /** Facts that the words tell of something which the fault outlives. */
  passing: FactName[];
  /** Topic facts ready to be merged with the others: topic, component, componentClass, featureStage and their like. */
  facts: Facts;
  language: Language;
  /** What could not be read, in sentences for the person. */
  notRead: string[];
};

/** A fact that would settle the scope is still open. */
const OPEN_CONFIDENCE_MAX = 0.6;
const EVIDENCE_MAX = 6;
const ALTERNATIVES_MAX = 3;
const ALTERNATIVE_PROBABILITY_MIN = 0.08;

/** What was understood last goes with the reading, which belongs to one text and one lexicon. */
const understood = new WeakMap<Reading, { key: string; understanding: Understanding }>();

/**
 * Understands one message. Facts that the person settled (a form, an answer) beat what the words suggest. Never throws. A conversation's
 * opening is understood in every turn, mostly with nothing new about it: then it is looked up. Shared: nobody changes it.
 */
export function understand(text: string, facts: SettlingFacts, lexicon: Lexicon): Understanding {
  const reading = readMessage(text, lexicon);
  const key = settlingKey(facts);
  const before = understood.get(reading);
  if (before?.key === key) return before.understanding;
  const understanding = understandReading(text, reading, facts, lexicon);
  understood.set(reading, { key, understanding });
  return understanding;
}

function understandReading(text: string, reading: Reading, given: SettlingFacts, lexicon: Lexicon): Understanding {
  const isSupposed = says(reading, 'stage-supposed');
  const facts = isSupposed ? withoutTypedStage(given) : given;
  const parts = splitProblems(reading)
    .map((part) => partOf(part, facts, lexicon))
    .filter(
      (part) => part.problem.topic !== null && (!part.bulleted || tellsFault(part.reading) || asks(part.reading)),
    );
  const severalScopes = new Set(parts.map(({ problem }) => problem.topic)).size > 1;
  const told = mattering(problemOf(text, reading, facts, lexicon), { text, reading, facts, lexicon });
  const whole = (severalScopes && worstBlocking(parts, text)) || told;
  const language = languageOf(reading);
  const open = openFacts(reading, whole.problem, whole.likely, facts, lexicon);
  return {
    ...whole.problem,
    confidence: open.length > 0 ? Math.min(whole.problem.confidence, OPEN_CONFIDENCE_MAX) : whole.problem.confidence,
    evidence: evidenceWords(reading, whole.problem.topic),
    mentions: reading.mentions.map(({ component, role, occurrences }) => ({
      id: component.id,
      name: component.name,
      class: component.class,
      role,
      evidence: quote(reading, occurrences[0] ?? { first: 0, last: 0 }),
    })),
    alternatives: whole.likely
      .slice(1, 1 + ALTERNATIVES_MAX)
      .filter(({ probability }) => probability >= ALTERNATIVE_PROBABILITY_MIN),
    open,
    parts: severalScopes ? parts.map(({ problem }) => problem) : [],
    passing: isSupposed || isPreviewOutlived(reading) ? ['featureStage'] : [],
    facts: derivedFacts(reading, whole.problem, facts),
    language,
    notRead: notReadIn(reading, language),
  };
}

/** "Somebody said it is a preview": a stage that was only heard of settles nothing, until the person answers. */
function withoutTypedStage({ featureStage, ...others }: SettlingFacts): SettlingFacts {
  return featureStage === undefined || featureStage.source === 'typed' ? others : { ...others, featureStage };
}

/** Sure enough of the part of a message that is introduced as its matter to leave the rest aside. */
const MATTER_CONFIDENCE_MIN = 0.7;

type Read = { problem: Problem; likely: Likely[] };
type Message = { text: string; reading: Reading; facts: SettlingFacts; lexicon: Lexicon };

/** The problem by what is introduced as the matter, where the story before it would say something else. */
function mattering(whole: Read, { text, reading, facts, lexicon }: Message): Read {
  const matter = matterOf(reading);
  if (matter === null) return whole;
  const { problem, likely } = problemOf(matter, readMessage(matter, lexicon), facts, lexicon);
  const isSurer = problem.topic !== null && problem.confidence >= MATTER_CONFIDENCE_MIN;
  return isSurer ? { problem: { ...problem, text }, likely } : whole;
}

function partOf({ text, bulleted }: ProblemText, facts: SettlingFacts, lexicon: Lexicon): PartRead {
  const reading = readMessage(text, lexicon);
  return { ...problemOf(text, reading, facts, lexicon), reading, bulleted };
}

type PartRead = Read & { reading: Reading; bulleted: boolean };

const asks = (reading: Reading): boolean => ASKING.some((cue) => says(reading, cue));
const ASKING = ['how-to', 'question', 'wish', 'roadmap', 'price', 'docs'];

/** Sure enough of a part to let it speak for the whole message. */
const PART_CONFIDENCE_MIN = 0.6;
/** Scopes from the best to the worst; what is no request blocks nobody. */
const WORSE = ['in_scope', 'basic', 'best_effort', 'preview', 'out_of_scope'];

/** Of several problems the worst that blocks work leads: a fault that nobody calls minor (precedence 4 of the policy's reading). */
function worstBlocking(parts: readonly PartRead[], text: string): Read | undefined {
  const rank = ({ problem }: PartRead): number => WORSE.indexOf(scopeGroup(problem.topic ?? ''));
  const blocking = parts.filter(
    (part) =>
      tellsFault(part.reading) &&
      !says(part.reading, 'minor') &&
      part.problem.confidence >= PART_CONFIDENCE_MIN &&
      rank(part) >= 0,
  );
  const [first, ...others] = blocking;
  if (!first) return undefined;
  const worst = others.reduce((a, b) => (rank(b) > rank(a) ? b : a), first);
  return { problem: { ...worst.problem, text }, likely: worst.likely };
}

function problemOf(text: string, reading: Reading, facts: SettlingFacts, lexicon: Lexicon): Read {
  if (isEmptyMessage(reading)) {
    const problem = { text, intent: 'empty' as const, topic: 'small-talk', component: null, componentClass: null };
    return { problem: { ...problem, reportComponent: 'docs_feature', confidence: 0.97 }, likely: [] };
  }
  const evidence = evidenceOf(reading);
  applyTurns({ evidence, reading, lexicon, facts });
  const likely = probabilities(topicScores(reading, evidence, lexicon));
  const unknown = isUnknownProduct(reading, evidence);
  const classOfWords = givenClass(facts, likely, { mentions: reading.mentions, unknown });
  const given = givenTopic(facts, likely, { lexicon, classOfWords });
  const read = likely[0];
  const sure = unknown ? 0 : confidence(likely, evidence, reading);
  const topic = given?.topic ?? (read && isSure(likely, sure) ? refined(read.topic, reading, evidence, lexicon) : null);
  const named = componentOf(topic, reading, {
    given: facts.component?.value ?? null,
    givenClass: classOfWords,
  });
  return {
    problem: {
      text,
      intent: intentOf(topic, reading),
      topic,
      ...named,
      reportComponent: reportComponent(topic, named.component, reading, lexicon),
      confidence: given ? given.confidence : sure,
    },
    likely,
  };
}

/** Words of the signals and names that speak for the topic; for an open topic, of whatever was recognised. */
function evidenceWords(reading: Reading, topic: string | null): string[] {
  const group = topic === null ? null : scopeGroup(topic);
  const spans = [
    ...reading.signals.filter((signal) => signal.topic === topic),
    ...reading.mentions
      .filter(({ role, component }) => role === 'cause' && (topic === null || scopeGroup(component.topic) === group))
      .flatMap(({ occurrences }) => occurrences.slice(0, 1)),
  ];
  return [...new Set(spans.map((span) => quote(reading, span)))].slice(0, EVIDENCE_MAX);
}
