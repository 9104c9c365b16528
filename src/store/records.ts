/** The audit trail and the ticket drafts that belong to it. */
import { TriageRecord } from '../model/record.ts';
import { Draft } from '../model/ticket.ts';
import { type Engine, type Statement, storable, type Transaction, type Value } from './engine.ts';
import type { Store } from './store.ts';
import type { Units, Write } from './unit.ts';

const LIST_DEFAULT = 100;

const recordPlace = (id: string) => `records/${id}`;
const draftPlace = (recordId: string) => `drafts/${recordId}`;

const upsert = (sql: string, params: readonly Value[]): Transaction<void> =>
  function* () {
    yield [sql, params];
  };

const newestFirst = (a: TriageRecord, b: TriageRecord) =>
  a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;

/** Records kept as objects, and the longest that are. */
const KNOWN_MAX = 300;
const KNOWN_CHARS_MAX = 50_000;

const parseRecord = (text: unknown): TriageRecord => TriageRecord.parse(JSON.parse(String(text)));

/**
 * Records as this process last wrote or read them: a turn asks for its record several times, and the next turn again. What
 * stands in the store decides, so another process's change is seen. Shared by all who ask: nobody changes a record in place.
 */
function knownRecords() {
  const known = new Map<string, { text: string; record: TriageRecord }>();
  const note = (text: string, record: TriageRecord): TriageRecord => {
    known.delete(record.id);
    if (text.length <= KNOWN_CHARS_MAX) known.set(record.id, { text, record });
    if (known.size > KNOWN_MAX) known.delete(known.keys().next().value ?? '');
    return record;
  };
  return {
    note,
    read(id: string, text: string): TriageRecord {
      const found = known.get(id);
      return found?.text === text ? found.record : note(text, parseRecord(text));
    },
    forget: () => known.clear(),
  };
}

export function recordStore(engine: Engine, units: Units): Store['records'] {
  const known = knownRecords();
  return {
    async save(record) {
      const text = JSON.stringify(record);
      known.note(text, record);
      const apply = upsert(
        `INSERT INTO records (id, user_id, created_at, updated_at, value) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, updated_at = excluded.updated_at, value = excluded.value`,
        [storable(record.id), storable(record.userId), record.createdAt, record.updatedAt, text],
      );
      await units.keep([{ place: recordPlace(record.id), text, apply }]);
    },
    async get(id) {
      const pending = units.pending(recordPlace(id));
      // Written by this very turn.
      if (pending) return known.read(id, String(pending.text));
      const [row] = await engine.query('SELECT value FROM records WHERE id = $1', [storable(id)]);
      return row && known.read(id, String(row.value));
    },
    async list(filter = {}) {
      const { userId, before, limit = LIST_DEFAULT } = filter;
      const rows = await engine.query(
        `SELECT value FROM records WHERE user_id = COALESCE($1, user_id) AND created_at < COALESCE($2, '9999')
         ORDER BY created_at DESC, id DESC LIMIT $3`,
        [userId === undefined ? null : storable(userId), before ?? null, limit],
      );
      const found = new Map(rows.map((row) => parseRecord(row.value)).map((record) => [record.id, record]));
      for (const { text } of units.pendingUnder(recordPlace(''))) {
        const record = parseRecord(text);
        const fits = (userId ?? record.userId) === record.userId && record.createdAt < (before ?? '9999');
        if (fits) found.set(record.id, record);
      }
      return [...found.values()].sort(newestFirst).slice(0, limit);
    },
    deleteUser(userId) {
      known.forget();
      return engine.transaction(() => deleteUser(storable(userId)));
    },
    prune(before) {
      known.forget();
      return engine.transaction(() => prune(before));
    },
  };
}

/** Bot state ends in `/users/<id>` or `/conversations/<id>`, what belongs to a triage in `/records/<id>`; perhaps with a slash. */
function belongsTo(key: string, ids: readonly string[]): boolean {
  const bare = key.replace(/\/$/, '');
  return ids.some((id) => OWNED_BY.some((owner) => bare.endsWith(`/${owner}/${id}`)));
}
const OWNED_BY = ['users', 'conversations', 'records'];

function* deleteUser(userId: string): Generator<Statement, number, Record<string, Value>[]> {
  const rows = yield ['SELECT id, value FROM records WHERE user_id = $1', [userId]];
  // What was said in a conversation is also in that conversation's state and in answers that are still on their way.
  const ids = new Set([userId]);
  for (const row of rows) {
    const { conversationId } = JSON.parse(String(row.value)) as { conversationId: string | null };
    ids.add(String(row.id));
    if (conversationId) ids.add(conversationId);
  }
  const all = [...ids];
  let gone = 0;
  for (const row of rows) {
    gone += 1 + (yield ['DELETE FROM drafts WHERE record_id = $1 RETURNING record_id', [row.id ?? null]]).length;
    yield ['DELETE FROM records WHERE id = $1', [row.id ?? null]];
  }
  for (const { key } of yield ['SELECT key FROM items']) {
    if (belongsTo(String(key), all)) yield ['DELETE FROM items WHERE key = $1', [key ?? null]];
  }
  for (const { id, answer } of yield ['SELECT id, answer FROM activities WHERE answer IS NOT NULL']) {
    const names = all.some((owner) => String(answer).includes(JSON.stringify(owner)));
    if (names) yield ["UPDATE activities SET state = 'delivered', answer = NULL WHERE id = $1", [id ?? null]];
  }
  return gone;
}

function* prune(before: string): Generator<Statement, number, Record<string, Value>[]> {
  const drafts = yield [
    'DELETE FROM drafts WHERE updated_at < $1 OR record_id IN (SELECT id FROM records WHERE updated_at < $1) RETURNING record_id',
    [before],
  ];
  const records = yield ['DELETE FROM records WHERE updated_at < $1 RETURNING id', [before]];
  // State of conversations that nobody went on with holds the same words.
  yield ['DELETE FROM items WHERE updated_at < $1', [Date.parse(before)]];
  return drafts.length + records.length;
}

export function draftStore(engine: Engine, units: Units): Store['drafts'] {
  return {
    async save(draft) {
      const text = JSON.stringify(draft);
      const apply = upsert(
        `INSERT INTO drafts (record_id, updated_at, value) VALUES ($1, $2, $3)
         ON CONFLICT (record_id) DO UPDATE SET updated_at = excluded.updated_at, value = excluded.value`,
        [storable(draft.recordId), draft.updatedAt, text],
      );
      const write: Write = { place: draftPlace(draft.recordId), text, apply };
      // After this the request to Azure leaves: a process that dies meanwhile must find out that it did.
      if (draft.state === 'creating') await units.keepNow([write]);
      else await units.keep([write]);
    },
    async get(recordId) {
      const pending = units.pending(draftPlace(recordId));
      if (pending) return JSON.parse(String(pending.text)) as Draft;
      const [row] = await engine.query('SELECT value FROM drafts WHERE record_id = $1', [storable(recordId)]);
      return row && Draft.parse(JSON.parse(String(row.value)));
    },
  };
}
