/**
 * One turn of the conversation, as plain code: what is remembered and what was said go in, what to remember and what to answer
 * come out. Nothing here knows Teams; botbuilder is around it, in triage-dialog.ts and src/bot.
 */

import { edit, press, wrong } from './buttons.ts';
import { factsInWords } from './cards/facts-card.ts';
import { problemCard } from './cards/greeting-cards.ts';
import { onOneCard } from './cards/questions-card.ts';
import {
  type Conversation,
  newConversation,
  type Outcome,
  type Said,
  type TicketShown,
  type Triage,
} from './conversation.ts';
import { putAgain, verdictAgain } from './next-step.ts';
import { andBack, askForPerson, facts, help, how, issues, soFar, thanksForRight, why } from './requests.ts';
import { asideOf, type Move, moveOf, saysNewFirst, squeeze } from './said.ts';
import { changeTicket, notNow, previewTicket, send, ticketChangeIn } from './sending.ts';
import { questionId, type Services, UserError } from './services.ts';
import { editTicket, showExit, showTicket } from './ticket-requests.ts';
import { leave, mayChange, onward, restingStage, show, type Turn, text } from './turn.ts';
import { wording } from './wording.ts';
import {
  addWords,
  allUnknown,
  answer,
  noToGates,
  notUnderstoodYet,
  open,
  otherCluster,
  settleSwitch,
  tell,
  ticksLeft,
} from './words.ts';

/** After so long a silence the bot says where the person was. */
export const RESUME_AFTER_MS = 20 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What somebody else may do in a thread: look, not change. */
const LOOKING: ReadonlySet<Move> = new Set([
  'greeting',
  'help',
  'thanks',
  'ok',
  'bye',
  'facts',
  'issues',
  'verdict',
  'soFar',
  'wait',
  'why',
  'how',
]);

export async function respond(before: Conversation | undefined, said: Said, services: Services): Promise<Outcome> {
  const conversation = before ? structuredClone(before) : newConversation();
  const turn: Turn = { said, services, conversation, replies: [], effects: [], previewed: previewIn(conversation) };
  try {
    await take(turn);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await refused(turn, error);
  }
  conversation.lastAt = said.now;
  return { conversation, replies: turn.replies, effects: turn.effects };
}

/** A preview is good for the turn after it; later it is shown again before anything leaves. */
function previewIn({ triage }: Conversation): TicketShown | null {
  const shown = triage?.ticket;
  if (!triage || shown?.view !== 'preview') return null;
  triage.ticket = { ...shown, view: 'ticket' };
  return shown;
}

/** A refusal is said as it is; where the record is gone, nobody is left hanging at it. */
async function refused(turn: Turn, error: UserError): Promise<void> {
  const { conversation, services, said } = turn;
  const { triage } = conversation;
  if (!triage || (await services.record(triage.recordId, triage.starter))) return text(turn, error.message);
  conversation.triage = null;
  if (said.value !== null || moveOf(said.text) !== 'words') return text(turn, wording.gone);
  text(turn, wording.goneNew);
  await open(turn, said.text);
}

async function take(turn: Turn): Promise<void> {
  const { said, conversation } = turn;
  const move = moveOf(said.text);
  if (isStranger(turn) && (said.value !== null || !LOOKING.has(move))) return text(turn, wording.notYours);
  await sayWhereWeWere(turn);
  if (said.value !== null) return press(turn, said.value);
  const { triage } = conversation;
  if (triage?.stage === 'restarting') return settleRestart(turn, triage, move);
  if (triage?.stage === 'switching') return settleSwitching(turn, move);
  if (await answerPreview(turn, move)) return;
  if (isSaidAgain(turn, move)) return goOnWithout(turn);
  const pending = triage?.pending;
  await follow(turn, move);
  noteAside(turn, move, pending);
}

/** What answers nothing, and may come again and again from somebody who has no answer. */
const ASIDES: ReadonlySet<Move> = new Set(['why', 'how', 'wait', 'soFar', 'empty', 'words']);

/** The very words that led back to the same questions: who says them again cannot answer, and is not asked for ever. */
const isSaidAgain = ({ said, conversation: { triage } }: Turn, move: Move): boolean =>
  triage?.stage === 'asking' && ASIDES.has(move) && Boolean(triage.aside) && triage.aside === squeeze(said.text);

function goOnWithout(turn: Turn): Promise<void> {
  text(turn, wording.goOnWithout);
  return allUnknown(turn);
}

function noteAside({ said, conversation: { triage } }: Turn, move: Move, before: Triage['pending'] | undefined): void {
  if (!triage) return;
  const stays = triage.stage === 'asking' && triage.pending === before;
  triage.aside = stays && ASIDES.has(move) ? squeeze(said.text) : null;
}

const isStranger = (turn: Turn): boolean =>
  turn.conversation.triage !== null && !mayChange(turn, turn.conversation.triage);

