/**
 * Sending a ticket from the conversation, where the administrator has set that up: a preview in one turn, "send" in a later one.
 * Only what was previewed may leave: where the draft has changed since, the preview comes again.
 */
import type { Draft } from '../src/model/ticket.ts';
import { isSendable, outcomeCard, PROBLEM_TYPES_MAX, sendingCard } from './cards/sending-cards.ts';
import { ticketFieldsIn } from './cards/ticket-edit-card.ts';
import type { TicketShown, Triage } from './conversation.ts';
import { type Sending, UserError } from './services.ts';
import { showTicket } from './ticket-requests.ts';
import { ticketWords } from './ticket-words.ts';
import { show, type Turn, text, underWay } from './turn.ts';
import { wording } from './wording.ts';

/** What would leave; nothing does. */
export async function previewTicket(turn: Turn): Promise<void> {
  const { services, said } = turn;
  const triage = underWay(turn);
  if (!services.sending) {
    text(turn, wording.sending.notHere);
    return showTicket(turn);
  }
  // Makes the draft, with what Teams knows of the person in it.
  await draftNow(turn, triage);
  const preview = await services.sending.preview(triage.recordId, said.user.id);
  const { draft } = preview;
  const types = preview.problemTypes.slice(0, PROBLEM_TYPES_MAX).map(({ id, title }) => ({ id, title }));
  const known = types.length > 0 ? types : (triage.ticket?.types ?? []);
  const problemType = known.find(({ id }) => id === draft.problemClassificationId)?.title ?? null;
  triage.ticket = {
    view: 'preview',
    ticketName: draft.ticketName,
    asOf: draft.updatedAt,
    sendable: isSendable(preview),
    types: known,
  };
  show(turn, sendingCard({ preview, problemType, isShared: said.place === 'group' }), wording.sending.summary);
}

const draftNow = (turn: Turn, triage: Triage): Promise<Draft> => turn.services.draft(triage.recordId, triage.starter);

type Confirmed = Pick<TicketShown, 'ticketName' | 'asOf'>;

/** "Send": the first time a preview, then the ticket itself. `pressed` is what the button of a preview carries. */
export async function send(turn: Turn, pressed: Record<string, unknown> = {}): Promise<void> {
  const { sending } = turn.services;
  if (!sending) return previewTicket(turn);
  const draft = await draftNow(turn, underWay(turn));
  // What was let go already is only asked after.
  if (draft.state === 'creating' || draft.state === 'created') return letLeave(turn, sending, draft.ticketName);
  const confirmed = confirmedIn(pressed) ?? (turn.previewed?.sendable ? turn.previewed : undefined);
  if (!confirmed) return previewTicket(turn);
  if (draft.updatedAt === confirmed.asOf) return letLeave(turn, sending, confirmed.ticketName);
  text(turn, wording.sending.changed);
  return previewTicket(turn);
}

async function letLeave(turn: Turn, sending: Sending, ticketName: string): Promise<void> {
  const triage = underWay(turn);
  const outcome = await sending.send(triage.recordId, turn.said.user.id, ticketName);
  show(turn, outcomeCard(outcome, triage.recordId), wording.sending.outcomes[outcome.kind].title);
  if (outcome.kind === 'incomplete') await previewTicket(turn);
}

function confirmedIn({ ticketName, asOf }: Record<string, unknown>): Confirmed | undefined {
  return typeof ticketName === 'string' && typeof asOf === 'string' ? { ticketName, asOf } : undefined;
}

/** "No" to a preview loses nothing. */
export function notNow(turn: Turn): void {
  text(turn, wording.sending.kept);
}

/** Fields of the ticket, filled in on a card or said in words; what is refused is said, the rest stays, and the ticket comes again. */
export async function changeTicket(
  turn: Turn,
  values: Record<string, string>,
  isPreview = turn.previewed !== null,
): Promise<void> {
  const triage = underWay(turn);
  try {
    if (Object.keys(values).length > 0) await turn.services.editDraft(triage.recordId, triage.starter, values);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    text(turn, error.message);
  }
  return isPreview ? previewTicket(turn) : showTicket(turn);
}

/** The inputs of the preview. */
export const savePreview = (turn: Turn, pressed: Record<string, unknown>): Promise<void> =>
  changeTicket(turn, ticketFieldsIn(pressed), true);

/** Words that change the ticket on the table: "severity B", "consent yes, phone +43 1 234567". */
export function ticketChangeIn(turn: Turn, said: string): Record<string, string> | undefined {
  const { triage } = turn.conversation;
  return triage?.ticket && triage.stage === 'verdict' ? ticketWords(said, triage.ticket.types) : undefined;
}
