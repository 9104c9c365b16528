/**
 * One triage: words and given facts to a verdict with its proof. Pure: the clock, the knowledge and what was asked are arguments.
 * read (facts, understanding) → derive (tables) → choose the edition → weigh → what is still worth asking → report.
 */
import type { Policy } from '../../knowledge/schema.ts';
import { takesProductBack } from '../facts/answers/take-back.ts';
import { fold } from '../facts/document.ts';
import { readFacts } from '../facts/read.ts';
import { type Conflict, type Fact, type Facts, isFactName } from '../model/facts.ts';
import { type Ask, type Part, ReportComponent, type Verdict } from '../model/report.ts';
import { withValues, worthAsking } from './ask.ts';
import { type Derived, derive } from './derive.ts';
import { chooseEdition, editionNamed, otherEditions } from './edition.ts';
import { headlineOf } from './headline.ts';
import { hintedFacts } from './hints.ts';
import { type Axes, imagining } from './judge.ts';
import type { Knowledge } from './knowledge.ts';
import { mergeFacts } from './merge.ts';
import type { Problem, Understanding } from './understand.ts';
import { understandMessages } from './understand-messages.ts';
import { type WeighContext, type Weighing, weigh } from './weigh.ts';

export type TriageInput = {
  /** What the person said, oldest first, masked and plain. */
  messages: readonly string[];
  /** Facts known beside the words: a form, answers, --fact. They win over what is read. */
  given: Facts;
  /** Forced edition, if any. */
  edition: string | null;
  today: string;
  /** Facts that were asked already. */
  asked: readonly string[];
};

const EVIDENCE_MAX = 160;

export function triage(input: TriageInput, knowledge: Knowledge): Verdict {
  const read = readMessages(input);
  const known = mergeFacts(read.facts, input.given);
  const { understanding, text } = understandMessages(input.messages, known, knowledge.lexicon);
  const derived = derive(withTopic(known, understanding), knowledge.tables, input.today);
  const ctx = contextOf(knowledge, input.today);
  // What an administrator fixed comes before what the person names; a name that is no edition's chooses none.
  const named = input.edition ?? derived.facts.edition?.value;
  const forced = named ? editionNamed(knowledge.policies, named) : undefined;
  const edition = chooseEdition(derived.facts, knowledge.policies, ctx, forced);
  const weighing = weigh(derived.facts, edition.policy, ctx);
  const ask = questionsFor({ input, knowledge, derived, understanding, weighing, policy: edition.policy, ctx, text });
  const topic = knowledge.topics.find((entry) => entry.id === derived.facts.topic?.value);
  return {
    reportVersion: 1,
    scope: weighing.scope,
    scopeLimit: weighing.scopeLimit,
    eligibility: weighing.eligibility,
    component: componentOf(understanding, derived.facts, knowledge),
    confidence: Math.round(understanding.confidence * 1000) / 1000,
    headline: headlineOf(weighing, topic, edition.policy),
    edition: {
      id: edition.policy.id,
      title: edition.policy.title,
      date: edition.policy.date,
      url: edition.policy.url,
      why: edition.why,
    },
    rules: weighing.rules,
    citations: weighing.citations,
    warnings: weighing.warnings,
    duties: weighing.duties,
    wayBack: weighing.wayBack,
    parts: partsOf(understanding, derived.facts, edition.policy, knowledge, ctx),
    otherEditions: otherEditions(derived.facts, knowledge.policies, edition.policy, ctx),
    facts: derived.facts,
    conflicts: conflictsOf([...read.conflicts, ...derived.conflicts], input.given),
    ask,
    places: placesOf(weighing, derived.facts, understanding, knowledge),
    notRead: [...new Set([...read.notRead, ...understanding.notRead])],
    knowledge: knowledge.hash,
  };
}

/** What one message says of facts, as of a day. */
export const readingOf = (message: string, today: string) => readFacts(message, { today });

type Read = { facts: Facts; conflicts: Conflict[]; notRead: string[] };

/** Another product that a later message takes back, or that has no hosts of the customer's, is not theirs. */
export function withoutForeign(facts: Facts, message: string, now: Facts): Facts {
  const { product, ...rest } = facts;
  if (!product || !FOREIGN.has(product.value)) return facts;
  return now.hostOs || takesProductBack(fold(message)) ? rest : facts;
}

const FOREIGN: ReadonlySet<string> = new Set(['aks-cloud', 'other']);

/** Every message on its own, so that what is said later replaces what was said before. */
function readMessages({ messages, today }: TriageInput): Read {
  return messages.reduce<Read>(
    (before, message) => {
      const now = readingOf(message, today);
      return {
        facts: mergeFacts(withoutForeign(before.facts, message, now.facts), now.facts),
        conflicts: [...before.conflicts.filter((conflict) => !(conflict.fact in now.facts)), ...now.conflicts],
        notRead: [...before.notRead, ...now.notRead],
      };
    },
    { facts: {}, conflicts: [], notRead: [] },
  );
}

/**
 * The topic becomes facts like any other, so that rules, citations and examples treat it alike. Settled ones stay; the class comes back
 * from understanding only where it was said in passing of something else.
 */
const withTopic = (facts: Facts, { facts: { componentClass, ...understood }, passing }: Understanding): Facts => ({
  ...understood,
  ...(Object.fromEntries(Object.entries(facts).filter(([name, fact]) => !isPassing(name, fact, passing))) as Facts),
  ...(componentClass && { componentClass }),
});

