/** `npm run -s triage`: one triage, a batch of them, or the difference between two editions of the policy. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Policy } from '../../knowledge/schema.ts';
import { Day } from '../model/facts.ts';
import { diffEditions, diffLines } from '../triage/diff.ts';
import { editionNamed } from '../triage/edition.ts';
import { openWorkshop } from '../workshop.ts';
import { factArguments, givenFacts } from './given-facts.ts';
import { linesOf, parseLine } from './lines.ts';
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
  if (values.today !== undefined && !Day.safeParse(values.today).success)
    throw new UsageError('--today takes a date like 2026-11-20.');
  const workshop = await openWorkshop({ stored: true });
  try {
    checkEdition(workshop.desk.knowledge.policies, values.edition);
    if (values.batch !== undefined) return await batch(values.batch, workshop.desk, values.today);
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
  if (id !== undefined && id !== null && !editionNamed(policies, id)) {
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
  for await (const line of linesOf(file)) {
    if (line.trim() !== '') await write(`${JSON.stringify(batchLine(line, desk, today))}\n`);
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
  const parsed = parseLine(line, BatchLine);
  if (parsed.kind === 'bad') return { id: parsed.id, error: parsed.said };
  const { id, text, facts } = parsed.value;
  const edition = parsed.value.edition || null;
  const day = parsed.value.today ?? today;
  try {
    checkEdition(desk.knowledge.policies, edition);
    return desk.once(text, {
      id,
      given: givenFacts(facts ?? {}),
      edition,
      ...(day ? { today: day } : {}),
    });
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

async function diff([from, to, ...more]: string[]): Promise<number> {
  const workshop = await openWorkshop();
  try {
    const { policies } = workshop.desk.knowledge;
    if (!from || !to || more.length > 0) throw new UsageError('diff takes two editions.');
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
