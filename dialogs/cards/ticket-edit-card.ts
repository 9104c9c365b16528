/** The review card: what the ticket still lacks and what people change most, with the present values filled in. */
import { type Draft, TICKET_FIELDS, type TicketField, ticketFields } from '../../src/model/ticket.ts';
import { wording } from '../wording.ts';
import { button, type Card, card, type Element, fitting, heading, plain, sentence } from './card.ts';

const FIELDS_MAX = 9;
const VALUE_CHARS_MAX = 1000;
/** Always offered, in this order; the rest where it is missing. */
const FIRST: TicketField[] = [
  'title',
  'severity',
  'advancedDiagnosticConsent',
  'preferredContactMethod',
  'phoneNumber',
];

const CHOICES: Partial<Record<TicketField, { title: string; value: string }[]>> = {
  severity: wording.ticket.severities,
  advancedDiagnosticConsent: wording.ticket.consents,
  preferredContactMethod: wording.ticket.contacts,
};

/** What stands in the draft under the name that the card uses. */
function valueIn(draft: Draft, field: TicketField): string {
  const value = { ...draft.contact, ...draft }[field as keyof Draft];
  return value === null || value === undefined ? '' : String(value);
}

/** Nobody else's business where others read along. */
export const isPrivateField = (field: TicketField): boolean =>
  field === 'primaryEmailAddress' || field === 'phoneNumber';

export function ticketEditFields(draft: Draft): TicketField[] {
  const missing = ticketFields.filter((field) => draft.missing.includes(field) && !FIRST.includes(field));
  return [...FIRST, ...missing].slice(0, FIELDS_MAX);
}

/** One field of the ticket with its present value, unless that is hidden. */
export function ticketInput(draft: Draft, name: TicketField, isHidden = false): Element {
  const value = isHidden ? '' : plain(valueIn(draft, name), VALUE_CHARS_MAX);
  const missing = draft.missing.includes(name) ? ` (${wording.ticket.missing.toLowerCase()})` : '';
  const input = { id: name, label: `${TICKET_FIELDS[name]}${missing}`, ...(value ? { value } : {}) };
  const choices = CHOICES[name];
  return choices
    ? { type: 'Input.ChoiceSet', ...input, style: 'compact', wrap: true, choices }
    : { type: 'Input.Text', ...input, maxLength: VALUE_CHARS_MAX };
}

export function ticketEditCard(draft: Draft, isShared = false): Card {
  const { ticket } = wording;
  return fitting(() =>
    card(
      [
        heading(ticket.editTitle),
        sentence(ticket.editIntro, { subtle: true }),
        ...ticketEditFields(draft).map((name) => ticketInput(draft, name, isShared && isPrivateField(name))),
      ],
      [button(wording.facts.save, { do: 'saveTicket', about: draft.recordId }, { inputs: true, primary: true })],
      { fallbackText: ticket.editTitle },
    ),
  );
}

/** Fields that differ from the draft; everything else a client may send is left out. */
export function ticketEditsOf(draft: Draft, value: Record<string, unknown>): Record<string, string> {
  const edits: Record<string, string> = {};
  for (const name of ticketEditFields(draft)) {
    const given = value[name];
    if (typeof given !== 'string' || !given.trim()) continue;
    if (given.trim() !== plain(valueIn(draft, name), VALUE_CHARS_MAX))
      edits[name] = given.trim().slice(0, VALUE_CHARS_MAX);
  }
  return edits;
}

/** Every field of the ticket that a client sent, as it is. */
export const ticketFieldsIn = (value: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    ticketFields.flatMap((name) => {
      const given = value[name];
      return typeof given === 'string' && given.trim() ? [[name, given.trim().slice(0, VALUE_CHARS_MAX)]] : [];
    }),
  );
