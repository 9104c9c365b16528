/** The ticket to copy: the way back first where there is one, then title and text, what is empty, logs, and the ways to send it. */
import type { Report } from '../../src/model/report.ts';
import type { Draft, Exit } from '../../src/model/ticket.ts';
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
const TEXT_CHARS = [6000, 4000, 2500, 1200, 500];
const LINKS_MAX = 3;

const LINES_MAX = 120;

/** Lines with words, each with a note whether an empty line stood before it. */
function lines(text: string): { line: string; gap: boolean }[] {
  const all = text.split('\n');
  return all
    .flatMap((line, index) => (line.trim() ? [{ line, gap: index > 0 && !all[index - 1]?.trim() }] : []))
    .slice(0, LINES_MAX);
}

const copyable = (title: string, text: string, charsMax: number): Element[] => [
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

const openings = (exits: readonly Exit[]): Action[] =>
  exits
    .flatMap((exit) => {
      const url = safeUrl(exit.url);
      return url ? [openUrl(plain(wording.ticket.open(exit.title), 60), url)] : [];
    })
    .slice(0, LINKS_MAX);

export type TicketCard = { draft: Draft; report: Report; exits: readonly Exit[] };

export function ticketCard({ draft, report, exits }: TicketCard): Card {
  const { ticket } = wording;
  let step = 0;
  return fitting(({ chars, items }) => {
    const textChars = TEXT_CHARS[Math.min(step++, TEXT_CHARS.length - 1)] ?? 500;
    const rows: [string, string | null][] = [
      [ticket.subject, draft.title],
      [ticket.severity, `${draft.severity}. ${draft.severityWhy}`],
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
          ? [paragraph([{ text: `${ticket.missing}:`, bold: true }, plain(draft.missing.join(', '), chars)])]
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
        sentence(ticket.copy, { subtle: true }),
      ],
      [...openings(exits), button(wording.verdict.person, { do: 'person', about: draft.recordId })],
      { fallbackText: `${draft.title}\n${draft.description}` },
    );
  });
}
