/** Our index and the engines one could take instead, behind one face: add reports, find earlier ones. */

import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { DAY_UNKNOWN, type Part, searchParts } from '../../issues/lexical.ts';
import { SegmentBuilder } from '../../issues/segment.ts';
import { countFields } from '../../issues/terms.ts';
import { STOP_WORDS, searchTokens } from '../../text/tokens.ts';
import type { DuplicateReport } from './duplicates.ts';

const RESULTS = 100;
/** Words of a report that SQLite gets; a longer OR of terms only costs time. */
const FTS_TERMS_MAX = 400;

export type Engine = {
  name: string;
  /** Numbers of earlier reports, best first. */
  search(query: DuplicateReport): number[];
  /** Bytes that the index itself takes, where the engine can tell. */
  bytes?: number;
  close?(): void;
};

export type EngineMaker = { name: string; make(reports: readonly DuplicateReport[]): Engine };

export const ours = (name = 'ours', recency?: number): EngineMaker => ({
  name,
  make(reports) {
    const builder = new SegmentBuilder();
    for (const { title, body } of reports) builder.add(countFields({ title, body }));
    const part: Part = {
      segment: builder.build(),
      activity: Int32Array.from(reports, ({ day }) => (Number.isFinite(day) ? day : DAY_UNKNOWN)),
      dead: new Uint8Array(reports.length),
    };
    const { hash1, slot, offsets, postings, impacts } = part.segment;
    return {
      name,
      bytes: hash1.byteLength * 2 + slot.byteLength + offsets.byteLength + postings.byteLength + impacts.byteLength,
      search: ({ title, body, day, i }) =>
        searchParts([part], countFields({ title, body }), {
          today: day,
          before: i,
          limit: RESULTS,
          ...(recency === undefined ? {} : { recency }),
        }).map(({ document }) => document),
    };
  },
});

/** SQLite's full-text index with stemming, the title three times as heavy: the best of what comes ready made. */
export const fts5: EngineMaker = {
  name: 'SQLite FTS5 (porter, title x3)',
  make(reports) {
    const database = new DatabaseSync(':memory:');
    database.exec("CREATE VIRTUAL TABLE reports USING fts5(title, body, tokenize = 'porter unicode61')");
    const insert = database.prepare('INSERT INTO reports (rowid, title, body) VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for (const { i, title, body } of reports) insert.run(i + 1, title, body);
    database.exec('COMMIT');
    const find = database.prepare(
      `SELECT rowid FROM reports WHERE reports MATCH ? AND rowid <= ? ORDER BY bm25(reports, 3.0, 1.0) LIMIT ${RESULTS}`,
    );
    return {
      name: fts5.name,
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
    const index = new MiniSearch({ fields: ['title', 'body'] });
    index.addAll(reports.map(({ i, title, body }) => ({ id: i, title, body })));
    return {
      name: miniSearch.name,
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
