/** Any engine that speaks PostgreSQL's protocol: several replicas over one store. */
import pg from 'pg';
import type { Engine, Row, Statement, Transaction, Value } from './engine.ts';
import { StoreConflict, StoreUnavailable } from './store.ts';

const POOL_MAX = 10;
const CONNECT_TIMEOUT_MS = 5000;
/** The slowest thing we ask is a page of issues. */
const QUERY_TIMEOUT_MS = 15_000;
const IDLE_TIMEOUT_MS = 30_000;
/** Transactions that lost against another one; distributed engines report that often and expect another try. */
const RETRIES_MAX = 8;
const RETRY_MS = 10;

/** Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that mean: not now. */
const UNAVAILABLE_CLASSES: Record<string, string> = {
  '08': 'cannot be reached',
  '25': 'is read-only at the moment',
  '28': 'refuses the user or the password',
  '3D': 'does not exist',
  '53': 'is out of disk, memory or connections',
  '57': 'is shutting down or took too long',
  '58': 'reports a system error',
  XX: 'reports damaged data',
};
const RETRY_CODES = new Set(['40001', '40P01']);
/** Errors of the network come without a code of the server. */
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET)/;
const DRIVER = /timeout|terminated|Connection|not queryable|after calling end/i;

type Coded = { code?: string; message?: string };

export function openPostgres(url: string): Engine {
  const { hostname, port, pathname } = new URL(url);
  const name = `the store postgres://${hostname}${port && `:${port}`}${pathname}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'aks-arc-triage-bot',
  });
  // An idle connection that breaks reports it here; the next query finds out for itself and says so.
  pool.on('error', () => {});

  const unavailable = (error: unknown): unknown => {
    const { code = '', message = '' } = error as Coded;
    const words = UNAVAILABLE_CLASSES[code.slice(0, 2)];
    if (/^[0-9A-Z]{5}$/.test(code)) return words ? new StoreUnavailable(`${name} ${words}`, { cause: error }) : error;
    if (!NETWORK.test(code) && !(code === '' && DRIVER.test(message))) return error;
    return new StoreUnavailable(`${name} cannot be reached`, { cause: error });
  };

  const once = async <T>(work: Transaction<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const steps = work();
      let step = steps.next();
      while (!step.done) {
        const [sql, params = []] = step.value as Statement;
        step = steps.next((await client.query({ text: sql, values: [...params] })).rows as Row[]);
      }
      await client.query('COMMIT');
      return step.value;
    } catch (error) {
      await client.query('ROLLBACK').catch((reason: Error) => {
        broken = reason;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    name,
    shared: true,
    now: 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)',
    async query(sql: string, params: readonly Value[] = []) {
      try {
        return (await pool.query({ text: sql, values: [...params] })).rows as Row[];
      } catch (error) {
        throw unavailable(error);
      }
    },
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work);
        } catch (error) {
          const retry = RETRY_CODES.has((error as Coded).code ?? '');
          if (!retry) throw unavailable(error);
          if (attempt === RETRIES_MAX) throw new StoreConflict(`${name} was too busy with other writers`);
        }
        await new Promise((wake) => setTimeout(wake, RETRY_MS * attempt * (0.5 + Math.random())));
      }
    },
    close: () => pool.end(),
  };
}
