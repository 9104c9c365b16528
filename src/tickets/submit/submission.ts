/**
 * Sends a draft in two turns: `preview` shows what would leave, `submit` lets it leave. A draft is stored before each step that
 * the outside can see, and the ticket's name follows from the record; so after a crash at any point the same call finds the
 * ticket or makes it, and never makes a second one.
 *
 *   draft ──submit──▶ creating ──▶ created
 *     ▲                  │ └──────▶ (no answer: stays creating; submit again looks first)
 *     └── edit ── refused ◀┘
 */
import type { TicketData } from '../../../knowledge/schema.ts';
import { type Draft, TICKET_FIELDS, type TicketField } from '../../model/ticket.ts';
import { missingFields, type Problem, problemsOf } from '../check.ts';
import { type TicketBody, ticketBody } from '../exits/api.ts';
import { bladeUrl } from '../exits/portal.ts';
import type { OpenTicket, Suggestion, SupportClient } from './client.ts';
import { type Refusal, refusalOf } from './refusals.ts';
import type { Ticket } from './wire.ts';

/** The store's part that is needed; see src/store/store.ts. */
export type DraftKeeper = {
  get(recordId: string): Promise<Draft | undefined>;
  save(draft: Draft): Promise<void>;
  /** Runs `work` while no other holder of the name runs. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
};

export type SubmissionNeeds = {
  client: SupportClient;
  keeper: DraftKeeper;
  data: TicketData;
  now(): Date;
};

export type Preview = {
  draft: Draft;
  /** Exactly what `submit` will send. */
  body: TicketBody;
  /** Problem types to choose from, best first; empty where one is chosen or the service did not say. */
  problemTypes: Suggestion[];
  /** Tickets that are open for the same service: perhaps this one is there already. */
  openTickets: OpenTicket[];
  problems: Problem[];
  /** Questions to the service that were not answered, each as a sentence; none of them stops the ticket. */
  notes: string[];
};

export type Outcome =
  | { kind: 'created'; draft: Draft; portalUrl: string; answerBy: string | null; attached: boolean }
  | { kind: 'pending'; draft: Draft; text: string; portalUrl: string }
  | { kind: 'incomplete'; draft: Draft; problems: Problem[] }
  | { kind: 'refused'; draft: Draft; refusal: Refusal; portalUrl: string }
  | { kind: 'gone' };

export type Submission = ReturnType<typeof createSubmission>;

const PENDING =
  'Azure has accepted the ticket and is still working on it. Ask again in a minute; it will not become two tickets.';

