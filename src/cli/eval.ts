/** `npm run -s eval`: the quality figures, from labelled cases. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServices } from '../services.ts';
import { memoryStore } from '../store/open.ts';
import { createTicketDesk } from '../ticket-desk.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';
import { type Played, playDialog, printDialogs } from './eval/dialogs.ts';
import { evalExtraction, printExtraction } from './eval/extraction.ts';
import { evalRetrieval } from './eval/retrieval.ts';
import { DialogRow, ExtractionRow, evalFolder, filesOf, readRows, TriageRow } from './eval/rows.ts';
import { evalSearch } from './eval/search.ts';
import { evalVerdicts, printVerdicts } from './eval/verdicts.ts';
import { givenFacts } from './given-facts.ts';
import { command, title } from './print.ts';

const HELP = `
npm run -s eval [-- --set FOLDER] [--json] [--only triage,extraction,dialog,search,retrieval]

Measures verdicts by class, extraction by fact, dialogs, search and retrieval on every triage_*.jsonl, extraction_*.jsonl,
dialog_*.jsonl, search_*.jsonl and retrieval/*.jsonl[.gz] of a folder; without --set ../shared/eval where it is, else the
project's own test/eval. Shares stand with their 95 % interval.
`;

/** The day that the sets are written for. */
const EVAL_TODAY = '2026-11-20';
const ROOT = join(import.meta.dirname, '../..');

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { set: { type: 'string' }, json: { type: 'boolean' }, only: { type: 'string' } },
  });
  process.env.TRIAGE_TODAY ||= EVAL_TODAY;
  const folder = evalFolder(values.set, ROOT);
  const wanted = (form: string): boolean => !values.only || values.only.split(',').includes(form);
  const workshop = await openWorkshop();
  const figures: Record<string, unknown> = { folder, knowledge: workshop.desk.knowledge.hash };
  const say = (name: string, text: string) => {
    if (!values.json) console.log(`${title(name)}\n${text}\n`);
  };
  const each = async (form: string, work: (file: string) => Promise<{ figures: unknown; text: string }>) => {
    for (const file of wanted(form) ? filesOf(folder, form) : []) {
      const name = file.slice(folder.length + 1);
      const result = await work(file);
      figures[name] = result.figures;
      say(name, result.text);
    }
  };
  await each('triage', async (file) => {
    const result = evalVerdicts(await readRows(file, TriageRow), (row) =>
      workshop.desk.once(row.text, { id: row.id, given: givenFacts(row.facts), edition: row.edition }),
    );
    return { figures: result, text: printVerdicts(result) };
  });
  await each('extraction', async (file) => {
    const result = evalExtraction(await readRows(file, ExtractionRow), process.env.TRIAGE_TODAY ?? EVAL_TODAY);
    return { figures: result, text: printExtraction(result) };
  });
  await each('dialog', async (file) => {
    const played = await playAll(await readRows(file, DialogRow), workshop);
    return { figures: played, text: printDialogs(played) };
  });
  if (wanted('search')) {
    const result = await evalSearch(folder);
    figures.search = result.figures;
    say('Search', result.text);
  }
  if (wanted('retrieval')) {
    const result = await evalRetrieval(folder);
    figures.retrieval = result.figures;
    say('Retrieval', result.text);
  }
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  await workshop.close();
  return 0;
}

/** Every dialog against a store of its own that ends with it. */
async function playAll(rows: DialogRow[], workshop: Workshop): Promise<Played[]> {
  const played: Played[] = [];
  for (const row of rows) {
    const store = await memoryStore();
    const desk = { ...workshop.desk, forcedEdition: row.edition };
    const services = createServices({
      desk,
      store,
      tickets: createTicketDesk({ store }),
      watchedRepos: [],
      experts: new Set(),
      now: () => new Date(),
    });
    played.push(await playDialog(row, services, new Date().toISOString()));
    await store.close();
  }
  return played;
}
