/** What an operator should look at: each check reads one thing and gives findings with what to do. `doctor` prints them, and
 * the running bot makes them once a day for its log and its metrics. */
import type { Settings } from '../settings.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';

/** Days before the end of a secret on which to look, and to act. */
const SECRET_LOOK_DAYS = 30;
const SECRET_ACT_DAYS = 7;
/** The issue index should be no older than some hours where it is read by itself. */
const INDEX_LOOK_HOURS = 6;
const INDEX_ACT_HOURS = 7 * 24;
/** Version tables change monthly, the policy yearly. */
const TABLE_LOOK_DAYS = 120;
const TABLE_ACT_DAYS = 365;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type Level = 'fine' | 'look' | 'act';
export type Finding = { check: string; level: Level; said: string; todo?: string };

export const LEVELS: readonly Level[] = ['fine', 'look', 'act'];
export const worst = (findings: readonly Finding[]): Level =>
  LEVELS[Math.max(0, ...findings.map((one) => LEVELS.indexOf(one.level)))] ?? 'fine';

const daysUntil = (day: string, today: string): number => Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);

export function checkCredentials(settings: Settings, today: string): Finding[] {
  const check = 'credentials';
  if (!settings.authenticated) {
    return [{ check, level: 'fine', said: 'none: the bot listens on loopback only, for trying it out.' }];
  }
  if (settings.MicrosoftAppType === 'UserAssignedMSI') {
    return [{ check, level: 'fine', said: 'a managed identity: nothing of it ends.' }];
  }
  const end = settings.TRIAGE_SECRET_EXPIRES;
  if (!end) {
    const todo = 'Set TRIAGE_SECRET_EXPIRES to the day the portal shows, and you are warned before.';
    return [{ check, level: 'look', said: 'nobody told me when the client secret ends.', todo }];
  }
  const days = daysUntil(end, today);
  const todo =
    'Make a new client secret in the app registration, set MicrosoftAppPassword and TRIAGE_SECRET_EXPIRES, restart.';
  if (days < 0)
    return [{ check, level: 'act', said: `the client secret ended on ${end}: no answer reaches Teams.`, todo }];
  const level: Level = days <= SECRET_ACT_DAYS ? 'act' : days <= SECRET_LOOK_DAYS ? 'look' : 'fine';
  const said = `the client secret ends on ${end}, in ${days} ${days === 1 ? 'day' : 'days'}.`;
  return [level === 'fine' ? { check, level, said } : { check, level, said, todo }];
}

export async function checkStore(store: Store): Promise<Finding[]> {
  const check = 'store';
  const start = performance.now();
  try {
    await store.ping();
    const issues = await store.issues.count();
    // A write, because a full or read-only disk still reads.
    await store.exclusive('check of the store', async () => {
      await store.items.write(new Map([['checks/store', { value: new Date().toISOString() }]]));
    });
    const ms = Math.round(performance.now() - start);
    return [
      { check, level: 'fine', said: `${store.name} reads and writes (${ms} ms), ${issues} known issues from sync.` },
    ];
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return [
      { check, level: 'act', said: `${error.message}.`, todo: 'See "When the store is away" in docs/operations.md.' },
    ];
  }
}

/** Age of the oldest watched repository, in hours; undefined where one was never read. */
export async function indexAgeHours(store: Store, repos: readonly string[], now: Date): Promise<number | undefined> {
  let oldest = 0;
  for (const repo of repos) {
    const state = await store.issues.syncState(repo);
    if (!state?.syncedAt) return undefined;
    oldest = Math.max(oldest, (now.getTime() - Date.parse(state.syncedAt)) / HOUR_MS);
  }
  return oldest;
}

export async function checkIndex(
  store: Store,
  repos: readonly string[],
  settings: Settings,
  now: Date,
): Promise<Finding[]> {
  const check = 'issue index';
  const todo = 'Run "npm run -s issues -- sync", or "issues -- import FILE" where GitHub cannot be reached.';
  const age = await indexAgeHours(store, repos, now);
  if (age === undefined)
    return [{ check, level: 'look', said: 'only what ships with the program: GitHub was never read.', todo }];
  const said = `GitHub was last read ${age < 48 ? `${Math.round(age)} hours` : `${Math.round(age / 24)} days`} ago.`;
  const tooOld =
    age > INDEX_ACT_HOURS ? 'act' : age > INDEX_LOOK_HOURS && settings.TRIAGE_SYNC_MINUTES > 0 ? 'look' : 'fine';
  return [tooOld === 'fine' ? { check, level: 'fine', said } : { check, level: tooOld, said, todo }];
}

export type Dated = { name: string; day: string };

/** `tables` are looked after by hand up to a day; `ends` are days from which another answer is right. */
export function checkDates(tables: readonly Dated[], today: string): Finding[] {
  return tables.map(({ name, day }) => {
    const days = -daysUntil(day, today);
    const level: Level = days > TABLE_ACT_DAYS ? 'act' : days > TABLE_LOOK_DAYS ? 'look' : 'fine';
    const said = `${name} was last checked on ${day}, ${days} days ago.`;
    const todo = `Compare knowledge/${name} with its sources and set its day.`;
    return level === 'fine' ? { check: 'policy dates', level, said } : { check: 'policy dates', level, said, todo };
  });
}

/** The app package people have installed must name this bot. */
export function checkManifest(manifest: { bots?: { botId?: string }[] } | undefined, settings: Settings): Finding[] {
  const check = 'manifest';
  if (!manifest) return [{ check, level: 'fine', said: 'no app package was built here yet ("npm run -s package").' }];
  const ids = (manifest.bots ?? []).map((bot) => bot.botId?.toLowerCase());
  if (!settings.MicrosoftAppId || ids.includes(settings.MicrosoftAppId.toLowerCase())) {
    return [{ check, level: 'fine', said: 'the app package fits the settings.' }];
  }
  const todo = 'Build it again with the settings of production ("npm run -s package") and upload it.';
  return [{ check, level: 'act', said: 'the app package names another bot than MicrosoftAppId.', todo }];
}
