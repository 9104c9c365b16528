/**
 * Buttons of our cards. What a client sends is never trusted: the action must be one we know, the record must be one this user
 * may see, and only inputs that were asked are read.
 */

import { editCard, editsOf } from './cards/facts-card.ts';
import { correctionOf, feedbackCard } from './cards/feedback-card.ts';
import { PROBLEM } from './cards/greeting-cards.ts';
import { answersOf, NO_GATES } from './cards/questions-card.ts';
import type { Triage } from './conversation.ts';
import { goOn, putAgain, stillOpen, verdictAgain } from './next-step.ts';
import { askForPerson, help, thanksForRight } from './requests.ts';
import { notNow, previewTicket, savePreview, send } from './sending.ts';
import { type Question, questionId, type TriageStep } from './services.ts';
import { editTicket, saveTicket, showExit, showTicket } from './ticket-requests.ts';
import { hiddenFacts, mayChange, reportNow, show, type Turn, take, text, underWay } from './turn.ts';
import { wording } from './wording.ts';
import { addWords, allUnknown, filledIn, open } from './words.ts';

const RECORD_ID = /^[\w-]{1,100}$/;

type Press = Record<string, unknown>;

const recordOf = (press: Press): string | undefined => {
  const id = press.recordId ?? press.about;
  return typeof id === 'string' && RECORD_ID.test(id) ? id : undefined;
};

/** A submitted card. */
export async function press(turn: Turn, pressed: Press): Promise<void> {
  if (pressed.do === 'help') return help(turn);
  if (pressed.do === 'open') return openBox(turn, pressed);
  if (!(await turnTo(turn, recordOf(pressed)))) return;
  switch (pressed.do) {
    case 'answer':
      return answerCard(turn, pressed);
    case 'unknown':
      return underWay(turn).pending.length > 0 ? allUnknown(turn) : verdictAgain(turn);
    case 'edit':
      return edit(turn);
    case 'save':
      return save(turn, pressed);
    case 'verdict':
      return verdictAgain(turn);
    case 'continue':
      return resumeRecord(turn);
    case 'ticket':
      return showTicket(turn);
    case 'editTicket':
      return editTicket(turn);
    case 'saveTicket':
      return saveTicket(turn, pressed);
    case 'send':
      return send(turn, pressed);
    case 'preview':
      return previewTicket(turn);
    case 'savePreview':
      return savePreview(turn, pressed);
    case 'notNow':
      return notNow(turn);
    case 'exit':
      return showExit(turn, pressed.kind);
    case 'person':
      return askForPerson(turn);
    case 'right':
      return thanksForRight(turn);
    case 'wrong':
      return wrong(turn);
    case 'corrected':
      return corrected(turn, pressed);
    default:
      // A client that knows only the inputs may leave our action out.
      if (underWay(turn).pending.some((question) => questionId(question) in pressed) || NO_GATES in pressed)
        return answerCard(turn, pressed);
      text(turn, wording.unknownAction);
  }
}

/** The box of the welcome card says what could have been typed. */
async function openBox(turn: Turn, pressed: Press): Promise<void> {
  const problem = pressed[PROBLEM];
  const said = typeof problem === 'string' ? problem.trim() : '';
  if (!said) return text(turn, wording.empty);
  return open(turn, said);
}

/** Makes the record of the pressed card the one under way; false, with a sentence, where that may not be. */
async function turnTo(turn: Turn, recordId: string | undefined): Promise<boolean> {
  const { conversation, said, services } = turn;
  if (!recordId || conversation.triage?.recordId === recordId) {
    if (conversation.triage) return true;
    text(turn, wording.noTriage);
    return false;
  }
  const { previous } = conversation;
  if (previous?.recordId === recordId && mayChange(turn, previous)) {
    conversation.previous = conversation.triage;
    conversation.triage = previous;
    return true;
  }
  const record = await services.record(recordId, said.user.id);
  if (!record) {
    text(turn, wording.gone);
    return false;
  }
  const triage = take(turn, recordId);
  triage.starter = record.userId;
  triage.stage = 'verdict';
  triage.asked = record.asked.map(({ fact }) => fact);
  return true;
}

async function answerCard(turn: Turn, pressed: Press): Promise<void> {
  const triage = underWay(turn);
  if (triage.pending.length > 0) return filledIn(turn, answersOf(triage.pending, pressed));
  // An answered card that is sent again corrects what was answered.
  const earlier = triage.answered.flat().filter((question) => questionId(question) in pressed);
  if (earlier.length === 0) return verdictAgain(turn);
  await correct(turn, answersOf(earlier, pressed));
}

async function correct(turn: Turn, values: Record<string, string>): Promise<void> {
  const triage = underWay(turn);
  const step = await turn.services.answer(triage.recordId, triage.starter, values);
  triage.open = stillOpen(triage, step.report);
  await goOn(turn, step);
}

/** The card for corrections, with what is known filled in. */
export async function edit(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  const report = await reportNow(turn, triage);
  if (!report) return text(turn, wording.gone);
  show(turn, editCard(report.facts, triage.recordId, hiddenFacts(turn, triage.open)), wording.facts.editTitle);
}

async function save(turn: Turn, pressed: Press): Promise<void> {
  const triage = underWay(turn);
  const report = await reportNow(turn, triage);
  if (!report) return text(turn, wording.gone);
  const { values, words } = editsOf(report.facts, pressed);
  if (Object.keys(values).length === 0 && !words) {
    text(turn, wording.facts.nothingNew);
    return putAgain(turn);
  }
  const step = await turn.services.answer(triage.recordId, triage.starter, values);
  return words ? addWords(turn, words) : afterEdit(turn, triage, step);
}

async function afterEdit(turn: Turn, triage: Triage, step: TriageStep): Promise<void> {
  const settled = (question: Question): boolean => question.fact in step.report.facts;
  triage.pending = triage.pending.filter((question) => !settled(question));
  triage.open = stillOpen(triage, step.report);
  if (triage.pending.length > 0) {
    text(turn, wording.facts.saved);
    return putAgain(turn);
  }
  await goOn(turn, step);
}

/** Takes up a record that was started elsewhere, such as by "Triage this". */
async function resumeRecord(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  if (triage.pending.length > 0) return putAgain(turn);
  const step = await turn.services.answer(triage.recordId, triage.starter, {});
  await goOn(turn, step);
}

/** Asks what would have been right. */
export async function wrong(turn: Turn): Promise<void> {
  const report = await reportNow(turn, underWay(turn));
  if (!report) return text(turn, wording.gone);
  show(turn, feedbackCard(report), wording.feedback.summary);
}

async function corrected(turn: Turn, pressed: Press): Promise<void> {
  const triage = underWay(turn);
  const report = await reportNow(turn, triage);
  if (!report) return text(turn, wording.gone);
  const { corrected: values, note } = correctionOf(report, pressed);
  await turn.services.feedback(triage.recordId, triage.starter, {
    right: false,
    ...(Object.keys(values).length > 0 ? { corrected: values } : {}),
    ...(note ? { note } : {}),
  });
  text(turn, wording.feedback.saved);
}
