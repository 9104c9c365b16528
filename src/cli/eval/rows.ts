/** The forms of evaluation files, and how they are read. A line that does not fit stops the run with file and line. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { linesOf, parseLine } from '../lines.ts';

const Expect = z.object({
  scope: z.string(),
  scopeLimit: z.string().nullable(),
  eligibility: z.string(),
  rules: z.array(z.string()),
  rulesNot: z.array(z.string()).optional(),
  component: z.union([z.string(), z.array(z.string())]),
});
export type Expect = z.infer<typeof Expect>;

export const TriageRow = z.object({
  id: z.string(),
  text: z.string(),
  facts: z.record(z.string(), z.unknown()),
  edition: z.string().nullable(),
  expect: Expect,
});
export type TriageRow = z.infer<typeof TriageRow>;

export const ExtractionRow = z.object({ id: z.string(), text: z.string(), expect: z.record(z.string(), z.unknown()) });
export type ExtractionRow = z.infer<typeof ExtractionRow>;

export const DialogRow = z.object({
  id: z.string(),
  opening: z.string(),
  edition: z.string().nullable(),
  replies: z.array(z.object({ ifAsked: z.string(), say: z.string() })),
  default: z.string(),
  interrupts: z.array(z.object({ after: z.union([z.number(), z.literal('verdict')]), say: z.string() })),
  expect: Expect,
  must: z.array(z.record(z.string(), z.unknown())),
  mustNot: z.array(z.record(z.string(), z.unknown())),
});
export type DialogRow = z.infer<typeof DialogRow>;

/** The folder to evaluate: the one given, the shared one beside the project, or the project's own. */
export function evalFolder(given: string | undefined, root: string): string {
  const folders = given ? [given] : [join(root, '../shared/eval'), join(root, 'test/eval')];
  const found = folders.find((folder) => existsSync(folder));
  if (!found) throw new Error(`No evaluation set at ${folders.join(' or ')}. Give a folder with --set.`);
  return found;
}

/** Files of one form in a folder, e.g. every `triage_*.jsonl`, sorted. */
export const filesOf = (folder: string, form: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${form}_`) && name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));

/** @throws Error naming file and line of what does not fit */
export async function readRows<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  let number = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    if (text.trim() === '') continue;
    const line = parseLine(text, schema);
    if (line.kind === 'bad') throw new Error(`${basename(file)}:${number}: ${line.said}`);
    rows.push(line.value);
  }
  return rows;
}
