/**
 * The Azure Support API 2026-07-01, as far as a ticket needs it: classify, check the name, create and wait, look up, list open
 * tickets, attach a text. Every refusal is a value with its own sentence.
 */
import type { z } from 'zod';
import type { TicketBody } from '../exits/api.ts';
import { type Answer, type Arm, ok, type Reply, waitMs } from './http.ts';
import { refusalOf, UNREACHABLE } from './refusals.ts';
import { NameAnswer, Operation, ProblemResults, ServiceResults, Ticket, TicketList } from './wire.ts';

const POLLS_MAX = 40;
const PAGES_MAX = 4;
const PAGE_SIZE = 100;
const SUMMARY_LENGTH_MAX = 2_000;
const CHUNK_BYTES_MAX = 2_500_000;
const CHUNKS_MAX = 2;
const SUGGESTIONS_MAX = 5;

export type Suggestion = { id: string; title: string; description: string };
export type OpenTicket = { id: string; title: string; createdDate: string; status: string };
/** `pending`: accepted, and not finished when patience ended. */
export type Created = { kind: 'created'; ticket: Ticket } | { kind: 'pending' };

export type SupportClient = ReturnType<typeof createSupportClient>;

const support = (subscriptionId: string): string =>
  `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Support`;
const last = (id: string): string => id.split('/').at(-1)?.toLowerCase() ?? '';

