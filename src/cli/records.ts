/** `npm run -s records`: the audit trail. */
import { parseArgs } from 'node:util';
import type { TriageRecord } from '../model/record.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';
import { command, paint, UsageError } from './print.ts';
import { reportText } from './report-text.ts';

const HELP = `
npm run -s records -- list [--limit N]                 newest first
npm run -s records -- show ID [--json]                 the report of one triage
npm run -s records -- export [--format jsonl|csv]      labelled cases in the form of "eval" (jsonl), or a table (csv)
npm run -s records -- replay ID                        makes the report anew and compares it byte for byte
npm run -s records -- delete --user ID                 everything of one user
`;

const LIST_DEFAULT = 20;
const EXPORT_PAGE = 500;
const OPENING_SHOWN = 60;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run([action, ...args]: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      format: { type: 'string' },
      user: { type: 'string' },
      limit: { type: 'string' },
    },
  });
  if (positionals.length > (action === 'show' || action === 'replay' ? 1 : 0))
    throw new UsageError(`Too many words after "${action}".`);
  // Only a replay searches known issues again.
  const workshop = await openWorkshop({ stored: action === 'replay' });
  try {
    switch (action) {
      case 'list':
        return await list(workshop, Number(values.limit ?? LIST_DEFAULT));
      case 'show':
        return await show(workshop, positionals[0], values.json ?? false);
      case 'export':
        return await exportAll(workshop, values.format ?? 'jsonl');
      case 'replay':
        return await replay(workshop, positionals[0]);
      case 'delete':
        return await deleteUser(workshop, values.user);
      default:
        throw new UsageError(action ? `There is no action "${action}".` : 'Say what to do with the records.');
    }
  } finally {
    await workshop.close();
  }
}

async function list(workshop: Workshop, limit: number): Promise<number> {
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1 on.');
  const records = await (await workshop.store()).records.list({ limit });
  if (records.length === 0) console.log('No triage has been recorded yet.');
  for (const record of records) {
    const opening = (record.messages[0] ?? '').replace(/\s+/g, ' ').slice(0, OPENING_SHOWN);
    console.log(
      `${record.id}  ${record.createdAt.slice(0, 16).replace('T', ' ')}  ${record.report.scope} ${record.report.eligibility}`,
    );
    console.log(paint('dim', `    ${opening}`));
  }
  return 0;
}

async function find(workshop: Workshop, id: string | undefined): Promise<TriageRecord> {
  if (!id) throw new UsageError('Give the id of a record; "records list" shows them.');
  const record = await (await workshop.store()).records.get(id);
  if (!record) throw new Error(`There is no record ${id}. "records list" shows the newest.`);
  return record;
}

async function show(workshop: Workshop, id: string | undefined, json: boolean): Promise<number> {
  const record = await find(workshop, id);
  console.log(json ? JSON.stringify(record.report, null, 2) : reportText(record.report));
  return 0;
}

/** The same words, facts, edition and day through today's code and knowledge. */
async function replay(workshop: Workshop, id: string | undefined): Promise<number> {
  const record = await find(workshop, id);
  const again = workshop.desk.report(record);
  const [before, after] = [JSON.stringify(record.report), JSON.stringify(again)];
  if (before === after) {
    console.log(`Record ${record.id}: the same report, byte for byte (knowledge ${again.knowledge}).`);
    return 0;
  }
  const changed = (Object.keys(again) as (keyof typeof again)[]).filter(
    (key) => JSON.stringify(again[key]) !== JSON.stringify(record.report[key]),
  );
  console.log(`Record ${record.id} gives another report today; different: ${changed.join(', ')}.`);
  if (again.knowledge !== record.report.knowledge)
    console.log(`The knowledge changed: ${record.report.knowledge} then, ${again.knowledge} now.`);
  return 1;
}

async function* everyRecord(workshop: Workshop): AsyncGenerator<TriageRecord> {
  const { records } = await workshop.store();
  let before: string | undefined;
  for (;;) {
    const page = await records.list({ limit: EXPORT_PAGE, ...(before ? { before } : {}) });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < EXPORT_PAGE) return;
    before = last.createdAt;
  }
}

async function exportAll(workshop: Workshop, format: string): Promise<number> {
  if (format !== 'jsonl' && format !== 'csv') throw new UsageError('--format takes jsonl or csv.');
  if (format === 'csv') console.log(CSV_HEAD.join(','));
  for await (const record of everyRecord(workshop))
    console.log(format === 'csv' ? csvLine(record) : JSON.stringify(labelledCase(record)));
  return 0;
}

/** A case in the form of the evaluation sets; a person's correction wins over what the bot said. */
export function labelledCase(record: TriageRecord): object {
  const { report, feedback } = record;
  const expect = {
    scope: report.scope,
    scopeLimit: report.scopeLimit,
    eligibility: report.eligibility,
    rules: report.rules,
    component: report.component,
    ...(feedback?.corrected ?? {}),
  };
  return {
    id: record.id,
    text: record.messages.join('\n\n'),
    facts: Object.fromEntries(Object.entries(record.given).map(([name, fact]) => [name, fact?.value])),
    edition: record.edition,
    expect,
    why: feedback ? (feedback.right ? 'confirmed by the person' : 'corrected by the person') : 'not reviewed',
  };
}

const CSV_HEAD = [
  'id',
  'createdAt',
  'edition',
  'scope',
  'scopeLimit',
  'eligibility',
  'component',
  'rules',
  'asked',
  'confirmed',
];

function csvLine(record: TriageRecord): string {
  const { report } = record;
  const cells = [
    record.id,
    record.createdAt,
    report.edition.id,
    report.scope,
    report.scopeLimit ?? '',
    report.eligibility,
    report.component,
    report.rules.join(' '),
    record.asked.map((entry) => entry.fact).join(' '),
    record.feedback ? String(record.feedback.right) : '',
  ];
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

async function deleteUser(workshop: Workshop, user: string | undefined): Promise<number> {
  if (!user) throw new UsageError('delete takes --user ID.');
  const gone = await (await workshop.store()).records.deleteUser(user);
  console.log(`${gone} records and drafts of ${user} are deleted.`);
  return 0;
}
