/** Shows drafts and ways out on a terminal. */
import { type Draft, type Exit, TICKET_FIELDS, type TicketField } from '../model/ticket.ts';
import type { Offer } from '../tickets/exits.ts';
import { bullet, paint, title, wrap } from './print.ts';

/** Only what is to be copied goes to standard output, so that it can be piped on. */
export function printOne(exit: Exit | undefined, withheld: Offer | undefined): number {
  if (!exit) {
    console.error(withheld?.why ?? 'This way out is not offered for this triage.');
    return 1;
  }
  if (exit.url) console.log(exit.url);
  console.log(exit.content);
  // A second form would run as well where the first is piped into a shell.
  if (exit.twin && process.stdout.isTTY) console.log(`\n${exit.twin}`);
  for (const step of exit.steps) console.error(bullet(step));
  return 0;
}

export function printAll(draft: Draft, exits: readonly Exit[], withheld: readonly Offer[]): void {
  console.log(title(draft.title));
  console.log(wrap(`Severity ${draft.severity}: ${draft.severityWhy}`));
  if (draft.serviceName) console.log(wrap(`Service: ${draft.serviceName}`));
  if (draft.missing.length > 0 && draft.serviceId) {
    console.log(wrap(`Still empty: ${draft.missing.map((field) => TICKET_FIELDS[field as TicketField]).join(', ')}`));
  }
  console.log(`\n${draft.description}`);
  for (const exit of exits) {
    console.log(`\n${title(exit.title)}\n${wrap(exit.why)}`);
    if (exit.url) console.log(exit.url);
    if (exit.kind === 'az' || exit.kind === 'powershell') console.log(`\n${exit.content}`);
    if (exit.kind === 'az' && exit.twin) console.log(`\n${paint('dim', 'PowerShell:')}\n${exit.twin}`);
    for (const step of exit.steps) console.log(bullet(step));
    if (exit.kind === 'api' || exit.kind === 'text') console.log(paint('dim', `    --exit ${exit.kind} prints it.`));
  }
  if (draft.logs.length > 0) console.log(`\n${title('Logs to collect')}`);
  for (const { what, command: line, note } of draft.logs) console.log(`${bullet(`${what}: ${note}`)}\n    ${line}`);
  for (const { kind, why } of withheld) console.log(wrap(`\nNot offered: ${kind}. ${why}`));
}