const isPassing = (name: string, { source }: Fact, passing: readonly string[]): boolean =>
  source === 'typed' && passing.includes(name);

function contextOf(knowledge: Knowledge, today: string): WeighContext {
  const supportedMinors = knowledge.tables.kubernetes.minors
    .filter((row) => row.status === 'supported')
    .map((row) => row.minor);
  return { today, topics: knowledge.topics, supportedMinors };
}

type Questioning = {
  input: TriageInput;
  knowledge: Knowledge;
  derived: Derived;
  understanding: Understanding;
  weighing: Weighing;
  policy: Policy;
  ctx: WeighContext;
  text: string;
};

/** A verdict that no state of the cluster can turn into help needs no question about the cluster. */
const CLOSED_SCOPES: readonly Weighing['scope'][] = ['not_a_support_request', 'out_of_scope'];

function questionsFor({ input, knowledge, derived, understanding, weighing, policy, ctx, text }: Questioning): Ask[] {
  const asked = new Set(input.asked);
  const fromWords = understanding.open.filter(({ fact }) => input.given[fact] === undefined);
  if (weighing.scope === 'not_a_support_request') return [];
  if (weighing.scope === 'undetermined' && !weighing.silent && fromWords.length === 0)
    return asked.has('topic') ? [] : [whatIsFailing(knowledge)];
  const inFamily =
    derived.facts.product !== undefined || derived.facts.hostOs !== undefined || mentionsFamily(text, knowledge.family);
  const isFirst = input.edition === null;
  const axesUnder = imagining(derived.facts, policy, ctx);
  const known = withoutAssumed(derived.facts);
  return worthAsking({
    facts: derived.facts,
    // Who set the edition for everybody knows their product: then it is one question among others.
    questions: knowledge.questions
      .filter((question) => !(question.fact === 'product' && inFamily))
      .map((question) => (isFirst ? question : { ...question, first: false })),
    asked,
    fromWords,
    hinted: hintedBut(understanding.passing, hintedFacts(input.messages, knowledge.triggers)),
    fromPolicy: new Set(weighing.open.filter((open) => open.part !== undefined).map((open) => open.fact)),
    verdictUnder: (values) =>
      verdictKey(axesUnder(derive(withValues(known, values), knowledge.tables, input.today).facts)),
  });
}

const hintedBut = (passing: readonly string[], hinted: ReadonlySet<string>): Set<string> =>
  new Set([...hinted].filter((fact) => !passing.includes(fact)));

const whatIsFailing = (knowledge: Knowledge): Ask => ({
  fact: 'topic',
  why:
    knowledge.questions.find((question) => question.fact === 'topic')?.why ?? 'Without it there is nothing to judge.',
});

/** What the tables assumed is left out of what is imagined: it may have been assumed from the answer's older value. */
const withoutAssumed = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.source !== 'assumed')) as Facts;

const verdictKey = ({ scope, scopeLimit, eligibility }: Axes): string =>
  CLOSED_SCOPES.includes(scope) ? scope : `${scope} ${scopeLimit} ${eligibility}`;

function mentionsFamily(text: string, family: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return family.some((word) => lower.includes(word));
}

function componentOf(understanding: Understanding, facts: Facts, { topics }: Knowledge): Verdict['component'] {
  const topic = topics.find((entry) => entry.id === facts.topic?.value);
  const read = ReportComponent.safeParse(
    understanding.topic === facts.topic?.value ? understanding.reportComponent : topic?.component,
  );
  return read.success ? read.data : 'docs_feature';
}

function partsOf(
  { parts }: Understanding,
  facts: Facts,
  policy: Policy,
  { topics }: Knowledge,
  ctx: WeighContext,
): Part[] {
  return parts.map((part) => {
    const weighing = weigh({ ...withoutTopic(facts), ...topicFacts(part) }, policy, ctx);
    const topic = topics.find((entry) => entry.id === part.topic);
    const component = ReportComponent.safeParse(part.reportComponent ?? topic?.component);
    return {
      text: part.text,
      scope: weighing.scope,
      scopeLimit: weighing.scopeLimit,
      component: component.success ? component.data : 'docs_feature',
      headline: headlineOf(weighing, topic, policy),
      rules: weighing.rules,
      citations: weighing.citations,
    };
  });
}

function topicFacts({ text, topic, component, componentClass }: Problem): Facts {
  const typed = (value: string | null): Partial<Fact> | undefined =>
    value === null ? undefined : { value, source: 'typed', evidence: text.slice(0, EVIDENCE_MAX), approx: false };
  const facts = { topic: typed(topic), component: typed(component), componentClass: typed(componentClass) };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Facts;
}

const withoutTopic = ({ topic: _, component: __, componentClass: ___, ...rest }: Facts): Facts => rest;

/** A fact that the person gave beside the words settles what the words left contradictory. */
const conflictsOf = (conflicts: readonly Conflict[], given: Facts): Conflict[] =>
  conflicts.filter((conflict) => !(isFactName(conflict.fact) && given[conflict.fact]));

function placesOf(
  weighing: Weighing,
  facts: Facts,
  understanding: Understanding,
  { places }: Knowledge,
): Verdict['places'] {
  if (weighing.scope === 'in_scope') return [];
  const wanted = new Set([
    facts.topic?.value,
    facts.component?.value,
    facts.product?.value,
    facts.componentClass?.value,
    understanding.intent,
  ]);
  return places
    .filter((place) => place.for.some((name) => wanted.has(name)))
    .map(({ label, url }) => (url ? { label, url } : { label }));
}
