/**
 * The store as lines of JSON, for a backup, and for the way from one database to the other. Locks and ids of activities are
 * left out: they mean nothing later. Rows are read page by page while the bot runs; each row is whole.
 */
import { type Engine, pieces, placeholders, type Row, type Value } from './engine.ts';
import { migrate } from './migrations.ts';
import { openEngine } from './open.ts';
import { StoreUnavailable } from './store.ts';

const FORMAT = 1;
const PAGE_SIZE = 500;
const ROWS_PER_STATEMENT = 50;

/** Tables with their columns; the first ones are the key, in whose order pages are read. */
const TABLES: Record<string, { key: string[]; rest: string[] }> = {
  drafts: { key: ['record_id'], rest: ['updated_at', 'value'] },
  records: { key: ['id'], rest: ['user_id', 'created_at', 'updated_at', 'value'] },
  items: { key: ['key'], rest: ['value', 'etag', 'updated_at'] },
  issues: { key: ['repo', 'number'], rest: ['revision', 'value'] },
  sync_states: { key: ['repo'], rest: ['value'] },
  counters: { key: ['name'], rest: ['value'] },
};
const NUMBERS = new Set(['items.updated_at', 'issues.revision', 'counters.value']);

const columnsOf = (table: string): string[] => [...(TABLES[table]?.key ?? []), ...(TABLES[table]?.rest ?? [])];

/** Every row, one line each; the first line names the format, the last one counts, so that a cut file is noticed. */
export async function* dump(url: string): AsyncIterable<string> {
  const engine = await openEngine(url);
  let rows = 0;
  try {
    await migrate(engine);
    yield JSON.stringify({ backup: FORMAT, of: engine.name });
    for (const table of Object.keys(TABLES)) {
      for await (const row of rowsOf(engine, table)) {
        rows++;
        yield JSON.stringify({ table, row });
      }
    }
    yield JSON.stringify({ rows });
  } finally {
    await engine.close();
  }
}

async function* rowsOf(engine: Engine, table: string): AsyncIterable<Row> {
  const { key = [] } = TABLES[table] ?? {};
  const names = columnsOf(table).join(', ');
  let after: Value[] | undefined;
  for (;;) {
    const where = after ? `WHERE (${key.join(', ')}) > (${placeholders(key.length)})` : '';
    const sql = `SELECT ${names} FROM ${table} ${where} ORDER BY ${key.join(', ')} LIMIT ${PAGE_SIZE}`;
    const rows = await engine.query(sql, after ?? []);
    for (const row of rows) {
      for (const name of Object.keys(row)) if (NUMBERS.has(`${table}.${name}`)) row[name] = Number(row[name]);
      yield row;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_SIZE) return;
    after = key.map((name) => last[name] ?? null);
  }
}

/**
 * Fills an empty store from the lines of `dump`; all or nothing. Gives the number of rows.
 * @throws StoreUnavailable where the store is not empty or the lines are not whole
 */
export async function restore(url: string, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const tables = new Map<string, Value[][]>();
  let promised: number | undefined;
  let count = 0;
  let isFirst = true;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const entry = parse(line);
    if (isFirst && entry.backup !== FORMAT) throw new StoreUnavailable('The file is no backup of this program');
    isFirst = false;
    if (entry.rows !== undefined) promised = entry.rows;
    if (!entry.table || !entry.row || !TABLES[entry.table]) continue;
    const { row } = entry;
    const values = columnsOf(entry.table).map((name) => row[name] ?? null);
    const all = tables.get(entry.table) ?? [];
    tables.set(entry.table, all);
    all.push(values);
    count++;
  }
  if (promised !== count) throw new StoreUnavailable('The backup is cut off: it has fewer rows than it promises');

  const engine = await openEngine(url);
  try {
    await migrate(engine);
    await engine.transaction(function* () {
      const [row] = yield [
        'SELECT (SELECT COUNT(*) FROM records) + (SELECT COUNT(*) FROM items) + (SELECT COUNT(*) FROM issues) AS rows_there',
      ];
      if (Number(row?.rows_there) > 0)
        throw new StoreUnavailable(`${engine.name} is not empty; restore into a new one`);
      yield ['DELETE FROM counters'];
      for (const [table, all] of tables) {
        const columns = columnsOf(table);
        for (const some of pieces(all, ROWS_PER_STATEMENT)) {
          const places = some.map((_, index) => `(${placeholders(columns.length, index * columns.length)})`);
          yield [`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`, some.flat()];
        }
      }
    });
  } finally {
    await engine.close();
  }
  return count;
}

type Line = { backup?: number; rows?: number; table?: string; row?: Record<string, Value> };

function parse(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw new StoreUnavailable('The file is no backup of this program, or is damaged');
  }
}
