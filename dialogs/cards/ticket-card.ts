/** The ticket to copy: the way back first where there is one, then title and text, what is empty, logs, and the ways to send it. */
import type { Report } from '../../src/model/report.ts';
import { type Draft, type Exit, TICKET_FIELDS, type TicketField } from '../../src/model/ticket.ts';
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
} from './card.ts';

/** Shares of the card's bytes that the long texts may take, largest first. */
export const TEXT_CHARS = [6000, 4000, 2500, 1200, 500];
const FORMS_MAX = 3;

const LINES_MAX = 120;

/** Lines with words, each with a note whether an empty line stood before it. */
function lines(text: string): { line: string; gap: boolean }[] {
  const all = text.split('\n');
  return all
    .flatMap((line, index) => (line.trim() ? [{ line, gap: index > 0 && !all[index - 1]?.trim() }] : []))
    .slice(0, LINES_MAX);
}

export const copyable = (title: string, text: string, charsMax: number): Element[] => [
  heading(title, 'Default'),
  // Read-only lines in fixed width: Teams lets people select them; an input would look like a question.
  ...lines(plain(text, charsMax)).map(({ line, gap }) =>
    paragraph([{ text: line, mono: true, small: true }], { spacing: gap ? 'Medium' : 'None' }),
  ),
  ...(text.length > charsMax ? [sentence(wording.ticket.cut, { subtle: true })] : []),
];

function before(report: Report, chars: number): Element[] {
  const advice = wording.ticket.before[report.eligibility] ?? wording.ticket.before[report.scope];
  if (!advice) return [];
  const lines = [...report.wayBack, ...report.places.map((place) => place.label)].slice(0, 4);
  return [
    box([sentence(advice), ...lines.map((line) => paragraph(['•', plain(line, chars)], { spacing: 'None' }))], {
      style: 'warning',
    }),
  ];
}

/** Addresses that open something prefilled are long; together they may take this much of the card. */
export const LINK_CHARS_MAX = 8000;

/** The ways out as buttons: the first address to open, then the forms to copy. */
function ways({ exits, draft, sends }: TicketCard, linkChars: number): Action[] {
  const about = draft.recordId;
  const [link] = exits.flatMap((exit) => {
    const url = safeUrl(exit.url, linkChars);
    return url ? [openUrl(plain(wording.ticket.open(exit.title), 60), url)] : [];
  });
  const forms = exits
    .filter(({ kind }) => kind !== 'portal' && kind !== 'api')
    .slice(0, sends ? FORMS_MAX - 1 : FORMS_MAX)
    .map(({ kind, title }) => button(plain(title, 40), { do: 'exit', kind, about }));
  const send = button(wording.sending.button, { do: 'preview', about }, { primary: true });
  return [...(sends ? [send] : []), ...(link ? [link] : []), ...forms];
}

const fieldName = (field: string): string =>
  Object.hasOwn(TICKET_FIELDS, field) ? TICKET_FIELDS[field as TicketField] : field;

/** The severity as people and the portal call it. */
export const severityLabel = ({ severity }: Pick<Draft, 'severity'>): string =>
  wording.ticket.severities.find(({ value }) => value === severity)?.title ?? severity;

export type TicketCard = {
  draft: Draft;
  report: Report;
  exits: readonly Exit[];
  /** The ticket can be sent from here. */
  sends: boolean;
};

export function ticketCard(made: TicketCard): Card {
  const { draft, report, exits } = made;
  const { ticket } = wording;
  let step = 0;
  return fitting(({ chars, items }) => {
    const textChars = TEXT_CHARS[Math.min(step++, TEXT_CHARS.length - 1)] ?? 500;
    const rows: [string, string | null][] = [
      [ticket.subject, draft.title],
      [ticket.severity, `${severityLabel(draft)}. ${draft.severityWhy}`],
      [ticket.service, draft.serviceName],
    ];
    return card(
      [
        heading(ticket.title),
        ...before(report, chars),
        ...rows
          .filter((row): row is [string, string] => Boolean(row[1]))
          .map(([label, text]) => paragraph([{ text: `${label}:`, bold: true }, plain(text, chars)])),
        ...copyable(ticket.text, draft.description, textChars),
        ...(draft.missing.length > 0
          ? [
              paragraph([
                { text: `${ticket.missing}:`, bold: true },
                plain(draft.missing.map(fieldName).join(', '), chars),
              ]),
            ]
          : []),
        ...(draft.logs.length > 0
          ? [
              heading(ticket.logs, 'Default'),
              ...draft.logs
                .slice(0, items)
                .map((log) =>
                  paragraph(
                    [
                      plain(log.what, 120),
                      { text: plain(log.command, chars), mono: true, small: true },
                      { text: plain(log.note, chars), subtle: true, small: true },
                    ],
                    { spacing: 'Small' },
                  ),
                ),
            ]
          : []),
        ...(exits.length > 0
          ? [
              heading(ticket.exits, 'Default'),
              ...exits.slice(0, items).map((exit) =>
                paragraph(
                  [
                    { text: plain(exit.title, 80), bold: true },
                    { text: plain(exit.why, chars), small: true },
                  ],
                  { spacing: 'Small' },
                ),
              ),
            ]
          : []),
        sentence(`${ticket.copy} ${ticket.states[draft.state]}`, { subtle: true }),
      ],
      [
        ...ways(made, Math.min(LINK_CHARS_MAX, textChars * 2)),
        button(ticket.edit, { do: 'editTicket', about: draft.recordId }),
        button(wording.verdict.person, { do: 'person', about: draft.recordId }),
      ],
      { fallbackText: `${draft.title}\n${draft.description}` },
    );
  });
}
