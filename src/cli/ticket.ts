/** `npm run -s ticket`: the pre-filled ticket of a triage, in each form; sent only where it is asked for and confirmed. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { TicketData } from '../../knowledge/schema.ts';
import { TriageRecord } from '../model/record.ts';
import { Report } from '../model/report.ts';
import { type Draft, ExitKind, TICKET_FIELDS, ticketFields } from '../model/ticket.ts';
import { DEFAULT_STORE, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createTicketDesk } from '../ticket-desk.ts';
import { ticketData } from '../tickets/data.ts';
import { draftTicket } from '../tickets/draft.ts';
import { editDraft } from '../tickets/edit.ts';
import { type Circumstances, exitsFor } from '../tickets/exits.ts';
import { recordOf } from '../tickets/record-of.ts';
import { today } from '../workshop.ts';
import { cannotRead, faultOf } from './lines.ts';
import { command, UsageError } from './print.ts';
import { printAll, printOne } from './ticket-print.ts';
import { send } from './ticket-send.ts';

const HELP = `
npm run -s ticket -- --record ID                  the ticket of a recorded triage, all ways out
npm run -s ticket -- --report FILE.json           the same from a report ("triage --json") or a record; - reads standard input
    --exit portal|az|powershell|api|github|text   one way out only, ready to copy
    --set FIELD=VALUE                             fills or changes a field; may be repeated
    --plan PLAN                                   your support plan, which decides the order
    --role contributor|none                       your role, which decides the order
    --json                                        draft and ways out as JSON
npm run -s ticket -- --record ID --send           shows what would be sent over the Azure Support API, sends nothing
    --confirm NAME                                sends it; NAME is the ticket name that the preview shows

With --record, what --set changes is kept with the record. Sending needs an identity in the environment: AZURE_ACCESS_TOKEN, or
AZURE_TENANT_ID and AZURE_CLIENT_ID with AZURE_FEDERATED_TOKEN_FILE or AZURE_CLIENT_SECRET.

Fields: ${ticketFields.join(', ')}
`;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      record: { type: 'string' },
      report: { type: 'string' },
      exit: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      plan: { type: 'string' },
      role: { type: 'string' },
      json: { type: 'boolean', default: false },
      send: { type: 'boolean', default: false },
      confirm: { type: 'string' },
    },
  });
  const kind = values.exit === undefined ? undefined : ExitKind.safeParse(values.exit).data;
  if (values.exit !== undefined && !kind)
    throw new UsageError(`There is no way out "${values.exit}". Choose one of ${ExitKind.options.join(', ')}.`);
  const data = ticketData();
  const circumstances = means(
    values,
    data.plans.map(({ id }) => id),
  );
  const chosen = { data, settings: values.set };
  if ((values.record === undefined) === (values.report === undefined))
    throw new UsageError('Say which triage: --record ID or --report FILE.json.');
  if (values.send && values.record === undefined)
    throw new UsageError('Only a recorded triage can be sent: --record ID --send.');
  const store = values.record === undefined ? undefined : await openStore(process.env.TRIAGE_DB || DEFAULT_STORE);
  try {
    const { record, draft } = store
      ? await recorded(store, values.record ?? '', chosen)
      : fromReport(values.report ?? '', chosen);
    if (store && values.send) return await send({ store, record, data, env: process.env, confirm: values.confirm });
    const { exits, withheld } = exitsFor({ draft, record, data, circumstances }, kind && [kind]);
    if (values.json) console.log(JSON.stringify({ draft, exits, withheld }, null, 2));
    else if (kind) return printOne(exits[0], withheld[0]);
    else printAll(draft, exits, withheld);
    return 0;
  } finally {
    await store?.close();
  }
}

function means(
  { plan, role }: { plan?: string | undefined; role?: string | undefined },
  plans: readonly string[],
): Circumstances {
  if (plan !== undefined && !plans.includes(plan))
    throw new UsageError(`There is no plan "${plan}". Choose one of ${plans.join(', ')}.`);
  if (role !== undefined && role !== 'contributor' && role !== 'none')
    throw new UsageError('The role is contributor or none.');
  return { ...(plan ? { plan } : {}), ...(role ? { role } : {}) };
}

type Chosen = { data: TicketData; settings: readonly string[] };
type Found = { record: TriageRecord; draft: Draft };

/** A draft from the store is kept there with what was changed. */
async function recorded(store: Store, id: string, { data, settings }: Chosen): Promise<Found> {
  const record = await store.records.get(id);
  if (!record) throw new Error(`There is no record ${id}. "records list" shows the newest.`);
  const kept = await createTicketDesk({ store }).draft(record);
  const draft = filled(kept, settings, data, new Date());
  if (draft !== kept) await store.drafts.save(draft);
  return { record, draft };
}

function fromReport(file: string, { data, settings }: Chosen): Found {
  const record = fromFile(file);
  return { record, draft: filled(draftTicket(record, data), settings, data, new Date(record.updatedAt)) };
}

function fromFile(file: string): TriageRecord {
  const json = parsed(file);
  const record = TriageRecord.safeParse(json);
  if (record.success) return record.data;
  const report = Report.safeParse(json);
  if (report.success) return recordOf(report.data, today());
  throw new Error(
    `${file === '-' ? 'Standard input' : `"${file}"`} is no triage report: ${faultOf(report.error)}. "triage --json" prints one.`,
  );
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw cannotRead(file, error as Error);
  }
}

function filled(draft: Draft, settings: readonly string[], data: TicketData, now: Date): Draft {
  const values = settings.map((setting) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (!Object.hasOwn(TICKET_FIELDS, name))
      throw new UsageError(`--set takes FIELD=VALUE; "${setting}" names no field of a ticket.`);
    return [name, value] as const;
  });
  if (values.length === 0) return draft;
  const { draft: next, problems } = editDraft(draft, Object.fromEntries(values), { data, now });
  for (const { text } of problems) console.error(text);
  return next;
}
