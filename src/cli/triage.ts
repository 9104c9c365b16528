/** `npm run -s triage`: one triage, a batch of them, or the difference between two editions of the policy. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Policy } from '../../knowledge/schema.ts';
import { Day } from '../model/facts.ts';
import { diffEditions, diffLines } from '../triage/diff.ts';
import { editionNamed } from '../triage/edition.ts';
import { openWorkshop } from '../workshop.ts';
import { factArguments, givenFacts } from './given-facts.ts';
import { command, readStdin, UsageError, wrap } from './print.ts';
import { reportText } from './report-text.ts';

const HELP = `
npm run -s triage -- [--json] [--edition ID] [--today DATE] [--fact name=value]… [TEXT | -]
npm run -s triage -- --batch FILE.jsonl        one {"id","text","facts"?,"edition"?,"today"?} a line
npm run -s triage -- diff EDITION EDITION      what changed between two editions of the policy

Reads a problem (an error, half a sentence, pasted output) and answers with a verdict by Microsoft's
support policy, its proof, and the known issues that match. TEXT may be "-" or left out: standard input.

  --json            the whole report as JSON
  --edition ID      aks-hybrid-2022, aks-arc-2024, aks-arc-2025 or azure-local-2025
  --today DATE      the day to count from, YYYY-MM-DD
  --fact name=value what you know beside the text, e.g. --fact k8sVersion=1.33.5
`;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  if (args[0] === 'diff') return diff(args.slice(1));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      edition: { type: 'string' },
      today: { type: 'string' },
      fact: { type: 'string', multiple: true },
      batch: { type: 'string' },
    },
  });
  if (values.today && !Day.safeParse(values.today).success)
    throw new UsageError('--today takes a date like 2026-11-20.');
  const workshop = await openWorkshop();
  try {
    checkEdition(workshop.desk.knowledge.policies, values.edition);
    if (values.batch) return await batch(values.batch, workshop.desk, values.today);
    const given = givenFacts(factArguments(values.fact ?? []));
    const text = positionals.length > 0 && positionals[0] !== '-' ? positionals.join(' ') : await typedOrPiped();
    const record = await workshop.keep(text, {
      given,
      edition: values.edition ?? null,
      ...(values.today ? { today: values.today } : {}),
    });
    console.log(values.json ? JSON.stringify(record.report, null, 2) : reportText(record.report));
    return 0;
  } finally {
    await workshop.close();
  }
}

async function typedOrPiped(): Promise<string> {
  if (process.stdin.isTTY) console.error('Paste the problem, then press Ctrl+D (Windows: Ctrl+Z, Enter).');
  return readStdin();
}

function checkEdition(policies: readonly Policy[], id: string | undefined | null): void {
  if (id && !editionNamed(policies, id)) {
    throw new UsageError(
      `There is no edition "${id}". Known editions: ${policies.map((policy) => policy.id).join(', ')}.`,
    );
  }
}

const BatchLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  facts: z.record(z.string(), z.unknown()).nullish(),
  edition: z.string().nullish(),
  today: Day.nullish(),
});

type Desk = Awaited<ReturnType<typeof openWorkshop>>['desk'];

async function batch(file: string, desk: Desk, today: string | undefined): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  await new Promise<void>((resolve, reject) => {
    if (file === '-') return resolve();
    input
      .once('error', () => reject(new UsageError(`Cannot read ${file}. Give a file with one JSON object a line.`)))
      .once('readable', resolve);
  });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    await write(`${JSON.stringify(batchLine(line, desk, today))}\n`);
  }
  return 0;
}

/** Waits for a slow reader instead of filling the memory. */
const write = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });

/** The report of one line; a line that cannot be triaged gives its id, where it has one, and the reason. */
function batchLine(line: string, desk: Desk, today: string | undefined): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { id: null, error: 'not a JSON object' };
  }
  const result = BatchLine.safeParse(parsed);
  if (!result.success) return { id: idOf(parsed), error: z.prettifyError(result.error) };
  const { id, text, facts, edition } = result.data;
  const day = result.data.today ?? today;
  try {
    checkEdition(desk.knowledge.policies, edition);
    return desk.once(text, {
      id,
      given: givenFacts(facts ?? {}),
      edition: edition ?? null,
      ...(day ? { today: day } : {}),
    });
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

const idOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
};

async function diff([from, to]: string[]): Promise<number> {
  const workshop = await openWorkshop();
  try {
    const { policies } = workshop.desk.knowledge;
    if (!from || !to) throw new UsageError('diff takes two editions.');
    checkEdition(policies, from);
    checkEdition(policies, to);
    const [a, b] = [from, to].map((id) => editionNamed(policies, id));
    if (a && b) {
      const ctx = { today: workshop.desk.today(), topics: workshop.desk.knowledge.topics };
      for (const line of diffLines(diffEditions(a, b, ctx))) console.log(wrap(line, '    ', ''));
    }
    return 0;
  } finally {
    await workshop.close();
  }
}