export function createSupportClient({ arm, sleep }: { arm: Arm; sleep(ms: number): Promise<void> }) {
  const ticketPath = (subscriptionId: string, name: string) =>
    `${support(subscriptionId)}/supportTickets/${encodeURIComponent(name)}`;

  const get = async (subscriptionId: string, name: string): Promise<Answer<Ticket | undefined>> => {
    const reply = await arm('GET', ticketPath(subscriptionId, name));
    if (reply.kind === 'refused') return reply.refusal.kind === 'not_found' ? ok(undefined) : reply;
    return read(reply.value, Ticket);
  };

  /** Follows the operation of an accepted request to its end; the ticket itself is then read. */
  const finished = async (accepted: Reply, subscriptionId: string, name: string): Promise<Answer<Created>> => {
    const address = accepted.headers.get('azure-asyncoperation') ?? accepted.headers.get('location');
    let headers = accepted.headers;
    for (let poll = 1; address && poll <= POLLS_MAX; poll++) {
      await sleep(waitMs(headers, Math.min(poll, 4)));
      const reply = await arm('GET', address);
      if (reply.kind === 'refused')
        return reply.refusal.kind === 'unavailable' || reply.refusal.kind === 'throttled'
          ? ok({ kind: 'pending' })
          : reply;
      headers = reply.value.headers;
      const { status = '', error } = Operation.safeParse(reply.value.body).data ?? {};
      if (/^(?:failed|canceled)$/i.test(status)) {
        return {
          kind: 'refused',
          refusal: refusalOf(0, error?.message ?? 'The ticket was not made.', error?.code ?? ''),
        };
      }
      if (/^succeeded$/i.test(status) || (status === '' && reply.value.status === 200)) break;
      if (poll === POLLS_MAX) return ok({ kind: 'pending' });
    }
    const ticket = await get(subscriptionId, name);
    if (ticket.kind === 'refused') return ok({ kind: 'pending' });
    return ok(ticket.value ? { kind: 'created', ticket: ticket.value } : { kind: 'pending' });
  };

  return {
    get,

    /** Services that fit the summary, best first. */
    async classifyServices(
      subscriptionId: string,
      summary: string,
      resourceId: string | null,
    ): Promise<Answer<{ id: string; name: string }[]>> {
      const reply = await arm('POST', `${support(subscriptionId)}/classifyServices`, question(summary, resourceId));
      const found = reply.kind === 'ok' ? read(reply.value, ServiceResults) : reply;
      if (found.kind === 'refused') return found;
      return ok(
        found.value.serviceClassificationResults.flatMap(({ serviceId, displayName }) =>
          serviceId ? [{ id: serviceId, name: displayName ?? '' }] : [],
        ),
      );
    },

    /** Problem types of a service that fit the summary, best first. */
    async classifyProblems(
      subscriptionId: string,
      serviceId: string,
      summary: string,
      resourceId: string | null,
    ): Promise<Answer<Suggestion[]>> {
      const reply = await arm(
        'POST',
        `${support(subscriptionId)}/services/${last(serviceId)}/classifyProblems`,
        question(summary, resourceId),
      );
      const found = reply.kind === 'ok' ? read(reply.value, ProblemResults) : reply;
      if (found.kind === 'refused') return found;
      return ok(
        found.value.problemClassificationResults
          .flatMap(({ problemClassificationId: id, title = '', description = '' }) =>
            id ? [{ id: fullId(id, serviceId), title, description }] : [],
          )
          .filter(({ id }) => id.toLowerCase().startsWith(`${serviceId.toLowerCase()}/`))
          .slice(0, SUGGESTIONS_MAX),
      );
    },

    /** Null where the name is free, else what the service says. It answers 200 also when it refuses. */
    async nameTaken(subscriptionId: string, name: string): Promise<Answer<string | null>> {
      const reply = await arm('POST', `${support(subscriptionId)}/checkNameAvailability`, {
        name,
        type: 'Microsoft.Support/supportTickets',
      });
      const answer = reply.kind === 'ok' ? read(reply.value, NameAnswer) : reply;
      if (answer.kind === 'refused') return answer;
      return ok(
        answer.value.nameAvailable ? null : (answer.value.message ?? answer.value.reason ?? 'The name is taken.'),
      );
    },

    /** Creates the ticket of that name, or meets the one that is there. */
    async create(subscriptionId: string, name: string, body: TicketBody): Promise<Answer<Created>> {
      const reply = await arm('PUT', ticketPath(subscriptionId, name), body);
      if (reply.kind === 'refused') return reply;
      if (reply.value.status === 202) return finished(reply.value, subscriptionId, name);
      const ticket = read(reply.value, Ticket);
      return ticket.kind === 'ok' ? ok({ kind: 'created', ticket: ticket.value }) : ok({ kind: 'pending' });
    },

    /** Open tickets of one service, newest first. The service is compared here: the filter takes one form of id only. */
    async openTickets(subscriptionId: string, serviceId: string): Promise<Answer<OpenTicket[]>> {
      const open: OpenTicket[] = [];
      let path: string | null | undefined =
        `${support(subscriptionId)}/supportTickets?$top=${PAGE_SIZE}&$filter=${encodeURIComponent("Status eq 'Open'")}`;
      for (let page = 0; path && page < PAGES_MAX; page++) {
        const reply: Answer<Reply> = await arm('GET', path);
        const list = reply.kind === 'ok' ? read(reply.value, TicketList) : reply;
        if (list.kind === 'refused') return list;
        for (const { name, properties } of list.value.value) {
          if (last(properties.serviceId ?? '') !== last(serviceId)) continue;
          open.push({
            id: properties.supportTicketId ?? name ?? '',
            title: properties.title ?? '',
            createdDate: properties.createdDate ?? '',
            status: properties.status ?? '',
          });
        }
        path = list.value.nextLink;
      }
      return ok(open.sort((a, b) => b.createdDate.localeCompare(a.createdDate)));
    },

    /** Puts a text into a file workspace and answers with its name, for the ticket to take along. */
    async attach(
      subscriptionId: string,
      workspace: string,
      file: { name: string; text: string },
    ): Promise<Answer<string>> {
      const bytes = Buffer.from(file.text, 'utf8').subarray(0, CHUNK_BYTES_MAX * CHUNKS_MAX);
      const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES_MAX) }, (_, n) =>
        bytes.subarray(n * CHUNK_BYTES_MAX, (n + 1) * CHUNK_BYTES_MAX),
      );
      const folder = `${support(subscriptionId)}/fileWorkspaces/${encodeURIComponent(workspace)}`;
      const path = `${folder}/files/${encodeURIComponent(file.name)}`;
      const made = await arm('PUT', folder, {});
      if (made.kind === 'refused') return made;
      const announced = await arm('PUT', path, {
        properties: {
          fileSize: bytes.length,
          chunkSize: Math.min(bytes.length, CHUNK_BYTES_MAX),
          numberOfChunks: chunks.length,
        },
      });
      if (announced.kind === 'refused') return announced;
      for (const [chunkIndex, chunk] of chunks.entries()) {
        const sent = await arm('POST', `${path}/upload`, { content: chunk.toString('base64'), chunkIndex });
        if (sent.kind === 'refused') return sent;
      }
      return ok(workspace);
    },
  };
}

const question = (summary: string, resourceId: string | null) => ({
  issueSummary: summary.slice(0, SUMMARY_LENGTH_MAX).toWellFormed(),
  ...(resourceId ? { resourceId } : {}),
});

/** The service may answer with the bare GUID of a problem type. */
const fullId = (id: string, serviceId: string): string =>
  id.startsWith('/') ? id : `${serviceId}/problemClassifications/${id}`;

function read<T>(reply: Reply, schema: z.ZodType<T>): Answer<T> {
  const result = schema.safeParse(reply.body ?? {});
  return result.success
    ? ok(result.data)
    : { kind: 'refused', refusal: refusalOf(UNREACHABLE, 'the answer was not understood') };
}
