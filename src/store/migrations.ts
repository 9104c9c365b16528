/**
 * The tables, in steps that are only ever added to. Types are those both databases know; JSON is kept as text because
 * PostgreSQL's own JSON types refuse characters that people paste.
 */
import type { Engine, Statement } from './engine.ts';
import { StoreRefused, StoreUnavailable } from './store.ts';

/** Replicas that start together race for the same step; the losers look again. */
const ATTEMPTS_MAX = 5;
const RETRY_MS = 200;

const STEPS: readonly (readonly string[])[] = [
  [
    'CREATE TABLE items (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag TEXT NOT NULL, updated_at BIGINT NOT NULL)',
    'CREATE INDEX items_by_time ON items (updated_at)',
    'CREATE TABLE records (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, value TEXT NOT NULL)',
    'CREATE INDEX records_by_time ON records (created_at, id)',
    'CREATE INDEX records_by_user ON records (user_id, created_at)',
    'CREATE TABLE drafts (record_id TEXT PRIMARY KEY, updated_at TEXT NOT NULL, value TEXT NOT NULL)',
    'CREATE TABLE issues (repo TEXT NOT NULL, number TEXT NOT NULL, revision BIGINT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (repo, number))',
    'CREATE INDEX issues_by_revision ON issues (revision, repo, number)',
    'CREATE TABLE sync_states (repo TEXT PRIMARY KEY, value TEXT NOT NULL)',
    'CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL)',
    "INSERT INTO counters (name, value) VALUES ('issues', 0)",
    'CREATE TABLE activities (id TEXT PRIMARY KEY, seen_at BIGINT NOT NULL, state TEXT NOT NULL, answer TEXT)',
    'CREATE INDEX activities_by_time ON activities (seen_at)',
    "CREATE INDEX activities_unanswered ON activities (seen_at) WHERE state = 'answered'",
    'CREATE TABLE locks (name TEXT PRIMARY KEY, process TEXT NOT NULL, holder TEXT NOT NULL, expires_at BIGINT NOT NULL)',
  ],
  ['ALTER TABLE activities ADD COLUMN owed BIGINT NOT NULL DEFAULT 1'],
  ['ALTER TABLE activities ADD COLUMN taker TEXT'],
];

/** Brings the tables to the newest step; refuses a store that a newer version has written. */
export async function migrate(engine: Engine): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await steps(engine);
    } catch (error) {
      if (error instanceof StoreUnavailable || attempt === ATTEMPTS_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function steps(engine: Engine): Promise<void> {
  await engine.query('CREATE TABLE IF NOT EXISTS migrations (step BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)');
  const [row] = await engine.query('SELECT MAX(step) AS step FROM migrations');
  const done = Number(row?.step ?? 0);
  if (done > STEPS.length) {
    throw new StoreRefused(
      `${engine.name} was written by a newer version of this program (step ${done}, this one knows ${STEPS.length}). Start the newer version.`,
    );
  }
  for (let step = done + 1; step <= STEPS.length; step++) {
    await engine.transaction(function* (): Generator<Statement, void> {
      // First, so that the second of two replicas stops here and changes nothing.
      yield [`INSERT INTO migrations (step, applied_at) VALUES ($1, ${engine.now})`, [step]];
      for (const sql of STEPS[step - 1] ?? []) yield [sql];
    });
  }
}
