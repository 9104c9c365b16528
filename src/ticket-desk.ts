/** Drafts, exits and the sending of tickets, kept in the store before anything leaves. */
import { type Sending, type TicketOutcome, UserError } from '../dialogs/services.ts';
import type { TriageRecord } from './model/record.ts';
import type { Draft, Exit, ExitKind } from './model/ticket.ts';
import type { Store } from './store/store.ts';
import type { Profile } from './tickets/contact.ts';
import { ticketData } from './tickets/data.ts';
import { draftTicket } from './tickets/draft.ts';
import { editDraft, redrafted } from './tickets/edit.ts';
import { exitsFor } from './tickets/exits.ts';
import { type IdentityEnvironment, openSubmission } from './tickets/submit/open.ts';
import type { Outcome } from './tickets/submit/submission.ts';

export type TicketDesk = ReturnType<typeof createTicketDesk>;

export type TicketDeskNeeds = {
  store: Pick<Store, 'drafts' | 'exclusive'>;
  now?(): Date;
  /** Where an Azure identity may be configured; without one tickets are drafted, not sent. */
  env?: IdentityEnvironment;
};

export function createTicketDesk({ store, now = () => new Date(), env = {} }: TicketDeskNeeds) {
  const keeper = {
    ...store.drafts,
    exclusive: <T>(name: string, work: () => Promise<T>) => store.exclusive(name, work),
  };
  const submission = openSubmission({ env, keeper, data: ticketData(), now });

  /** The stored draft while it is on its way or newer than the triage; else a fresh one with what the person had edited. */
  const draftOf = async (record: TriageRecord, profile: Profile = {}): Promise<Draft> => {
    const kept = await store.drafts.get(record.id);
    if (kept && (kept.state !== 'draft' || kept.updatedAt >= record.updatedAt)) return kept;
    const fresh = draftTicket(record, ticketData(), profile);
    const draft = kept ? redrafted(fresh, kept) : fresh;
    await store.drafts.save(draft);
    return draft;
  };

  return {
    draft: (record: TriageRecord, profile?: Readonly<Record<string, string>>): Promise<Draft> =>
      draftOf(record, profile ?? {}),

    /** Keeps what is right; throws UserError with a sentence for each value that is not. */
    async edit(record: TriageRecord, values: Readonly<Record<string, string>>): Promise<Draft> {
      const { draft, problems } = editDraft(await draftOf(record), values, { data: ticketData(), now: now() });
      await store.drafts.save(draft);
      const mine = problems.filter(({ field }) => field in values);
      if (mine.length > 0) throw new UserError(mine.map(({ text }) => text).join(' '));
      return draft;
    },

    async exits(record: TriageRecord, kinds?: readonly ExitKind[]): Promise<Exit[]> {
      const circumstances = { apiConfigured: submission !== undefined };
      return exitsFor({ draft: await draftOf(record), record, data: ticketData(), circumstances }, kinds).exits;
    },

    /** Undefined where nothing is configured to send with. `mine` gives the record only to those who may. */
    sending(mine: (recordId: string, userId: string) => Promise<TriageRecord>): Sending | undefined {
      if (!submission) return undefined;
      return {
        async preview(recordId, userId) {
          await draftOf(await mine(recordId, userId));
          const preview = await submission.preview(recordId);
          if (!preview) throw new UserError('There is no draft to send. Ask for the ticket first.');
          return { ...preview, problems: preview.problems.map(({ text }) => text) };
        },
        async send(recordId, userId, ticketName) {
          const record = await mine(recordId, userId);
          const draft = await store.drafts.get(recordId);
          if (draft?.ticketName !== ticketName)
            throw new UserError('That is another ticket than the one you saw. Look at the preview again.');
          return outcomeOf(await submission.submit(recordId, record.messages.join('\n\n')));
        },
      };
    },
  };
}

function outcomeOf(outcome: Outcome): TicketOutcome {
  switch (outcome.kind) {
    case 'created': {
      const { supportTicketId } = outcome.draft;
      const due = outcome.answerBy ? ` The first answer is due by ${outcome.answerBy}.` : '';
      return {
        kind: 'created',
        text: `Ticket ${supportTicketId} is made.${due}`,
        url: outcome.portalUrl,
        ticketId: supportTicketId,
      };
    }
    case 'pending':
      return { kind: 'pending', text: outcome.text, url: outcome.portalUrl, ticketId: null };
    case 'incomplete':
      return {
        kind: 'incomplete',
        text: outcome.problems.map(({ text }) => text).join(' '),
        url: null,
        ticketId: null,
      };
    case 'refused':
      return { kind: 'refused', text: outcome.refusal.text, url: outcome.portalUrl, ticketId: null };
    case 'gone':
      return { kind: 'gone', text: 'There is no draft to send. Ask for the ticket first.', url: null, ticketId: null };
  }
}
