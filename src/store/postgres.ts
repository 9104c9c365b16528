/** Any engine that speaks PostgreSQL's protocol: several replicas over one store. */
import pg from 'pg';
import type { Engine, Row, Statement, Transaction, Value } from './engine.ts';
import { StoreConflict, StoreRefused, StoreUnavailable } from './store.ts';

const POOL_MAX = 10;
const CONNECT_TIMEOUT_MS = 5000;
/** The slowest thing we ask is a page of issues. */
const QUERY_TIMEOUT_MS = 15_000;
const IDLE_TIMEOUT_MS = 30_000;
/** A server that was moved is found again in so many seconds, also by connections that are always in use. */
const LIFE_SECONDS = 600;
/**
 * What the server ends by itself: statements that nobody waits for any more, and transactions of a replica that stands still
 * in the middle of one, whose rows everybody else waits for.
 */
const SERVER_LIMITS = "SET statement_timeout = '20s'; SET idle_in_transaction_session_timeout = '5s'";
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
/** Those that somebody has to mend by hand. */
const LASTING = new Set(['28', '3D']);
/** Codes of the server have a digit; `EPIPE` has five letters, too. */
const SAID_BY_SERVER = /^(?=.*\d)[0-9A-Z]{5}$/;
const RETRY_CODES = new Set(['40001', '40P01']);
/** Errors of the network come without a code of the server. */
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET)/;
const DRIVER = /timeout|terminated|Connection|not queryable|after calling end/i;

type Coded = { code?: string; message?: string };

/** `name` is what people are told of it. */
export function openPostgres(url: string, name: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    maxLifetimeSeconds: LIFE_SECONDS,
    keepAlive: true,
    application_name: 'aks-arc-triage-bot',
  });
  // An idle connection that breaks reports it here; the next query finds out for itself and says so.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // Engines and poolers that know no such limits do without; ours hold all the same.
    client.query(SERVER_LIMITS).catch(() => undefined);
  });

  const unavailable = (error: unknown): unknown => {
    const { code = '', message = '' } = error as Coded;
    const words = UNAVAILABLE_CLASSES[code.slice(0, 2)];
    const Kind = LASTING.has(code.slice(0, 2)) ? StoreRefused : StoreUnavailable;
    if (SAID_BY_SERVER.test(code)) return words ? new Kind(`${name} ${words}`, { cause: error }) : error;
    if (!NETWORK.test(code) && !(code === '' && DRIVER.test(message))) return error;
    return new StoreUnavailable(`${name} cannot be reached`, { cause: error });
  };

  /** A connection for as long as `work` takes; one that is not what it was is given up. */
  const connected = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    // Between two statements nobody waits for an answer; without a listener this would end the process.
    const onBroken = (error: Error) => {
      broken = error;
    };
    client.on('error', onBroken);
    try {
      return await work(client);
    } catch (error) {
      const { code = '' } = error as Coded;
      const isSaid = SAID_BY_SERVER.test(code) && !UNAVAILABLE_CLASSES[code.slice(0, 2)];
      // A server that turned read-only is another one's standby by now.
      if (!isSaid) broken ??= error as Error;
      throw error;
    } finally {
      client.off('error', onBroken);
      client.release(broken);
    }
  };

  const once = <T>(work: Transaction<T>): Promise<T> =>
    connected(async (client) => {
      await client.query('BEGIN');
      try {
        const steps = work();
        let step = steps.next();
        while (!step.done) {
          const [sql, params = []] = step.value as Statement;
          step = steps.next((await client.query({ text: sql, values: [...params] })).rows as Row[]);
        }
        await client.query('COMMIT');
        return step.value;
      } catch (error) {
        const { code = '', name: kind = '' } = error as Coded & { name?: string };
        // Behind a statement that got no answer this would get none either; the connection ends instead.
        if (SAID_BY_SERVER.test(code) || kind === 'StoreConflict' || kind === 'StoreUnavailable') {
          await client.query('ROLLBACK');
        }
        throw error;
      }
    });

  return {
    name,
    shared: true,
    now: 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)',
    async query(sql: string, params: readonly Value[] = []) {
      try {
        return await connected(
          async (client) => (await client.query({ text: sql, values: [...params] })).rows as Row[],
        );
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
