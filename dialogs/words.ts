/** What to do with words about the problem: a first message, an answer, a correction, a side question, another problem. */
import type { FactName, Facts } from '../src/model/facts.ts';
import { quoted } from './cards/card.ts';
import { factsInWords } from './cards/facts-card.ts';
import { problemCard } from './cards/greeting-cards.ts';
import { gatesOf, UNKNOWN } from './cards/questions-card.ts';
import { MISSES_MAX, type Triage, WAITS_MAX } from './conversation.ts';
import { factLabel, factValue } from './labels.ts';
import { goOn, putAgain, stillOpen } from './next-step.ts';
import {
  soundsAdding,
  soundsAsking,
  soundsCorrecting,
  soundsNew,
  soundsOtherCluster,
  soundsSameCluster,
  soundsUnknown,
  tellsBeside,
} from './said.ts';
import { type Question, questionId, type TriageStep } from './services.ts';
import { sideAnswer } from './side-questions.ts';
import { changes, factsOf, onward, reportNow, show, type Turn, take, text, underWay } from './turn.ts';
import { wording } from './wording.ts';

/** A message that is sure enough to be about another topic, and long enough to be a problem of its own. */
const SWITCH_CONFIDENCE_MIN = 0.75;
const SWITCH_WORDS_MIN = 6;
/** A side question is answered from the policy only where it is clear what it is about. */
const SHORT_CONFIDENCE_MIN = 0.7;
/** Shorter openings without anything known in them are not sent through a triage. */
const NONSENSE_WORDS_MAX = 3;
const NO_PROBLEM: ReadonlySet<string> = new Set(['small_talk', 'empty', 'thanks']);
/** Words that may be meant as the answer to something that was left open; longer ones speak for themselves. */
const ANSWER_WORDS_MAX = 4;
/** A longer correction names what it corrects; a short one ("sorry, it is 1.27") is read as an answer to what was asked. */
const CORRECTION_WORDS_MAX = 10;

/** Facts of the cluster that are named when a second problem begins. */
const KEPT_FACTS_MAX = 6;

/** Facts about what the message is about, as opposed to the state of the cluster. */
const ABOUT: ReadonlySet<string> = new Set([
  'topic',
  'component',
  'componentClass',
  'errorSignatures',
  'edition',
  'featureStage',
]);
const clusterFacts = (facts: Facts): string[] => Object.keys(facts).filter((name) => !ABOUT.has(name));

const wordCount = (said: string): number => said.split(/\s+/).filter(Boolean).length;

/** A first message; `sameCluster` is the record whose facts of the cluster hold here too. */
export async function open(turn: Turn, said: string, sameCluster?: string): Promise<void> {
  const { conversation, services } = turn;
  if (wordCount(said) <= NONSENSE_WORDS_MAX) {
    const { facts, intent } = services.intentOf(said);
    if (Object.keys(facts).length === 0 && NO_PROBLEM.has(intent)) return notUnderstoodYet(turn);
  }
  const { user, tenantId, conversationId } = turn.said;
  const before = sameCluster ?? (soundsSameCluster(said) ? conversation.previous?.recordId : undefined);
  const own = before && (await services.record(before, user.id))?.userId === user.id ? before : undefined;
  const step = await services.start({ userId: user.id, tenantId, conversationId }, said, own);
  conversation.misses = 0;
  const triage = take(turn, step.record.id);
  if (own) keepCluster(turn, triage, step);
  await goOn(turn, step, true);
}

/** Says what is still known of the cluster; what was asked about it is not asked again. */
function keepCluster(turn: Turn, triage: Triage, step: TriageStep): void {
  triage.asked = step.record.asked.map(({ fact }) => fact);
  triage.keptCluster = true;
  const known = turn.said.place === 'personal' ? factsInWords(step.record.given, KEPT_FACTS_MAX) : [];
  if (known.length > 0 || turn.said.place === 'group') text(turn, wording.switching.keptCluster(known));
}

