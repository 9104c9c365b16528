/** The ticket as plain text, with a Markdown twin: for a mail, a vendor's form, a forum, an operations tool. */
import type { TicketData } from '../../../knowledge/schema.ts';
import type { Report } from '../../model/report.ts';
import type { Draft, Exit } from '../../model/ticket.ts';
import { missingStep } from './steps.ts';

export const plainTicket = (draft: Draft, data: TicketData): string =>
  [draft.title, ...rows(draft, data).map(([name, value]) => `${name}: ${value}`), '', draft.description].join('\n');

export function markdownTicket(draft: Draft, data: TicketData): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    `## ${draft.title.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')}`,
    '',
    '| Field | Value |',
    '| --- | --- |',
    ...rows(draft, data).map(([name, value]) => `| ${name} | ${cell(value)} |`),
    '',
    fenced(draft.description),
  ].join('\n');
}

/** A code block whose fence is longer than any in the text, so that nothing in it is read as Markdown. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function rows(draft: Draft, data: TicketData): [string, string][] {
  const { contact } = draft;
  const all: [string, string | null | undefined][] = [
    ['Service', draft.serviceName],
    ['Severity', `${data.severityNames[draft.severity]}. ${draft.severityWhy}`],
    ['Subscription', draft.subscriptionId],
    ['Resource', draft.resourceId],
    ['Began', draft.problemStartTime],
    [
      'Contact',
      [contact.firstName, contact.lastName, contact.primaryEmailAddress, contact.phoneNumber]
        .filter(Boolean)
        .join(', '),
    ],
    ['Known issues', draft.knownIssues.map(({ url }) => url).join(' ')],
  ];
  return all.filter((row): row is [string, string] => Boolean(row[1]));
}

export function textExit(draft: Draft, { report, data, why }: { report: Report; data: TicketData; why: string }): Exit {
  const [place] = report.places;
  return {
    kind: 'text',
    title: draft.serviceId || !place ? 'Plain text' : place.label,
    why,
    content: plainTicket(draft, data),
    url: draft.serviceId ? null : (place?.url ?? null),
    twin: markdownTicket(draft, data),
    steps: [
      ...report.places.map(({ label, url }) => `${label}${url ? `: ${url}` : ''}`),
      ...(draft.serviceId ? missingStep(draft) : []),
    ],
  };
}
