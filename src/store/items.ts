/** Conversation and user state: JSON by key, compare-and-swap by eTag. */
import { randomUUID } from 'node:crypto';
import { type Engine, pieces, placeholders, storable, type Transaction } from './engine.ts';
import { ABSENT, type Item, type Store, StoreConflict } from './store.ts';
import type { Units, Write } from './unit.ts';

const KEYS_PER_STATEMENT = 100;

const place = (key: string) => `items/${key}`;

export function itemStore(engine: Engine, units: Units): Store['items'] {
  const change = (key: string, text: string | null, given: string | undefined): ItemWrite => {
    const wanted = given === '*' ? undefined : given;
    const before = units.pending(place(key)) as ItemWrite | undefined;
    const stands = before?.text === null ? ABSENT : before?.eTag;
    if (before && wanted !== undefined && wanted !== stands) throw conflict(key);
    // What the turn wrote itself is settled here; the store is held to what stood there before the turn.
    const expected = before ? before.expected : (wanted ?? null);
    const eTag = randomUUID();
    const apply = text === null ? remove(key) : put(engine, { key, text, expected, eTag });
    return { place: place(key), text, expected, eTag, apply };
  };

  return {
    async read(keys) {
      const found = new Map<string, Item>();
      const missing: string[] = [];
      for (const key of keys) {
        const pending = units.pending(place(storable(key))) as ItemWrite | undefined;
        if (!pending) missing.push(key);
        else if (pending.text !== null) found.set(key, { value: JSON.parse(pending.text), eTag: pending.eTag });
      }
      for (const some of pieces(missing, KEYS_PER_STATEMENT)) {
        const asked = new Map(some.map((key) => [storable(key), key]));
        const rows = await engine.query(
          `SELECT key, value, etag FROM items WHERE key IN (${placeholders(asked.size)})`,
          [...asked.keys()],
        );
        for (const row of rows) {
          found.set(asked.get(String(row.key)) ?? '', { value: JSON.parse(String(row.value)), eTag: String(row.etag) });
        }
      }
      return found;
    },
    async write(changes) {
      await units.keep(
        [...changes].map(([key, { value, eTag }]) => change(storable(key), JSON.stringify(value ?? null), eTag)),
      );
    },
    async delete(keys) {
      await units.keep(keys.map((key) => change(storable(key), null, undefined)));
    },
  };
}

type ItemWrite = Write & { expected: string | null; eTag: string };

const remove = (key: string): Transaction<void> =>
  function* () {
    yield ['DELETE FROM items WHERE key = $1', [key]];
  };

const put = (
  engine: Engine,
  { key, text, expected, eTag }: { key: string; text: string; expected: string | null; eTag: string },
): Transaction<void> =>
  function* () {
    if (expected === null) {
      yield [
        `INSERT INTO items (key, value, etag, updated_at) VALUES ($1, $2, $3, ${engine.now})
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, etag = excluded.etag, updated_at = excluded.updated_at`,
        [key, text, eTag],
      ];
      return;
    }
    if (expected === ABSENT) {
      const made = yield [
        `INSERT INTO items (key, value, etag, updated_at) VALUES ($1, $2, $3, ${engine.now})
         ON CONFLICT (key) DO NOTHING RETURNING key`,
        [key, text, eTag],
      ];
      if (made.length === 0) throw conflict(key);
      return;
    }
    const rows = yield [
      `UPDATE items SET value = $2, etag = $3, updated_at = ${engine.now} WHERE key = $1 AND etag = $4 RETURNING key`,
      [key, text, eTag, expected],
    ];
    if (rows.length === 0) throw conflict(key);
  };

const conflict = (key: string) => new StoreConflict(`"${key}" was changed by somebody else since it was read.`);
