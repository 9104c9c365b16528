/** Our index and the engines one could take instead, behind one face: add reports, find earlier ones. */

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { CollectionBuilder } from '../../issues/collection.ts';
import { vocabulary } from '../../issues/groups.ts';
import { DAY_UNKNOWN, type Part, searchParts } from '../../issues/lexical.ts';
import { IssueIndex } from '../../issues/search.ts';
import { SegmentBuilder } from '../../issues/segment.ts';
import { readCollection, writeCollection } from '../../issues/segment-file.ts';
import { countFields } from '../../issues/terms.ts';
import { signaturesOf } from '../../issues/text-of.ts';
import { UNREAD } from '../../issues/tracker-issue.ts';
import { WEIGHTS, type Weights } from '../../issues/weights.ts';
import type { StoredIssue } from '../../model/known-issue.ts';
import { STOP_WORDS, searchTokens } from '../../text/tokens.ts';
import type { DuplicateReport } from './duplicates.ts';

const RESULTS = 100;
/** Words of a report that SQLite gets; a longer OR of terms only costs time. */
const FTS_TERMS_MAX = 400;

export type Engine = {
  name: string;
  /** Numbers of earlier reports, best first. */
  search(query: DuplicateReport): number[];
  /** Bytes that the index takes where the process cannot see them as its own. */
  bytes?: number;
  /** Writes the index, and takes it up again from there. */
  save?(path: string): void;
  load?(path: string): void;
  close?(): void;
};

export type EngineMaker = { name: string; make(reports: readonly DuplicateReport[]): Engine };

type OursOptions = { weights?: Weights; near?: (query: number, document: number) => number };

export const ours = (name = 'ours', { weights = WEIGHTS, near }: OursOptions = {}): EngineMaker => ({
  name,
  make(reports) {
    const builder = new SegmentBuilder(weights);
    for (const { title, body } of reports) builder.add(countFields({ title, body }));
    const part: Part = {
      segment: builder.build(),
      activity: Int32Array.from(reports, ({ day }) => (Number.isFinite(day) ? day : DAY_UNKNOWN)),
      dead: new Uint8Array(reports.length),
    };
    return {
      name,
      search: ({ title, body, day, i }) =>
        searchParts([part], countFields({ title, body }), {
          today: day,
          before: i,
          limit: RESULTS,
          weights,
          ...(near ? { near: (_part: number, document: number) => near(i, document) } : {}),
        }).map(({ document }) => document),
    };
  },
});

/** The whole search as the bot runs it: both tiers, threshold, cards, matched words. Its answers are cut, so it has no recall. */
export const product: EngineMaker = {
  name: 'ours, whole search',
  make(reports) {
    const { concepts, names } = vocabulary();
    const builder = new CollectionBuilder(concepts, names);
    for (const report of reports) builder.add(asIssue(report));
    let collection = builder.build();
    let index = new IssueIndex([{ name: 'bench/bench', collections: [collection] }], { confidenceMin: 0 });
    return {
      name: product.name,
      search: ({ title, body }) =>
        index.search({ summary: title, details: body, limit: 10 }).similar.map(({ number }) => Number(number) - 1),
      save: (path) => writeCollection(path, collection, 0),
      load(path) {
        const read = readCollection(path);
        if (!read) throw new Error('The index that was just written cannot be read.');
        collection = read.collection;
        index = new IssueIndex([{ name: 'bench/bench', collections: [collection] }], { confidenceMin: 0 });
      },
    };
  },
};

const MS_PER_DAY = 86_400_000;
const asIssue = ({ i, title, body, day }: DuplicateReport): StoredIssue => ({
  ...UNREAD,
  repo: 'bench/bench',
  number: i + 1,
  url: `https://github.com/bench/bench/issues/${i + 1}`,
  title,
  body,
  comments: [],
  state: 'open',
  stateReason: null,
  labels: [],
  opened: null,
  closed: null,
  updated: Number.isFinite(day) ? new Date(day * MS_PER_DAY).toISOString() : null,
  signatures: signaturesOf(title, body),
  asOf: '2026-11-20',
});