/** The problem is on another cluster than the one whose facts were kept: the same words, without them. */
export async function otherCluster(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  if (!triage.keptCluster) return triage.stage === 'asking' ? answer(turn, turn.said.text) : tell(turn, turn.said.text);
  const record = await turn.services.record(triage.recordId, triage.starter);
  if (!record) return text(turn, wording.gone);
  text(turn, wording.switching.otherCluster);
  return open(turn, record.messages.join('\n'));
}

/** Words without a problem in them: asks for one, and after two such turns offers choices and a person. */
export function notUnderstoodYet(turn: Turn): void {
  turn.conversation.misses += 1;
  const { choices } = wording;
  if (turn.conversation.misses < MISSES_MAX) show(turn, problemCard(wording.nonsense), wording.problem.title);
  else text(turn, wording.nonsenseAgain, [choices.help, choices.person]);
}

/** Words while questions lie on the table. */
export async function answer(turn: Turn, said: string): Promise<void> {
  const triage = underWay(turn);
  const pending = factsOf(triage.pending);
  if (isSideQuestion(turn, said, pending)) return sideQuestion(turn, said);
  if (soundsNew(said) && wordCount(said) >= SWITCH_WORDS_MIN) return askWhetherNew(turn, said);
  const corrected = corrects(said) ? await correctable(turn) : [];
  const asked = [...new Set([...corrected, ...pending])];
  const step = await turn.services.say(triage.recordId, triage.starter, said, asked);
  await answered(turn, step, said);
}

/** Goes on after an answer in words: what was not answered stays open and is not asked again. */
async function answered(turn: Turn, step: TriageStep, said: string): Promise<void> {
  const triage = underWay(turn);
  const left = triage.pending.filter((question) => !isAnswered(step, question));
  const understood = step.changed.length > 0 || left.length < triage.pending.length || soundsUnknown(said);
  const mayWait = (triage.waits ?? 0) < WAITS_MAX;
  if (understood && left.length > 0 && mayWait && isOneOfSeveral(said)) return waitForTheRest(turn, step, left);
  if (!understood && soundsAsking(said)) return sideQuestion(turn, said);
  triage.misses = understood ? 0 : triage.misses + 1;
  if (triage.misses > 0 && triage.misses < MISSES_MAX) return stayWith(turn, said);
  if (!understood) offerChoices(turn, said, step);
  close(
    triage,
    triage.pending.filter((question) => isOpen(step, question)),
  );
  await goOn(turn, step);
}

/** One short line that answers one of several questions: the rest probably follows, and is not asked again. */
const isOneOfSeveral = (said: string): boolean => !said.includes('\n') && !soundsUnknown(said) && said.length < 200;

function waitForTheRest(turn: Turn, step: TriageStep, left: Question[]): void {
  const triage = underWay(turn);
  triage.misses = 0;
  triage.waits = (triage.waits ?? 0) + 1;
  const done = triage.pending.filter((question) => !left.includes(question));
  if (done.length > 0) triage.answered.push(done);
  triage.pending = left;
  const noted = changes(step, factLabel, (fact, value) => quoted(factValue(fact, value), 100));
  text(turn, wording.misses.rest(noted, labelsIn(left)));
}

/** Labels inside a sentence of ours: one that is a question loses its mark. */
const labelsIn = (questions: readonly Question[]): string[] => questions.map(({ label }) => label.replace(/\?$/, ''));

function close(triage: Triage, left: readonly Question[]): void {
  triage.answered.push(triage.pending);
  triage.open = [...triage.open.filter((question) => !left.includes(question)), ...left];
  triage.pending = [];
}

const notedAnswer = (step: TriageStep, question: Question): string | null =>
  step.record.asked.find(({ fact }) => fact === questionId(question) || fact === question.fact)?.answer ?? null;

/** An answer counts where its fact is known now, or was noted, be it as "don't know". */
function isAnswered(step: TriageStep, question: Question): boolean {
  if (step.changed.some(({ fact }) => fact === question.fact)) return true;
  return notedAnswer(step, question) !== null || (question.fact in step.report.facts && !question.id);
}

