/** `npm run -s ticket`: the pre-filled ticket of a triage, in each form. Nothing is sent. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TriageRecord } from '../model/record.ts';
import { Report } from '../model/report.ts';
import { type Draft, type Exit, ExitKind, TICKET_FIELDS, type TicketField, ticketFields } from '../model/ticket.ts';
import { DEFAULT_STORE, openStore } from '../store/open.ts';
import { ticketData } from '../tickets/data.ts';
import { draftTicket } from '../tickets/draft.ts';
import { editDraft } from '../tickets/edit.ts';
import { type Circumstances, exitsFor, type Offer } from '../tickets/exits.ts';
import { recordOf } from '../tickets/record-of.ts';
import { today } from '../workshop.ts';
import { bullet, command, paint, title, UsageError, wrap } from './print.ts';

const HELP = `
npm run -s ticket -- --record ID                  the ticket of a recorded triage, all ways out
npm run -s ticket -- --report FILE.json           the same from a report ("triage --json") or a record; - reads standard input
    --exit portal|az|powershell|api|github|text   one way out only, ready to copy
    --set FIELD=VALUE                             fills or changes a field; may be repeated
    --plan PLAN  --role contributor|none          your support plan and role, which decide the order
    --json                                        draft and ways out as JSON

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
  const { record, saved } = await found(values);
  const draft = filled(saved ?? draftTicket(record, data), values.set, data);
  const { exits, withheld } = exitsFor({ draft, record, data, circumstances }, kind && [kind]);
  if (values.json) console.log(JSON.stringify({ draft, exits, withheld }, null, 2));
  else if (kind) return printOne(exits[0], withheld[0]);
  else printAll(draft, exits, withheld);
  return 0;
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

async function found({
  record: id,
  report: file,
}: {
  record?: string | undefined;
  report?: string | undefined;
}): Promise<{ record: TriageRecord; saved?: Draft | undefined }> {
  if ((id === undefined) === (file === undefined))
    throw new UsageError('Say which triage: --record ID or --report FILE.json.');
  if (file !== undefined) return { record: fromFile(file) };
  const store = await openStore(process.env.TRIAGE_DB || DEFAULT_STORE);
  try {
    const record = await store.records.get(id ?? '');
    if (!record) throw new Error(`There is no record ${id}. "records list" shows the newest.`);
    return { record, saved: await store.drafts.get(record.id) };
  } finally {
    await store.close();
  }
}

function fromFile(file: string): TriageRecord {
  const json = parsed(file);
  const record = TriageRecord.safeParse(json);
  if (record.success) return record.data;
  const report = Report.safeParse(json);
  if (report.success) return recordOf(report.data, today());
  const [issue] = report.error.issues;
  throw new Error(
    `${file} is no triage report: ${issue?.path.join('.')}: ${issue?.message}. "triage --json" prints one.`,
  );
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

function filled(draft: Draft, settings: readonly string[], data: ReturnType<typeof ticketData>): Draft {
  const values = settings.map((setting) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (!Object.hasOwn(TICKET_FIELDS, name))
      throw new UsageError(`--set takes FIELD=VALUE; "${setting}" names no field of a ticket.`);
    return [name, value] as const;
  });
  if (values.length === 0) return draft;
  const { draft: next, problems } = editDraft(draft, Object.fromEntries(values), {
    data,
    now: new Date(draft.updatedAt),
  });
  for (const { text } of problems) console.error(text);
  return next;
}

/** Only what is to be copied goes to standard output, so that it can be piped on. */
function printOne(exit: Exit | undefined, withheld: Offer | undefined): number {
  if (!exit) {
    console.error(withheld?.why ?? 'This way out is not offered for this triage.');
    return 1;
  }
  if (exit.url) console.log(exit.url);
  console.log(exit.content);
  if (exit.twin) console.log(`\n${exit.twin}`);
  for (const step of exit.steps) console.error(bullet(step));
  return 0;
}

function printAll(draft: Draft, exits: readonly Exit[], withheld: readonly Offer[]): void {
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