/** SQLite's full-text index with stemming, the title three times as heavy: the best of what comes ready made. */
export const fts5: EngineMaker = {
  name: 'SQLite FTS5 (porter, title x3)',
  make(reports) {
    let database = new DatabaseSync(':memory:');
    database.exec("CREATE VIRTUAL TABLE reports USING fts5(title, body, tokenize = 'porter unicode61')");
    const insert = database.prepare('INSERT INTO reports (rowid, title, body) VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for (const { i, title, body } of reports) insert.run(i + 1, title, body);
    database.exec('COMMIT');
    const prepare = () =>
      database.prepare(
        `SELECT rowid FROM reports WHERE reports MATCH ? AND rowid <= ? ORDER BY bm25(reports, 3.0, 1.0) LIMIT ${RESULTS}`,
      );
    let find = prepare();
    const pages = database
      .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
      .get();
    return {
      name: fts5.name,
      bytes: Number(pages?.bytes),
      save: (path) => database.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`),
      load(path) {
        database.close();
        database = new DatabaseSync(path);
        find = prepare();
      },
      search({ title, body, i }) {
        const words = [...new Set(`${title} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu))].slice(0, FTS_TERMS_MAX);
        if (words.length === 0) return [];
        return find.all(words.map((word) => `"${word}"`).join(' OR '), i).map((row) => Number(row.rowid) - 1);
      },
      close: () => database.close(),
    };
  },
};

const earlier = (found: readonly { id: number }[], i: number): number[] =>
  found
    .filter(({ id }) => id < i)
    .slice(0, RESULTS)
    .map(({ id }) => id);

/** MiniSearch as its README shows it. */
export const miniSearch: EngineMaker = {
  name: 'MiniSearch (default)',
  make(reports) {
    const options = { fields: ['title', 'body'] };
    let index = new MiniSearch(options);
    index.addAll(reports.map(({ i, title, body }) => ({ id: i, title, body })));
    return {
      name: miniSearch.name,
      save: (path) => writeFileSync(path, JSON.stringify(index)),
      load(path) {
        index = MiniSearch.loadJSON(readFileSync(path, 'utf8'), options);
      },
      search: ({ title, body, i }) => earlier(index.search(`${title} ${body}`) as never, i),
    };
  },
};

/** MiniSearch with our tokens and a boosted title: the best that its settings give. */
export const miniSearchTuned: EngineMaker = {
  name: 'MiniSearch (our tokens, boosts)',
  make(reports) {
    const index = new MiniSearch({ fields: ['title', 'body'], tokenize: searchTokens, processTerm: (term) => term });
    index.addAll(reports.map(({ i, title, body }) => ({ id: i, title, body })));
    return {
      name: miniSearchTuned.name,
      search: ({ title, body, i }) =>
        earlier(
          index.search(`${title} ${body}`, { boost: { title: 3 }, bm25: { k: 1.2, b: 0.7, d: 0.5 } }) as never,
          i,
        ),
    };
  },
};

type TfIdf = {
  addDocument(words: string[]): void;
  tfidfs(words: string[], each: (i: number, measure: number) => void): void;
};

/** natural's TfIdf, on lower-case words without stop words. */
export const naturalTfIdf: EngineMaker = {
  name: 'natural TfIdf',
  make(reports) {
    const load = createRequire(import.meta.url);
    const TfIdfClass = load('natural/lib/natural/tfidf/tfidf.js') as { new (): TfIdf };
    const index = new TfIdfClass();
    const words = ({ title, body }: { title: string; body: string }): string[] =>
      (`${title} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));
    for (const report of reports) index.addDocument(words(report));
    return {
      name: naturalTfIdf.name,
      search(query) {
        const scores: { id: number; score: number }[] = [];
        index.tfidfs(words(query), (id, score) => {
          if (id < query.i && score > 0) scores.push({ id, score });
        });
        return scores
          .sort((a, b) => b.score - a.score)
          .slice(0, RESULTS)
          .map(({ id }) => id);
      },
    };
  },
};

/** By the name that a process is given. */
export const ENGINES: Readonly<Record<string, EngineMaker>> = {
  ours: ours(),
  'ours-no-age': ours('ours, age ignored', { weights: { ...WEIGHTS, recency: 0 } }),
  product,
  fts5,
  minisearch: miniSearch,
  'minisearch-tuned': miniSearchTuned,
  natural: naturalTfIdf,
};
