/** Sends a ticket from the terminal, in two steps: what would leave, then leaving. */
import type { TicketData } from '../../knowledge/schema.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Store } from '../store/store.ts';
import { type IdentityEnvironment, openSubmission } from '../tickets/submit/open.ts';
import type { Outcome, Preview } from '../tickets/submit/submission.ts';
import { bullet, title, UsageError, wrap } from './print.ts';

export type Sending = {
  store: Pick<Store, 'drafts' | 'exclusive'>;
  record: TriageRecord;
  data: TicketData;
  env: IdentityEnvironment;
  /** The ticket's name, typed by the person who has seen the preview. */
  confirm: string | undefined;
};

export async function send({ store, record, data, env, confirm }: Sending): Promise<number> {
  const keeper = {
    ...store.drafts,
    exclusive: <T>(name: string, work: () => Promise<T>) => store.exclusive(name, work),
  };
  const submission = openSubmission({ env, keeper, data, now: () => new Date() });
  if (!submission) {
    throw new Error(
      'Nothing can be sent: no Azure identity is configured here. "ticket --help" names the variables; "--exit portal" works without.',
    );
  }
  if (confirm === undefined) {
    const preview = await submission.preview(record.id);
    if (preview) printPreview(preview);
    return 0;
  }
  const name = (await store.drafts.get(record.id))?.ticketName;
  if (confirm !== name) throw new UsageError(`--confirm takes the name of the ticket, ${name}.`);
  return printOutcome(await submission.submit(record.id, record.messages.join('\n\n')));
}

function printPreview({ draft, body, problemTypes, openTickets, problems, notes }: Preview): void {
  console.log(title('This would be sent'));
  console.log(JSON.stringify(body, null, 2));
  if (openTickets.length > 0) console.log(`\n${title('Open tickets for the same service')}`);
  for (const { id, title: name, createdDate } of openTickets)
    console.log(bullet(`${id} ${createdDate.slice(0, 10)} ${name}`));
  if (problemTypes.length > 0)
    console.log(`\n${title('Problem types that fit; choose one with --set problemClassificationId=ID')}`);
  for (const { id, title: name } of problemTypes) console.log(bullet(`${name}: ${id}`));
  for (const { text } of problems) console.log(bullet(text));
  for (const note of notes) console.log(bullet(note));
  console.log(
    `\n${wrap(problems.length > 0 ? 'Nothing was sent. Settle the points above first.' : `Nothing was sent. To send it: --send --confirm ${draft.ticketName}`)}`,
  );
}

function printOutcome(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'created':
      console.log(
        wrap(
          `Ticket ${outcome.draft.supportTicketId} is made.${outcome.answerBy ? ` First answer is due by ${outcome.answerBy}.` : ''}`,
        ),
      );
      console.log(outcome.portalUrl);
      return 0;
    case 'pending':
      console.log(wrap(outcome.text));
      console.log(outcome.portalUrl);
      return 0;
    case 'incomplete':
      for (const { text } of outcome.problems) console.error(bullet(text));
      return 1;
    case 'refused':
      console.error(wrap(outcome.refusal.text));
      console.error(`In the portal: ${outcome.portalUrl}`);
      return 1;
    case 'gone':
      console.error('There is no draft for this record.');
      return 1;
  }
}
