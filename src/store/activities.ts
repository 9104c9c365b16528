/**
 * Which activities were dealt with: a channel that got no answer in time sends the same one again, perhaps to another replica.
 * The answer is kept until it has gone out, so that a restart can still send it.
 */
import { type Engine, storable } from './engine.ts';
import { jsonOnce } from './json-once.ts';
import type { Store } from './store.ts';
import type { Units } from './unit.ts';

/** Far longer than any channel tries again. */
const KEEP_MS = 24 * 3600_000;
/** Old ids are swept once in so many finished turns. */
const SWEEP_EVERY = 500;
const UNDELIVERED_MAX = 1000;

const place = (id: string) => `activities/${id}`;

export function activityStore(engine: Engine, units: Units): Store['activities'] {
  let sinceSweep = 0;
  const sweep = async () => {
    if (++sinceSweep < SWEEP_EVERY) return;
    sinceSweep = 0;
    await engine.query(`DELETE FROM activities WHERE seen_at < ${engine.now} - ${KEEP_MS}`);
  };

  return {
    async claim(id) {
      await sweep();
      const rows = await engine.query(
        `INSERT INTO activities (id, seen_at, state) VALUES ($1, ${engine.now}, 'delivered')
         ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
         WHERE activities.seen_at < ${engine.now} - ${KEEP_MS} RETURNING id`,
        [storable(id)],
      );
      return rows.length > 0;
    },
    async outcome(id) {
      const [row] = await engine.query(
        `SELECT state, answer, owed FROM activities WHERE id = $1 AND seen_at >= ${engine.now} - ${KEEP_MS}`,
        [storable(id)],
      );
      if (!row) return undefined;
      if (row.state === 'delivered') return { kind: 'delivered' };
      return { kind: 'answered', answer: JSON.parse(String(row.answer)), owed: Number(row.owed) };
    },
    async finish(id, answer, owed = 1) {
      await sweep();
      const text = jsonOnce(answer);
      const sql = `INSERT INTO activities (id, seen_at, state, answer, owed) VALUES ($1, ${engine.now}, 'answered', $2, $3)
        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, state = excluded.state, answer = excluded.answer,
        owed = excluded.owed`;
      const apply = function* () {
        yield [sql, [storable(id), text, owed]] as const;
      };
      await units.keep([{ place: place(id), text, apply }]);
    },
    async take(id, owed, isLast, taker) {
      // An older taker may still be alive, stopped in the middle: only one of two sees the number it has read.
      const change = isLast ? "state = 'delivered', answer = NULL, owed = 0" : 'owed = owed - 1';
      const rows = await engine.query(
        `UPDATE activities SET ${change}, taker = $3 WHERE id = $1 AND state = 'answered' AND owed = $2 RETURNING id`,
        [storable(id), owed, taker],
      );
      return rows.length > 0;
    },
    async taken(id) {
      const [row] = await engine.query('SELECT owed, taker FROM activities WHERE id = $1', [storable(id)]);
      return row?.taker ? { owed: Number(row.owed), taker: String(row.taker) } : undefined;
    },
    async delivered(id) {
      await engine.query("UPDATE activities SET state = 'delivered', answer = NULL WHERE id = $1", [storable(id)]);
    },
    async undelivered() {
      const rows = await engine.query(
        `SELECT id FROM activities WHERE state = 'answered' AND owed > 0 AND seen_at >= ${engine.now} - ${KEEP_MS}
         ORDER BY seen_at, id LIMIT ${UNDELIVERED_MAX}`,
      );
      return rows.map((row) => String(row.id));
    },
  };
}
