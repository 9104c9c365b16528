/** SQLite through Node's own module: the default, one file, no server. Several processes of one machine may share the file. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Engine, Row, Statement, Transaction, Value } from './engine.ts';
import { StoreRefused, StoreUnavailable } from './store.ts';

/** How long one statement may hold up the whole process while another one writes; the rest is waited for asleep. */
const BUSY_TIMEOUT_MS = 20;
/** After this long behind another writer the store counts as unavailable. */
const BUSY_WAIT_MAX_MS = 5000;
const BUSY_SLEEP_MS = 15;
/** Pages (4 KB) of the log before they are moved into the file: a turn writes about ten, mostly the same ones again. */
const CHECKPOINT_PAGES = 4000;
/** Prepared statements kept; there are far fewer different ones, but lists of parameters vary in length. */
const STATEMENTS_MAX = 200;
/** A look at the file itself costs a system call, so only readiness and every so many milliseconds. */
const FILE_CHECK_MS = 1000;

/** SQLite's primary result codes (https://sqlite.org/rescode.html), in words for whoever runs the bot. */
const TROUBLE: Record<number, string> = {
  5: 'is locked by another process for too long',
  6: 'is locked by another process for too long',
  8: 'cannot be written: the file or its folder is read-only',
  10: 'cannot be read or written: the disk reports an error',
  11: 'is damaged; restore a backup',
  13: 'cannot be written: the disk is full',
  14: 'cannot be opened: check that the folder exists and may be written',
  26: 'is not a SQLite database',
};
/** Those that somebody has to mend by hand. */
const LASTING = new Set([8, 11, 14, 26]);
const BUSY = new Set([5, 6]);
const WRITES = /^\s*(?:INSERT|UPDATE|DELETE)\b/;

/** A write that waits for the end of this moment; `here` calls things as the one who asked for it. */
type Waiting = {
  work: Transaction<unknown>;
  here: <R>(call: () => R) => R;
  resolve(result: unknown): void;
  reject(error: unknown): void;
};

const codeOf = (error: unknown): number => Number((error as { errcode?: number }).errcode ?? 0) & 0xff;

/** `name` is what people are told of it. */
export async function openSqlite(path: string, name: string): Promise<Engine> {
  const inMemory = path === ':memory:';
  const file = inMemory ? path : resolve(path);
  const unavailable = (error: unknown): unknown => {
    const words = TROUBLE[codeOf(error)];
    const closed = (error as { code?: string }).code === 'ERR_INVALID_STATE';
    if (!words && !closed) return error;
    const Kind = LASTING.has(codeOf(error)) ? StoreRefused : StoreUnavailable;
    return new Kind(`${name} ${closed ? 'is closed' : words}`, { cause: error });
  };

  const database = await guard(() => openAsleep(file, inMemory), unavailable, name);
  const inode = inMemory ? 0 : statSync(file).ino;
  const statements = new Map<string, StatementSync>();
  let checkedAt = Date.now();

  /** SQLite goes on writing into a file that was deleted or replaced under it; nobody would ever see that again. */
  const checkFile = () => {
    if (inMemory || Date.now() - checkedAt < FILE_CHECK_MS) return;
    const now = statSync(file, { throwIfNoEntry: false });
    if (now?.ino !== inode) throw new StoreUnavailable(`${name} was moved, deleted or replaced; restart the program`);
    checkedAt = Date.now();
  };

  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= STATEMENTS_MAX) statements.clear();
      // By number, so that parameters are bound as a list and not by name.
      statement = database.prepare(sql.replace(/\$(\d+)/g, '?$1'));
      statements.set(sql, statement);
    }
    return statement;
  };
  const run = (sql: string, params: readonly Value[] = []): Row[] => prepare(sql).all(...params) as Row[];

  /** Runs a piece of synchronous work; while another process writes, sleeps and tries again. */
  const patiently = async <T>(work: () => T): Promise<T> => {
    const giveUpAt = Date.now() + BUSY_WAIT_MAX_MS;
    for (;;) {
      try {
        checkFile();
        return work();
      } catch (error) {
        if (!BUSY.has(codeOf(error)) || Date.now() > giveUpAt) throw unavailable(error);
      }
      await new Promise((wake) => setTimeout(wake, BUSY_SLEEP_MS));
    }
  };

  const transact = <T>(work: () => T): T => {
    run('BEGIN IMMEDIATE');
    try {
      const result = work();
      run('COMMIT');
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  /** The statements of one writer, inside the transaction that is open. */
  const play = ({ work, here }: Waiting): unknown => {
    const steps = here(work);
    let step = here(() => steps.next([]));
    while (!step.done) {
      const rows = run(...(step.value as Statement));
      step = here(() => steps.next(rows));
    }
    return step.value;
  };

  let waiting: Waiting[] = [];

  /** What all of them wrote is committed at once: a commit costs more than most of what is in it. */
  const writeTogether = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const results = await patiently(() => transact(() => group.map(play)));
      for (const [at, { resolve }] of group.entries()) resolve(results[at]);
    } catch (error) {
      if (group.length === 1 || error instanceof StoreUnavailable) for (const { reject } of group) reject(error);
      // One of them refused: each for itself, so that only that one hears of it.
      else for (const one of group) await writeTogether([one]);
    }
  };

  const write = <T>(work: Transaction<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const here = AsyncLocalStorage.snapshot() as Waiting['here'];
      waiting.push({ work, here, resolve: resolve as Waiting['resolve'], reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const group = waiting;
        waiting = [];
        void writeTogether(group);
      });
    });

  return {
    name,
    shared: !inMemory,
    now: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
    query: (sql, params) =>
      WRITES.test(sql)
        ? write(function* (): Generator<Statement, Row[], Row[]> {
            return yield [sql, params ?? []];
          })
        : patiently(() => run(sql, params)),
    transaction: write,
    async close() {
      statements.clear();
      if (database.isOpen) database.close();
    },
  };
}

/** While another process holds the file, a bot that serves already must not stand still. */
async function openAsleep(file: string, inMemory: boolean): Promise<DatabaseSync> {
  if (!inMemory) mkdirSync(dirname(file), { recursive: true });
  const giveUpAt = Date.now() + BUSY_WAIT_MAX_MS;
  for (;;) {
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      prepared(database, file, inMemory);
      return database;
    } catch (error) {
      database.close();
      if (!BUSY.has(codeOf(error)) || Date.now() > giveUpAt) throw error;
    }
    await new Promise((wake) => setTimeout(wake, BUSY_SLEEP_MS));
  }
}

function prepared(database: DatabaseSync, file: string, inMemory: boolean): void {
  if (!inMemory) {
    // What people wrote is in there: nobody else on the machine needs to read it.
    if (process.platform !== 'win32' && statSync(file).uid === process.getuid?.()) chmodSync(file, 0o600);
    // Survives a killed process without a sync to disk for every turn; losing power may cost the last turns, never the file.
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
    );
  }
}

/** What the file system says where the store's folder cannot be made. */
const NO_FOLDER = new Set(['EACCES', 'EEXIST', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

async function guard<T>(work: () => Promise<T>, unavailable: (error: unknown) => unknown, name: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (NO_FOLDER.has(code ?? '')) {
      const Kind = code === 'ENOSPC' ? StoreUnavailable : StoreRefused;
      throw new Kind(`${name} cannot be opened: its folder cannot be made or written`, { cause: error });
    }
    throw unavailable(error);
  }
}
