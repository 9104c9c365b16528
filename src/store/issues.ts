/** Known issues, and how far each repository has been read. */
import { StoredIssue } from '../model/known-issue.ts';
import { type Engine, pieces, type Row, type Statement } from './engine.ts';
import type { Store, SyncState } from './store.ts';

const PAGE_SIZE = 500;
/** Rows of one INSERT; four parameters each, SQLite allows 32,766. */
const ROWS_PER_STATEMENT = 100;

/** GitHub's names mean the same in any case. */
const repoKey = (repo: string) => repo.toLowerCase();
/** Stored by ourselves a moment ago and checked then; a hundred thousand of them are read at the start. */
const parse = (row: Row): StoredIssue => JSON.parse(String(row.value)) as StoredIssue;

export function issueStore(engine: Engine): Store['issues'] {
  return {
    async upsert(issues) {
      if (issues.length === 0) return;
      // One row an issue: a statement must not touch a row twice. The last one counts.
      const rows = new Map(
        issues.map((issue) => [`${repoKey(issue.repo)}#${issue.number}`, StoredIssue.parse(issue)] as const),
      );
      await engine.transaction(() => upsert([...rows.values()]));
    },
    async *all(repos) {
      const only = repos && new Set(repos.map(repoKey));
      let after = ['', ''];
      for (;;) {
        const rows = await engine.query(
          'SELECT repo, number, value FROM issues WHERE (repo, number) > ($1, $2) ORDER BY repo, number LIMIT $3',
          [...after, PAGE_SIZE],
        );
        for (const row of rows) if (!only || only.has(String(row.repo))) yield parse(row);
        const last = rows.at(-1);
        if (!last || rows.length < PAGE_SIZE) return;
        after = [String(last.repo), String(last.number)];
      }
    },
    async get(repo, number) {
      const [row] = await engine.query('SELECT value FROM issues WHERE repo = $1 AND number = $2', [
        repoKey(repo),
        String(number),
      ]);
      return row && parse(row);
    },
    async count() {
      const [row] = await engine.query('SELECT COUNT(*) AS count FROM issues');
      return Number(row?.count);
    },
    async revision() {
      const [row] = await engine.query("SELECT value FROM counters WHERE name = 'issues'");
      return Number(row?.value ?? 0);
    },
    async *changedSince(revision) {
      let after: [number, string, string] = [revision + 1, '', ''];
      for (;;) {
        const rows = await engine.query(
          `SELECT repo, number, revision, value FROM issues WHERE (revision, repo, number) > ($1, $2, $3)
           ORDER BY revision, repo, number LIMIT $4`,
          [...after, PAGE_SIZE],
        );
        for (const row of rows) yield parse(row);
        const last = rows.at(-1);
        if (!last || rows.length < PAGE_SIZE) return;
        after = [Number(last.revision), String(last.repo), String(last.number)];
      }
    },
    async syncState(repo) {
      const [row] = await engine.query('SELECT value FROM sync_states WHERE repo = $1', [repoKey(repo)]);
      return row && (JSON.parse(String(row.value)) as SyncState);
    },
    async saveSyncState(state) {
      await engine.query(
        'INSERT INTO sync_states (repo, value) VALUES ($1, $2) ON CONFLICT (repo) DO UPDATE SET value = excluded.value',
        [repoKey(state.repo), JSON.stringify(state)],
      );
    },
  };
}

/** The counter's row stays locked until the end, so revisions become visible in their order. */
function* upsert(issues: readonly StoredIssue[]): Generator<Statement, void, Row[]> {
  const [row] = yield ["UPDATE counters SET value = value + 1 WHERE name = 'issues' RETURNING value"];
  const revision = Number(row?.value);
  for (const some of pieces(issues, ROWS_PER_STATEMENT)) {
    const values = some.map(
      (_, index) => `($${index * 4 + 1}, $${index * 4 + 2}, $${index * 4 + 3}, $${index * 4 + 4})`,
    );
    yield [
      `INSERT INTO issues (repo, number, revision, value) VALUES ${values.join(', ')}
       ON CONFLICT (repo, number) DO UPDATE SET revision = excluded.revision, value = excluded.value
       WHERE issues.value <> excluded.value`,
      some.flatMap((issue) => [repoKey(issue.repo), String(issue.number), revision, JSON.stringify(issue)]),
    ];
  }
}