/** "Don't know" is an answer, but what it was about is still open. An answer may also settle another fact than the one asked. */
function isOpen(step: TriageStep, question: Question): boolean {
  if (question.fact in step.report.facts && !question.id) return false;
  const noted = notedAnswer(step, question);
  return noted === null ? !isAnswered(step, question) : noted === UNKNOWN;
}

/** Not understood once: the questions stay on the table, named but not asked again. */
function stayWith(turn: Turn, said: string): void {
  text(turn, wording.misses.stay(quotedBack(turn, said), labelsIn(underWay(turn).pending)));
}

/** Not understood twice: the person chooses, and the triage goes on without that answer. */
function offerChoices(turn: Turn, said: string, step: TriageStep): void {
  const { choices, misses } = wording;
  const more = step.questions.some((question) => !underWay(turn).asked.includes(questionId(question)));
  const words = more ? misses.twice(quotedBack(turn, said)) : misses.twiceVerdict(quotedBack(turn, said));
  text(turn, words, [choices.verdict, choices.person, choices.restart]);
}

/** A card that came back. */
export async function filledIn(turn: Turn, values: Record<string, string>): Promise<void> {
  const triage = underWay(turn);
  const step = await turn.services.answer(triage.recordId, triage.starter, values);
  triage.misses = 0;
  const left = triage.pending.filter((question) => {
    const given = values[questionId(question)];
    return !given || given === UNKNOWN;
  });
  close(triage, left);
  await goOn(turn, step);
}

/** "Don't know" to everything on the table. */
export const allUnknown = (turn: Turn): Promise<void> =>
  filledIn(turn, Object.fromEntries(underWay(turn).pending.map((question) => [questionId(question), UNKNOWN])));

/** What was offered as ticks and has no answer yet; the last of them is still a tick to the person. */
export function ticksLeft(triage: Triage): Question[] {
  const left = triage.pending.length > 0 ? triage.pending : triage.open;
  const wereTicks = (triage.waits ?? 0) > 0 && left.every((question) => question.gate);
  return wereTicks ? left : gatesOf(left);
}

/** "No", "none of these": no to every gate on the table, or left open, and to nothing else. */
export async function noToGates(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  const isAsking = triage.pending.length > 0;
  const values = Object.fromEntries(ticksLeft(triage).map((gate) => [questionId(gate), 'no']));
  const step = await turn.services.answer(triage.recordId, triage.starter, values);
  triage.misses = 0;
  if (isAsking) return answered(turn, step, turn.said.text);
  triage.open = stillOpen(triage, step.report);
  return goOn(turn, step);
}

/** Words after the verdict: a correction, something new about the cluster, a question, another problem. */
export async function tell(turn: Turn, said: string): Promise<void> {
  if (isSideQuestion(turn, said, [])) return sideQuestion(turn, said);
  if (await looksLikeAnother(turn, said)) return askWhetherNew(turn, said);
  await addWords(turn, said);
}

/** Adds words to the record and says what they changed. */
export async function addWords(turn: Turn, said: string): Promise<void> {
  const triage = underWay(turn);
  const open = wordCount(said) <= ANSWER_WORDS_MAX ? factsOf(triage.open) : [];
  const facts = corrects(said) ? await correctable(turn) : open;
  const step = await turn.services.say(triage.recordId, triage.starter, said, facts);
  if (step.changed.length === 0 && verdictStays(triage, step))
    return soundsAsking(said) ? sideQuestion(turn, said) : nothingInIt(turn, said);
  triage.misses = 0;
  triage.open = stillOpen(triage, step.report);
  await goOn(turn, step);
}

const corrects = (said: string): boolean => soundsCorrecting(said) && wordCount(said) <= CORRECTION_WORDS_MAX;

/** What was asked and has a value, which "sorry, it is 1.27" may take back, or is still open. */
async function correctable(turn: Turn): Promise<FactName[]> {
  const triage = underWay(turn);
  const known = (await reportNow(turn, triage))?.facts ?? {};
  const asked = triage.asked.map((id) => id.split('.')[0] as FactName);
  return [...new Set([...asked.filter((fact) => fact in known), ...factsOf(triage.open)])];
}

