/** The ticket in the conversation: shown, corrected, and given out in each form. */

import { type Draft, ExitKind } from '../src/model/ticket.ts';
import { fenced } from './cards/card.ts';
import { ticketCard } from './cards/ticket-card.ts';
import { ticketEditCard, ticketEditsOf } from './cards/ticket-edit-card.ts';
import { reportNow, show, type Turn, text, underWay } from './turn.ts';
import { wording } from './wording.ts';

const STEPS_MAX = 12;

const seen = ({ ticketName, updatedAt }: Draft) => ({ ticketName, asOf: updatedAt });

export async function showTicket(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  const report = await reportNow(turn, triage);
  if (!report) return text(turn, wording.gone);
  const draft = await turn.services.draft(triage.recordId, triage.starter);
  const exits = await turn.services.exits(triage.recordId, triage.starter);
  triage.ticket = { view: 'ticket', ...seen(draft), sendable: false, types: triage.ticket?.types ?? [] };
  const sends = turn.services.sending !== undefined && draft.state !== 'created';
  show(turn, ticketCard({ draft, report, exits, sends }), wording.ticket.summary);
}

export async function editTicket(turn: Turn): Promise<void> {
  const triage = underWay(turn);
  const draft = await turn.services.draft(triage.recordId, triage.starter);
  triage.ticket = { view: 'ticket', ...seen(draft), sendable: false, types: triage.ticket?.types ?? [] };
  show(turn, ticketEditCard(draft, turn.said.place === 'group'), wording.ticket.editTitle);
}

/** Keeps what was changed; what is refused is said in a sentence, and the rest stays. */
export async function saveTicket(turn: Turn, pressed: Record<string, unknown>): Promise<void> {
  const triage = underWay(turn);
  const draft = await turn.services.draft(triage.recordId, triage.starter);
  const edits = ticketEditsOf(draft, pressed);
  if (Object.keys(edits).length > 0) await turn.services.editDraft(triage.recordId, triage.starter, edits);
  await showTicket(turn);
}

/** One way out, as text that can be copied to the letter. */
export async function showExit(turn: Turn, kind: unknown): Promise<void> {
  const triage = underWay(turn);
  const wanted = ExitKind.safeParse(kind);
  if (!wanted.success) return text(turn, wording.unknownAction);
  const [exit] = await turn.services.exits(triage.recordId, triage.starter, [wanted.data]);
  if (!exit) return text(turn, wording.ticket.notOffered);
  const steps = exit.steps.slice(0, STEPS_MAX).map((step, index) => `${index + 1}. ${step}`);
  text(turn, [`**${exit.title}**: ${exit.why}`, steps.join('\n'), fenced(exit.content)].filter(Boolean).join('\n\n'));
  if (exit.twin) text(turn, fenced(exit.twin));
}
