/** What would leave for Microsoft, shown before anything does, and what became of it. */
import { type Draft, TICKET_FIELDS, type TicketField, ticketFields } from '../../src/model/ticket.ts';
import type { TicketOutcome, TicketPreview } from '../services.ts';
import { wording } from '../wording.ts';
import {
  type Action,
  box,
  button,
  type Card,
  card,
  type Element,
  fitting,
  heading,
  openUrl,
  paragraph,
  plain,
  safeUrl,
  sentence,
  toggle,
} from './card.ts';
import { copyable, LINK_CHARS_MAX, severityLabel, TEXT_CHARS } from './ticket-card.ts';
import { ticketInput } from './ticket-edit-card.ts';

/** Fields on the preview; more are on the review card. */
const FIELDS_MAX = 6;
export const PROBLEM_TYPES_MAX = 8;
const LINE_CHARS = 200;
const TEXT_ID = 'text';

/** What still has to be said before the ticket can leave, in the order of the ticket. */
export const previewFields = (draft: Draft): TicketField[] =>
  ticketFields.filter((field) => draft.missing.includes(field)).slice(0, FIELDS_MAX);

export type SendingCard = {
  preview: TicketPreview;
  /** What the chosen problem type is called, where a person chose it before. */
  problemType: string | null;
  /** Others read along: mail address and phone number are named, not shown. */
  isShared: boolean;
};

/** May leave as it is: nothing is missing, and it has not left yet. */
export const isSendable = ({ draft, problems }: Pick<TicketPreview, 'draft' | 'problems'>): boolean =>
  problems.length === 0 && draft.state !== 'created';

export function sendingCard({ preview, problemType, isShared }: SendingCard): Card {
  const { sending, ticket } = wording;
  const { draft } = preview;
  let step = 0;
  return fitting(({ chars, items }) => {
    const textChars = TEXT_CHARS[Math.min(step++, TEXT_CHARS.length - 1)] ?? 500;
    return card(
      [
        heading(sending.title),
        sentence(draft.state === 'draft' ? sending.intro : ticket.states[draft.state], { subtle: true }),
        ...rows(draft, problemType, isShared).map(([label, text]) =>
          paragraph([{ text: `${label}:`, bold: true }, plain(text, chars)], { spacing: 'Small' }),
        ),
        ...listed(
          sending.openTickets,
          preview.openTickets.slice(0, items).map((open) => `${open.createdDate.slice(0, 10)} ${open.title}`),
        ),
        ...listed(sending.missing, faults(preview).slice(0, items * 2)),
        ...inputs(preview, Math.min(chars, LINE_CHARS)),
        ...preview.notes
          .slice(0, items)
          .map((note) => paragraph([{ text: plain(note, chars), subtle: true, small: true }])),
        sentence(sending.attached, { subtle: true }),
        sentence(isSendable(preview) ? sending.say : sending.sayFields, { subtle: true }),
        box(copyable(ticket.text, draft.description, textChars), { id: TEXT_ID, hidden: true, separator: true }),
      ],
      actions(preview),
      { fallbackText: `${sending.title}: ${draft.title}` },
    );
  });
}

function rows(draft: Draft, problemType: string | null, isShared: boolean): [string, string][] {
  const { sending, ticket } = wording;
  const { contact } = draft;
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const reach = isShared
    ? sending.hidden
    : [contact.primaryEmailAddress, contact.phoneNumber].filter(Boolean).join(', ');
  const all: [string, string | null][] = [
    [ticket.subject, draft.title],
    [ticket.severity, severityLabel(draft)],
    [ticket.service, draft.serviceName],
    [TICKET_FIELDS.problemClassificationId, problemType ?? draft.problemClassificationId],
    [TICKET_FIELDS.subscriptionId, draft.subscriptionId],
    [TICKET_FIELDS.resourceId, draft.resourceId],
    [TICKET_FIELDS.problemStartTime, draft.problemStartTime],
    [TICKET_FIELDS.advancedDiagnosticConsent, draft.advancedDiagnosticConsent],
    [sending.contact, [name, reach].filter(Boolean).join(', ')],
  ];
  return all.flatMap(([label, text]) => (text ? [[label.replace(/^./, (first) => first.toUpperCase()), text]] : []));
}

/** What is empty in one line, and what is wrong one line each. */
function faults({ draft, problems }: TicketPreview): string[] {
  const { missing } = wording.ticket;
  const empty = ticketFields.filter((field) => draft.missing.includes(field)).map((field) => TICKET_FIELDS[field]);
  const wrong = problems.filter((problem) => !empty.some((label) => problem === `${missing}: ${label}.`));
  return [...(empty.length > 0 ? [`${missing}: ${wording.list(empty)}.`] : []), ...wrong];
}

const listed = (title: string, lines: readonly string[]): Element[] =>
  lines.length === 0
    ? []
    : [
        heading(title, 'Default'),
        ...lines.map((line) => paragraph(['•', plain(line, LINE_CHARS)], { spacing: 'None' })),
      ];

/** Missing fields, to be filled in here; consent is asked, so nothing is chosen beforehand. */
function inputs({ draft, problemTypes }: TicketPreview, chars: number): Element[] {
  if (draft.state === 'created' || draft.state === 'creating') return [];
  return previewFields(draft).map((field) =>
    field === 'problemClassificationId' && problemTypes.length > 0
      ? {
          type: 'Input.ChoiceSet',
          id: field,
          label: TICKET_FIELDS[field],
          style: 'compact',
          wrap: true,
          choices: problemTypes
            .slice(0, PROBLEM_TYPES_MAX)
            .map(({ id, title }, index) => ({ title: plain(`${index + 1}. ${title}`, chars), value: id })),
        }
      : // What is missing has no value to fill in.
        ticketInput(draft, field, true),
  );
}

function actions(preview: TicketPreview): Action[] {
  const { sending, ticket } = wording;
  const { draft } = preview;
  const about = draft.recordId;
  const isFinal = draft.state === 'created' || draft.state === 'creating';
  const send = button(
    draft.state === 'creating' ? sending.askAgain : sending.send,
    { do: 'send', about, ticketName: draft.ticketName, asOf: draft.updatedAt },
    { primary: true },
  );
  const save = button(sending.save, { do: 'savePreview', about }, { inputs: true, primary: true });
  return [
    ...(isSendable(preview) ? [send] : []),
    ...(previewFields(draft).length > 0 && !isFinal ? [save] : []),
    toggle(sending.text, TEXT_ID),
    ...(isFinal ? [] : [button(ticket.edit, { do: 'editTicket', about })]),
    button(sending.notNow, { do: 'notNow', about }),
  ];
}

/** What became of it, with the way through the portal. */
export function outcomeCard({ kind, text, url }: TicketOutcome, recordId: string): Card {
  const { sending } = wording;
  const link = safeUrl(url, LINK_CHARS_MAX);
  return card(
    [
      heading(sending.outcomes[kind].title),
      paragraph([plain(text, 1500)]),
      sentence(sending.outcomes[kind].next, { subtle: true }),
    ],
    [
      ...(link ? [openUrl(sending.portal, link)] : []),
      ...(kind === 'created' ? [] : [button(sending.button, { do: 'preview', about: recordId })]),
      button(sending.ticketCard, { do: 'ticket', about: recordId }),
    ],
    { fallbackText: `${sending.outcomes[kind].title}: ${text} ${link ?? ''}` },
  );
}