const verdictStays = (triage: Triage, { report }: TriageStep): boolean =>
  triage.shown !== null &&
  triage.shown.scope === report.scope &&
  triage.shown.scopeLimit === report.scopeLimit &&
  triage.shown.eligibility === report.eligibility;

function nothingInIt(turn: Turn, said: string): void {
  const triage = underWay(turn);
  triage.misses += 1;
  const { choices, misses } = wording;
  if (triage.misses < MISSES_MAX) text(turn, `${misses.verdict(quotedBack(turn, said))} ${wording.okVerdict}`);
  else text(turn, misses.twiceVerdict(quotedBack(turn, said)), [choices.newTriage, choices.person, choices.help]);
}

/** A question to the bot that carries no answer and no fact of the cluster. */
function isSideQuestion(turn: Turn, said: string, pending: readonly FactName[]): boolean {
  if (!soundsAsking(said) || tellsBeside(said)) return false;
  const facts = turn.services.intentOf(said).facts;
  if (pending.some((fact) => fact in facts)) return false;
  return sideAnswer(said) !== undefined || clusterFacts(facts).length === 0;
}

async function sideQuestion(turn: Turn, said: string): Promise<void> {
  text(turn, sideAnswer(said) ?? shortVerdict(turn, said) ?? wording.side.unknown, onward(turn));
  if (underWay(turn).pending.length > 0) await putAgain(turn);
}

/** "Is Velero covered, too?": the policy's answer in a sentence, where the question is clear enough. */
function shortVerdict(turn: Turn, said: string): string | undefined {
  const { scope, confidence, headline, citations } = turn.services.preview(said);
  const isClear = scope !== 'undetermined' && scope !== 'not_a_support_request' && confidence >= SHORT_CONFIDENCE_MIN;
  return isClear ? wording.side.short(headline, citations[0]?.rule) : undefined;
}

async function looksLikeAnother(turn: Turn, said: string): Promise<boolean> {
  const triage = underWay(turn);
  if (wordCount(said) < SWITCH_WORDS_MIN || soundsCorrecting(said)) return false;
  if (soundsNew(said)) return true;
  if (!soundsAdding(said)) return false;
  const { facts, intent, confidence } = turn.services.intentOf(said);
  if (intent !== 'fault' || confidence < SWITCH_CONFIDENCE_MIN || clusterFacts(facts).length > 0) return false;
  const topic = turn.services.preview(said).facts.topic;
  const before = (await turn.services.record(triage.recordId, triage.starter))?.report.facts.topic;
  return topic !== undefined && before !== undefined && topic.value !== before.value;
}

/** A person's words in a sentence of ours, without the credentials that may be in them. */
const quotedBack = (turn: Turn, said: string): string => quoted(turn.services.mask(said));

function askWhetherNew(turn: Turn, said: string): void {
  const triage = underWay(turn);
  triage.stage = 'switching';
  triage.held = turn.services.mask(said);
  text(turn, wording.switching.ask(quotedBack(turn, said)), [wording.choices.newTriage, wording.choices.same]);
}

/** The person said which: a new triage starts with the held words, or they are added to this one. */
export async function settleSwitch(turn: Turn, isNew: boolean, more = '', isSameCluster = true): Promise<void> {
  const triage = underWay(turn);
  const held = [triage.held, more].filter(Boolean).join('\n');
  triage.held = null;
  triage.stage = triage.pending.length > 0 ? 'asking' : 'verdict';
  if (isNew) {
    text(turn, wording.switching.started);
    return open(turn, held, isSameCluster && !soundsOtherCluster(held) ? triage.recordId : undefined);
  }
  if (triage.stage === 'asking') {
    const step = await turn.services.say(triage.recordId, triage.starter, held, factsOf(triage.pending));
    return answered(turn, step, held);
  }
  return addWords(turn, held);
}