export function createSubmission({ client, keeper, data, now }: SubmissionNeeds) {
  const keep = async (draft: Draft, change: Partial<Draft>): Promise<Draft> => {
    const next = { ...draft, ...change, updatedAt: now().toISOString() };
    await keeper.save(next);
    return next;
  };

  const created = async (draft: Draft, ticket: Ticket, attached: boolean): Promise<Outcome> => {
    const { supportTicketId, serviceLevelAgreement } = ticket.properties;
    const saved = await keep(draft, { state: 'created', supportTicketId: supportTicketId ?? draft.ticketName });
    return {
      kind: 'created',
      draft: saved,
      portalUrl: requestsUrl(saved),
      answerBy: serviceLevelAgreement?.expirationTime ?? null,
      attached,
    };
  };

  const refused = async (draft: Draft, refusal: Refusal): Promise<Outcome> => {
    // No answer is no refusal: the ticket may exist, so the draft stays "creating" and the next try looks first.
    const uncertain = refusal.kind === 'unavailable' || refusal.kind === 'throttled' || refusal.kind === 'sign_in';
    const saved =
      uncertain && draft.state === 'creating'
        ? draft
        : await keep(draft, { state: uncertain ? draft.state : 'refused' });
    return { kind: 'refused', draft: saved, refusal, portalUrl: bladeUrl(saved, data) };
  };

  /** What is wrong with the draft before anything is sent. */
  const faults = (draft: Draft): Problem[] => [
    ...missingFields(draft).map(
      (field): Problem => ({ field, text: `Still empty: ${TICKET_FIELDS[field as TicketField]}.` }),
    ),
    ...problemsOf(draft, data),
  ];

  return {
    /** First turn: nothing is made. Asks the service what it can tell beforehand. */
    async preview(recordId: string): Promise<Preview | undefined> {
      const draft = await keeper.get(recordId);
      if (!draft) return undefined;
      const notes: string[] = [];
      const problemTypes: Suggestion[] = [];
      const openTickets: OpenTicket[] = [];
      const { subscriptionId, serviceId } = draft;
      if (subscriptionId && serviceId && draft.state !== 'created') {
        const open = await client.openTickets(subscriptionId, serviceId);
        if (open.kind === 'ok') openTickets.push(...open.value);
        else notes.push(`Open tickets could not be listed. ${open.refusal.text}`);
        if (!draft.problemClassificationId) {
          const types = await client.classifyProblems(
            subscriptionId,
            serviceId,
            `${draft.title}\n${draft.description}`,
            draft.resourceId,
          );
          if (types.kind === 'ok') problemTypes.push(...types.value);
          else notes.push(`Problem types could not be read. ${types.refusal.text}`);
        }
      }
      return { draft, body: ticketBody(draft), problemTypes, openTickets, problems: faults(draft), notes };
    },

    /** Second turn: makes the ticket, or finds the one that an earlier try made. `summary` is attached as a text file. */
    async submit(recordId: string, summary?: string): Promise<Outcome> {
      return keeper.exclusive(`ticket/${recordId}`, async () => {
        const draft = await keeper.get(recordId);
        if (!draft) return { kind: 'gone' };
        if (draft.state === 'created') {
          return { kind: 'created', draft, portalUrl: requestsUrl(draft), answerBy: null, attached: false };
        }
        const problems = faults(draft);
        const { subscriptionId, ticketName } = draft;
        if (problems.length > 0 || !subscriptionId) return { kind: 'incomplete', draft, problems };

        const before = await client.get(subscriptionId, ticketName);
        if (before.kind === 'refused') return refused(draft, before.refusal);
        if (before.value) return created(draft, before.value, false);
        if (draft.state !== 'creating') {
          const taken = await client.nameTaken(subscriptionId, ticketName);
          if (taken.kind === 'refused') return refused(draft, taken.refusal);
          if (taken.value !== null) return refused(draft, refusalOf(409, taken.value));
        }

        const attached = summary
          ? await client.attach(subscriptionId, ticketName, { name: 'triage.txt', text: summary })
          : undefined;
        const workspace = attached?.kind === 'ok' ? { fileWorkspaceName: attached.value } : {};
        const creating = await keep(draft, { state: 'creating' });
        const answer = await client.create(subscriptionId, ticketName, ticketBody(creating, workspace));
        if (answer.kind === 'refused') {
          // An answer that was lost on its way makes the repeated request meet its own ticket.
          const after = await client.get(subscriptionId, ticketName);
          if (after.kind === 'ok' && after.value) return created(creating, after.value, attached?.kind === 'ok');
          return refused(creating, after.kind === 'ok' ? answer.refusal : after.refusal);
        }
        if (answer.value.kind === 'pending') {
          return { kind: 'pending', draft: creating, text: PENDING, portalUrl: requestsUrl(creating) };
        }
        return created(creating, answer.value.ticket, attached?.kind === 'ok');
      });
    },
  };
}

/** The ticket in the portal. */
const requestsUrl = ({ subscriptionId, ticketName }: Draft): string =>
  `https://portal.azure.com/#resource/subscriptions/${encodeURIComponent(subscriptionId ?? '')}/providers/Microsoft.Support/supportTickets/${encodeURIComponent(ticketName)}`;
