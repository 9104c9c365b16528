/**
 * One holder of a name at a time, in this process and across processes. In the process a queue in order of arrival; across
 * processes a row with a lease that its holder extends. A lease ends by itself, and at once where the holder's process is seen
 * to be dead. Rows, not advisory locks: not every engine behind PostgreSQL's protocol has those, and SQLite has none.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Engine, pieces, placeholders, type Statement, storable, type Transaction } from './engine.ts';
import { forgetName, lifeOf, processName } from './process-name.ts';
import { StoreConflict, StoreUnavailable } from './store.ts';

/** A holder that cannot be seen to be dead (another machine) loses its lock after this long without a sign. */
const LEASE_MS = 6000;
const EXTEND_EVERY_MS = 2000;
const POLL_MIN_MS = 5;
const POLL_MAX_MS = 100;
/** A full sync is the longest thing anybody waits for. */
const WAIT_MAX_MS = 10 * 60_000;
const NAMES_PER_STATEMENT = 100;

type Held = { name: string; holder: string; since: number };

export type Locks = {
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Part of a transaction: refuses where a lock that this chain of awaits holds is somebody else's by now. */
  fence: Transaction<void>;
  close(): Promise<void>;
};

export function locks(engine: Engine): Locks {
  const me = processName();
  const queues = new Map<string, Promise<unknown>>();
  const held = new Map<string, Held>();
  const mine = new AsyncLocalStorage<readonly Held[]>();
  let timer: NodeJS.Timeout | undefined;
  let counter = 0;

  const take = async (name: string): Promise<Held> => {
    const holder = `${me} ${++counter}`;
    const giveUpAt = Date.now() + WAIT_MAX_MS;
    for (let wait = POLL_MIN_MS; ; wait = Math.min(wait * 2, POLL_MAX_MS)) {
      const [taken] = await engine.query(
        `INSERT INTO locks (name, process, holder, expires_at) VALUES ($1, $2, $3, ${engine.now} + ${LEASE_MS})
         ON CONFLICT (name) DO UPDATE SET process = excluded.process, holder = excluded.holder, expires_at = excluded.expires_at
         WHERE locks.expires_at < ${engine.now} RETURNING name`,
        [name, me, holder],
      );
      if (taken) return { name, holder, since: Date.now() };
      const [other] = await engine.query('SELECT process, holder FROM locks WHERE name = $1', [name]);
      if (other && lifeOf(String(other.process), me) === 'dead') {
        await engine.query('DELETE FROM locks WHERE name = $1 AND holder = $2', [name, other.holder ?? null]);
        continue;
      }
      if (Date.now() > giveUpAt) throw new StoreUnavailable(`"${name}" has been busy for too long in ${engine.name}`);
      // Waiters of other processes must not wake in step.
      await new Promise((wake) => setTimeout(wake, wait * (0.5 + Math.random())));
    }
  };

  const release = async (lock: Held): Promise<void> => {
    held.delete(lock.holder);
    try {
      await engine.query('DELETE FROM locks WHERE name = $1 AND holder = $2', [lock.name, lock.holder]);
    } catch {
      // The store is away: nobody extends this lease any more, it ends by itself, and the work's own result counts.
    }
  };

  /** Most turns are over long before their lease needs this. */
  const extend = async (): Promise<void> => {
    const due = [...held.values()].filter((lock) => Date.now() - lock.since > EXTEND_EVERY_MS / 2);
    for (const some of pieces(due, NAMES_PER_STATEMENT)) {
      await engine.query(
        `UPDATE locks SET expires_at = ${engine.now} + ${LEASE_MS} WHERE holder IN (${placeholders(some.length)})`,
        some.map((lock) => lock.holder),
      );
    }
  };

  const tick = () => {
    extend().catch(() => {
      // The store is away; the next tick tries again, and the fence refuses what was lost meanwhile.
    });
  };

  const alone = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const chain = mine.getStore() ?? [];
    if (!engine.shared) return work();
    const lock = await take(name);
    held.set(lock.holder, lock);
    timer ??= setInterval(tick, EXTEND_EVERY_MS).unref();
    try {
      return await mine.run([...chain, lock], work);
    } finally {
      await release(lock);
    }
  };

  return {
    async exclusive(anyName, work) {
      const name = storable(anyName);
      const before = queues.get(name) ?? Promise.resolve();
      const run = before.then(() => alone(name, work));
      const settled = run.then(
        () => {},
        () => {},
      );
      queues.set(name, settled);
      try {
        return await run;
      } finally {
        if (queues.get(name) === settled) queues.delete(name);
      }
    },
    *fence(): Generator<Statement, void, Record<string, unknown>[]> {
      for (const lock of mine.getStore() ?? []) {
        if (!held.has(lock.holder)) continue;
        // An update, because it holds the row until the transaction ends.
        const rows = yield [
          `UPDATE locks SET expires_at = ${engine.now} + ${LEASE_MS} WHERE name = $1 AND holder = $2 RETURNING name`,
          [lock.name, lock.holder],
        ];
        if (rows.length === 0) throw new StoreConflict(`The lock "${lock.name}" was lost to another process.`);
      }
    },
    async close() {
      clearInterval(timer);
      forgetName(me);
    },
  };
}
