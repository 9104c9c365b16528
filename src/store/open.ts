/** `TRIAGE_DB` decides: a path is a SQLite file, `postgres://…` a server. */
import { isPostgres, sqlitePath, storeName } from './address.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrations.ts';
import { sqlStore } from './sql-store.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

export const DEFAULT_STORE = 'data/triage.db';

export { isPostgres };

/**
 * Opens the store and brings its tables up to date. A file's folder is made where it is missing.
 * @throws StoreUnavailable saying which store and why; StoreRefused where another try would end the same
 */
export async function openStore(url: string = DEFAULT_STORE): Promise<Store> {
  const engine = await openEngine(url);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return sqlStore(engine);
}

/** A store that ends with the process; for tests and for commands that must leave nothing behind. */
export const memoryStore = (): Promise<Store> => openStore(':memory:');

/** The bare database, for what works on all of it. */
export async function openEngine(url: string): Promise<Engine> {
  const name = storeName(url);
  if (!isPostgres(url)) return openSqlite(sqlitePath(url), name);
  // Only where it is used: the driver is a quarter of the start of a small command.
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(url, name);
}