/** The answer to a preview: yes, no, or a field of the ticket in words. */
async function answerPreview(turn: Turn, move: Move): Promise<boolean> {
  const change = move === 'words' ? ticketChangeIn(turn, turn.said.text) : undefined;
  if (change) await changeTicket(turn, change);
  else if (turn.previewed && move === 'yes') await send(turn);
  else if (turn.previewed && ['no', 'cancel', 'wait', 'back'].includes(move)) notNow(turn);
  else return false;
  return true;
}

async function follow(turn: Turn, move: Move): Promise<void> {
  const { triage } = turn.conversation;
  switch (move) {
    case 'empty':
      text(turn, wording.empty);
      return andBack(turn);
    case 'greeting':
      if (!triage) return show(turn, problemCard(wording.greeting), wording.greeting);
      text(turn, triage.stage === 'asking' ? wording.greetingAgain : `${wording.greetingAgain} ${wording.okVerdict}`);
      return andBack(turn);
    case 'help':
      return help(turn);
    case 'restart':
      return restart(turn);
    case 'new':
      leave(turn);
      return text(turn, wording.restarting.done);
    case 'back':
      return back(turn);
    case 'continue':
      return goOnWhereWeWere(turn);
    case 'forward':
      return forward(turn);
    case 'cancel':
      return cancel(turn);
    case 'thanks':
      return text(turn, triage ? wording.thanks : wording.thanksIdle, onward(turn));
    case 'bye':
      return text(turn, wording.bye);
    case 'wait':
      return text(turn, triage?.stage === 'asking' ? wording.wait : wording.waitIdle);
    case 'why':
      return why(turn);
    case 'how':
      return how(turn);
    case 'person':
      return askForPerson(turn);
    case 'ticket':
    case 'editTicket':
    case 'send':
    case 'preview':
    case 'facts':
    case 'edit':
    case 'issues':
    case 'verdict':
      return triage ? ask(turn, move) : text(turn, wording.noTriage);
    case 'soFar':
      return triage ? soFar(turn) : words(turn);
    case 'portal':
    case 'az':
    case 'powershell':
    case 'github':
    case 'text':
      // While questions are open these words may be answers.
      return triage?.stage === 'verdict' ? showExit(turn, move) : words(turn);
    case 'right':
    case 'wrong':
    case 'ok':
    case 'yes':
    case 'no':
    case 'same':
    case 'unknown':
      return shortAnswer(turn, move);
    case 'otherCluster':
      return triage ? otherCluster(turn) : words(turn);
    case 'words':
      return words(turn);
  }
}

function ask(
  turn: Turn,
  move: 'ticket' | 'editTicket' | 'send' | 'preview' | 'facts' | 'edit' | 'issues' | 'verdict',
): Promise<void> {
  switch (move) {
    case 'ticket':
      return showTicket(turn);
    case 'editTicket':
      return editTicket(turn);
    case 'send':
      return send(turn);
    case 'preview':
      return previewTicket(turn);
    case 'facts':
      return facts(turn);
    case 'edit':
      return edit(turn);
    case 'issues':
      return issues(turn);
    case 'verdict':
      return verdictAgain(turn);
  }
}

/** Yes, no, right: what they mean depends on where we are. */
async function shortAnswer(turn: Turn, move: Move): Promise<void> {
  const { triage } = turn.conversation;
  // A verdict that was shown can be judged, also while a correction has raised another question.
  const judged = triage !== null && (triage.shown !== null || triage.stage === 'verdict');
  if (judged && move === 'right') return thanksForRight(turn);
  if (judged && move === 'wrong') return wrong(turn);
  if (triage?.stage === 'asking') {
    if (move === 'unknown') return allUnknown(turn);
    return move === 'no' && ticksLeft(triage).length > 0 ? noToGates(turn) : answer(turn, turn.said.text);
  }
  if (!triage) return notUnderstoodYet(turn);
  if (move === 'no' && ticksLeft(triage).length > 0) return noToGates(turn);
  if (triage.open.length === 1 && (move === 'yes' || move === 'no')) return addWords(turn, turn.said.text);
  text(turn, wording.okVerdict);
}

function words(turn: Turn): Promise<void> {
  const { said, conversation } = turn;
  if (!conversation.triage) return isForPerson(turn) ? askForPerson(turn) : open(turn, said.text);
  const aside = asideIn(turn);
  if (aside) return follow(turn, aside);
  return conversation.triage.stage === 'asking' ? answer(turn, said.text) : tell(turn, said.text);
}

/** "I want to talk to somebody", before anything was told. */
const isForPerson = ({ said, services }: Turn): boolean =>
  asideOf(said.text) === 'person' && Object.keys(services.intentOf(said.text).facts).length === 0;

/** A free sentence that asks something of the conversation and tells nothing of the cluster. */
function asideIn({ said, services, conversation }: Turn): Move | undefined {
  const move = asideOf(said.text);
  // "How do I find …" after the verdict is about the problem, not about a question of ours.
  if (move === 'how' && conversation.triage?.stage !== 'asking') return undefined;
  return move && Object.keys(services.intentOf(said.text).facts).length === 0 ? move : undefined;
}

