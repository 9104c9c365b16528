/** Drafts and exits of records, kept in the store before anything leaves. */
import { UserError } from '../dialogs/services.ts';
import { readYaml } from '../knowledge/load.ts';
import { TicketData } from '../knowledge/schema.ts';
import type { TriageRecord } from './model/record.ts';
import type { Draft, Exit, ExitKind } from './model/ticket.ts';
import type { Store } from './store/store.ts';
import type { Profile } from './tickets/contact.ts';
import { draftTicket } from './tickets/draft.ts';
import { editDraft } from './tickets/edit.ts';
import { exitsFor } from './tickets/exits.ts';

export type TicketDesk = ReturnType<typeof createTicketDesk>;

let data: TicketData | undefined;

export const ticketData = (): TicketData => {
  data ??= readYaml('tickets.yaml', TicketData);
  return data;
};

export type TicketDeskNeeds = { store: Pick<Store, 'drafts'>; now?(): Date };

export function createTicketDesk({ store, now = () => new Date() }: TicketDeskNeeds) {
  /** The stored draft while it is edited or on its way; a fresh one where the triage went on since. */
  const draftOf = async (record: TriageRecord, profile: Profile = {}): Promise<Draft> => {
    const kept = await store.drafts.get(record.id);
    if (kept && (kept.state !== 'draft' || kept.updatedAt >= record.updatedAt)) return kept;
    const fresh = draftTicket(record, ticketData(), profile);
    const draft = kept ? { ...fresh, ...edited(kept) } : fresh;
    await store.drafts.save(draft);
    return draft;
  };

  return {
    draft: (record: TriageRecord, profile?: Readonly<Record<string, string>>): Promise<Draft> => draftOf(record, profile ?? {}),

    /** Keeps what is right; throws UserError with a sentence for each value that is not. */
    async edit(record: TriageRecord, values: Readonly<Record<string, string>>): Promise<Draft> {
      const { draft, problems } = editDraft(await draftOf(record), values, { data: ticketData(), now: now() });
      await store.drafts.save(draft);
      const mine = problems.filter(({ field }) => field in values);
      if (mine.length > 0) throw new UserError(mine.map(({ text }) => text).join(' '));
      return draft;
    },

    async exits(record: TriageRecord, kinds?: readonly ExitKind[]): Promise<Exit[]> {
      return exitsFor({ draft: await draftOf(record), record, data: ticketData() }, kinds).exits;
    },
  };
}

/** What a person may have typed stays when the triage goes on; what follows from the verdict is made anew. */
const edited = ({ contact, advancedDiagnosticConsent, subscriptionId, resourceId, problemStartTime }: Draft): Partial<Draft> => ({
  contact,
  advancedDiagnosticConsent,
  subscriptionId,
  resourceId,
  problemStartTime,
});
