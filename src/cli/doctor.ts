/** `npm run -s doctor`: what is configured, reachable, stale or about to end, and what to do about it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../knowledge.ts';
import {
  checkCredentials,
  checkDates,
  checkIndex,
  checkManifest,
  checkStore,
  type Finding,
  worst,
} from '../ops/checks.ts';
import { knowledgeDates, watchedRepos } from '../ops/knowledge-dates.ts';
import { checkGithub, checkSignIn } from '../ops/reach.ts';
import { readSettings, SettingsError, settingsTable } from '../settings.ts';
import { openStore } from '../store/open.ts';
import { StoreUnavailable } from '../store/store.ts';
import { today } from '../workshop.ts';
import { bullet, command, paint, wrap } from './print.ts';

const HELP = `
npm run -s doctor                what is configured, reachable, stale or about to end
npm run -s doctor -- --offline   the same without asking anybody outside
npm run -s doctor -- --json      for programs
npm run -s doctor -- --settings  every setting with its default and meaning
Ends with 1 where something must be done now.
`;
const PACKAGE = join(import.meta.dirname, '../../build/teams-app.zip');

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, offline: { type: 'boolean' }, settings: { type: 'boolean' } },
  });
  if (values.settings) {
    for (const { name, standard, meaning } of settingsTable()) {
      console.log(paint('bold', name) + (standard && `  (${standard})`));
      console.log(wrap(meaning, '    ', '    '));
    }
    return 0;
  }
  const findings = await examine(values.offline ?? false);
  if (values.json) console.log(JSON.stringify(findings, null, 2));
  else findings.forEach(show);
  return worst(findings) === 'act' ? 1 : 0;
}

async function examine(offline: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const settings = readSettings(process.env);
    const knowledge = loadKnowledge();
    findings.push(...checkCredentials(settings, today()));
    findings.push(
      ...(await withStore(settings.TRIAGE_DB, async (store) => [
        ...(await checkStore(store)),
        ...(await checkIndex(store, watchedRepos(settings), settings, new Date())),
      ])),
    );
    findings.push(...checkDates(knowledgeDates(knowledge), today()));
    findings.push(...checkManifest(await builtManifest(), settings));
    if (!offline) findings.push(...(await checkSignIn(settings)), ...(await checkGithub(settings)));
  } catch (error) {
    if (!(error instanceof SettingsError) && (error as Error).name !== 'KnowledgeError') throw error;
    for (const said of (error as Error).message.split('\n')) findings.push({ check: 'settings', level: 'act', said });
  }
  return findings;
}

async function withStore(
  url: string,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    const store = await openStore(url);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return [
      {
        check: 'store',
        level: 'act',
        said: `${error.message}.`,
        todo: 'See docs/operations.md, "When the store is away".',
      },
    ];
  }
}

async function builtManifest(): Promise<Parameters<typeof checkManifest>[0]> {
  if (!existsSync(PACKAGE)) return undefined;
  // Only there where packages are built.
  const { strFromU8, unzipSync } = await import('fflate');
  const files = unzipSync(readFileSync(PACKAGE));
  return JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array([123, 125]))) as Parameters<
    typeof checkManifest
  >[0];
}

const MARKS = { fine: paint('green', 'fine'), look: paint('yellow', 'look'), act: paint('red', 'act ') };

function show({ check, level, said, todo }: Finding): void {
  console.log(`${MARKS[level]}  ${paint('bold', check)}`);
  console.log(wrap(said, '      ', '      '));
  if (todo) console.log(bullet(todo));
}