/** Starting over asks once, because much may have been typed. */
function restart(turn: Turn): void {
  const { triage } = turn.conversation;
  if (triage) triage.stage = 'restarting';
  if (triage) text(turn, wording.restarting.ask, [wording.choices.yes, wording.choices.no]);
  else text(turn, wording.restarting.done);
}

async function settleRestart(turn: Turn, triage: Triage, move: Move): Promise<void> {
  triage.stage = restingStage(triage);
  if (move === 'yes' || move === 'restart' || move === 'new' || move === 'ok') {
    leave(turn);
    return text(turn, wording.restarting.done);
  }
  if (move === 'words') {
    // The next problem is the clearest yes.
    leave(turn);
    return open(turn, turn.said.text);
  }
  if (move === 'no' || move === 'same' || move === 'back' || move === 'continue' || move === 'cancel') {
    text(turn, wording.restarting.stays);
    return andBack(turn);
  }
  return follow(turn, move);
}

async function settleSwitching(turn: Turn, move: Move): Promise<void> {
  switch (move) {
    case 'yes':
    case 'new':
    case 'restart':
      return settleSwitch(turn, true);
    case 'otherCluster':
      return settleSwitch(turn, true, '', false);
    case 'words':
      // Who said "new problem" first of all and then goes on telling has answered.
      return settleSwitch(turn, saysNewFirst(turn.conversation.triage?.held ?? ''), turn.said.text);
    case 'no':
    case 'same':
    case 'back':
    case 'continue':
    case 'cancel':
    case 'ok':
    case 'unknown':
      text(turn, wording.switching.stays);
      return settleSwitch(turn, false);
    default:
      return follow(turn, move);
  }
}

function cancel(turn: Turn): void {
  const wasUnderWay = turn.conversation.triage !== null;
  leave(turn);
  text(turn, wasUnderWay ? wording.cancelled : wording.nothingToCancel);
}

/** What lies on the table, the verdict, or the triage that was left. */
async function goOnWhereWeWere(turn: Turn): Promise<void> {
  const { triage } = turn.conversation;
  if (!triage) return back(turn);
  return triage.pending.length > 0 ? putAgain(turn) : verdictAgain(turn);
}

/** One card back, or the triage before; never a loss. */
async function back(turn: Turn): Promise<void> {
  const { conversation } = turn;
  const { triage, previous } = conversation;
  const card = triage?.answered.at(-1);
  if (triage && card) {
    triage.answered.pop();
    // What lay on the table comes along, so that it is not lost and need not be asked again.
    const both = [...card, ...triage.pending];
    triage.pending = onOneCard(both);
    triage.open = [...triage.open, ...both].filter((question) => !triage.pending.includes(question));
    triage.stage = 'asking';
    text(turn, wording.back.again);
    return putAgain(turn, await givenBefore(turn, triage));
  }
  if (triage?.stage === 'asking' && !previous) return putAgain(turn);
  if (triage?.stage === 'verdict' && !previous) return verdictAgain(turn);
  if (!previous) return text(turn, wording.back.nothing);
  if (!mayChange(turn, previous)) return text(turn, wording.notYours);
  return takeUp(turn, previous, triage ? wording.back.takenForward : wording.back.taken);
}

/** To the triage that "back" left. */
async function forward(turn: Turn): Promise<void> {
  const { triage, previous } = turn.conversation;
  if (!triage || !previous) return goOnWhereWeWere(turn);
  if (!mayChange(turn, previous)) return text(turn, wording.notYours);
  return takeUp(turn, previous, wording.back.takenForward);
}

async function takeUp(turn: Turn, previous: Triage, words: string): Promise<void> {
  const { conversation } = turn;
  const { triage } = conversation;
  conversation.triage = previous;
  conversation.previous = triage;
  text(turn, words);
  return previous.pending.length > 0 ? putAgain(turn) : verdictAgain(turn);
}

/** What was answered on that card, to fill it in again. */
async function givenBefore(turn: Turn, triage: Triage): Promise<Record<string, string>> {
  const record = await turn.services.record(triage.recordId, triage.starter);
  const given = new Map(record?.asked.map(({ fact, answer: value }) => [fact, value]));
  return Object.fromEntries(
    triage.pending.flatMap((question) => {
      const value = given.get(questionId(question));
      return value ? [[questionId(question), value]] : [];
    }),
  );
}

async function sayWhereWeWere(turn: Turn): Promise<void> {
  const { said, conversation } = turn;
  const { triage, lastAt } = conversation;
  if (!triage || !lastAt) return;
  const silence = Date.parse(said.now) - Date.parse(lastAt);
  if (!(silence > RESUME_AFTER_MS)) return;
  const record = await turn.services.record(triage.recordId, triage.starter);
  const where =
    triage.stage === 'asking'
      ? wording.where.asking
      : triage.stage === 'verdict'
        ? wording.where.verdict
        : wording.where.other;
  const known = record && said.place === 'personal' ? factsInWords(record.report.facts, 5) : [];
  text(turn, wording.resume(wording.ago(Math.round(silence / DAY_MS)), where, known));
}
