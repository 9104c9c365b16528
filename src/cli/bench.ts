/** `npm run -s bench`: speed and quality beside peers, measured in the same run. Each file of bench/ with a `run` is a section. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command, title, UsageError } from './print.ts';

const HELP = `
npm run -s bench [-- --only SECTION]... [--large] [--set FOLDER] [--plot]

Runs every section, or those named. --large adds the largest sizes (an hour instead of minutes), --set names the folder with
retrieval/*.jsonl[.gz], --plot writes the plots of docs/ anew.
`;

const FOLDER = join(import.meta.dirname, 'bench');

/** What a section may be told. */
export type BenchOptions = { large: boolean; plot: boolean; set: string | undefined };
export type BenchSection = { title: string; run(options: BenchOptions): Promise<string> };

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      large: { type: 'boolean', default: false },
      plot: { type: 'boolean', default: false },
      set: { type: 'string' },
    },
  });
  const sections = await allSections();
  const unknown = values.only?.find((name) => !sections.has(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no section "${unknown}"; there are ${[...sections.keys()].join(', ')}.`);
  for (const [name, section] of sections) {
    if (values.only && !values.only.includes(name)) continue;
    console.log(title(section.title));
    console.log(await section.run({ large: values.large, plot: values.plot, set: values.set }));
    console.log();
  }
  return 0;
}

/** Files that only help others have no `run`. A program of its own (`*-process.ts`) would run on import, so it is not imported. */
async function allSections(): Promise<Map<string, BenchSection>> {
  const found = new Map<string, BenchSection>();
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('-process.ts'));
  for (const name of names.sort()) {
    const module = (await import(new URL(`./bench/${name}`, import.meta.url).href)) as Partial<BenchSection>;
    if (typeof module.run === 'function' && typeof module.title === 'string') {
      found.set(name.replace(/\.ts$/, ''), module as BenchSection);
    }
  }
  return found;
}
