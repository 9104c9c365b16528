/**
 * Known-issue search: `exact` where a stored error signature stands in the text, `similar` for what reads alike and passes the
 * threshold. Issues are kept in groups: those of one group share word statistics, because a word that is rare in one tracker is
 * common in another; the home group comes first.
 */
import { hash } from 'node:crypto';
import type { IssueQuery, KnownIssue, KnownIssues, StoredIssue } from '../model/known-issue.ts';
import { checkFor, knownIssue, type Shown } from './answer.ts';
import type { Card } from './card.ts';
import { CollectionBuilder, dayOf, findCard, keyOf } from './collection.ts';
import { findExact } from './exact.ts';
import { foldRecords, type Group, groupOf, HOME, type Vocabulary, vocabulary } from './groups.ts';
import { intentOf } from './intent.ts';
import { passages } from './passages.ts';
import { backgroundOf, type Found, type Ranking, rank } from './ranking.ts';
import { countFields } from './terms.ts';
import {
  CONFIDENCE_MIN,
  confidence,
  confidenceAfter,
  SHARE_MIN,
  type Signals,
  signalsOf,
  VOUCHED_MIN,
} from './threshold.ts';
import { type AskedWord, askedWords, matchedWords } from './why.ts';

const LIMIT_DEFAULT = 5;
const LIMIT_MAX = 50;
const EXACT_MAX = 6;
/** A longer text is a log; its errors stand in what is read of it. */
const TEXT_LENGTH_MAX = 30_000;
/** A conversation asks again in every turn, mostly with the same words. */
const KEPT_MAX = 500;
/** A duplicate of a duplicate of … */
const MASTER_STEPS_MAX = 5;

export type IndexOptions = {
  /** Today, `YYYY-MM-DD`: ages are counted from here. */
  today?: string;
  /** Smallest confidence of a similar issue; 0 shows the bare ranking. */
  confidenceMin?: number;
};

/** Kinds that answer a question for something. */
const ASKED_FOR: ReadonlySet<Card['kind']> = new Set(['feature', 'announcement', 'docs', 'question']);

type Scored = Found & { score: number };
/** An issue to be shown, before it is compared with the versions of who asks. */
type Answer = { card: Card; shown: Shown };
type Answers = { exact: Answer[]; similar: Answer[] };

export class IssueIndex {
  #groups: readonly Group[];
  #vocabulary: Vocabulary;
  #today: number;
  #confidenceMin: number;
  #kept = new Map<string, Answers>();

  constructor(groups: readonly Group[], options: IndexOptions = {}) {
    this.#groups = [...groups].sort((a, b) => Number(b.name === HOME) - Number(a.name === HOME));
    this.#vocabulary = vocabulary();
    this.#today = dayOf(options.today ?? new Date().toISOString().slice(0, 10));
    this.#confidenceMin = options.confidenceMin ?? CONFIDENCE_MIN;
  }

  static build(issues: Iterable<StoredIssue>, options: IndexOptions = {}): IssueIndex {
    const { concepts, names } = vocabulary();
    const builders = new Map<string, CollectionBuilder>();
    for (const issue of foldRecords(issues).values()) {
      const group = groupOf(issue.repo);
      const builder = builders.get(group) ?? new CollectionBuilder(concepts, names);
      builders.set(group, builder);
      builder.add(issue);
    }
    return new IssueIndex(
      [...builders].map(([name, builder]) => ({ name, collections: [builder.build()] })),
      options,
    );
  }

  /** Number of issues that can be found. */
  get size(): number {
    let size = 0;
    for (const { collections } of this.#groups) {
      for (const { dead } of collections) size += dead.reduce((live, mark) => live + 1 - mark, 0);
    }
    return size;
  }

  /** One issue as it is shown, without a query. */
  get(repo: string, number: number | string): KnownIssue | undefined {
    const group = this.#groups.find(({ name }) => name === groupOf(repo));
    const card = group && findCard(group.collections, keyOf(repo, number));
    return card && knownIssue(card, { score: 0, why: '' });
  }

  /** `meaning` is the query's vector from the model that read the collections; without it the words decide alone. */
  search(query: IssueQuery, meaning?: Int8Array): KnownIssues {
    const { versions } = query;
    const { exact, similar } = meaning ? this.#answers(query, meaning) : this.#keptAnswers(query);
    const compared = ({ card, shown }: Answer): KnownIssue => knownIssue(card, { ...shown, versions });
    return { exact: exact.map(compared), similar: similar.map(compared) };
  }

  /** An index never changes, so the same question has the same answer. */
  #keptAnswers({ versions: _, ...query }: IssueQuery): Answers {
    const key = hash('sha256', JSON.stringify(query), 'base64');
    const known = this.#kept.get(key);
    const answers = known ?? this.#answers(query);
    // Back to the young end: the oldest goes first.
    if (known) this.#kept.delete(key);
    this.#kept.set(key, answers);
    if (this.#kept.size > KEPT_MAX) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return answers;
  }

  #answers(query: IssueQuery, meaning?: Int8Array): Answers {
    const text = `${query.summary}\n${query.details}`.slice(0, TEXT_LENGTH_MAX);
    const limit = Math.min(query.limit ?? LIMIT_DEFAULT, LIMIT_MAX);
    const wanted = query.repos && new Set(query.repos.map((repo) => repo.toLowerCase()));
    const isWanted = ({ repo }: Card): boolean => wanted === undefined || wanted.has(repo.toLowerCase());
    const rankings = this.#rankings(query, text, meaning);
    const exact = this.#exactHits(rankings, text, isWanted).slice(0, Math.min(EXACT_MAX, limit));
    const shown = new Set(exact.map(({ card }) => keyOf(card.repo, card.number)));
    const similar: Answer[] = [];
    let words: AskedWord[] | undefined;
    for (const ranking of rankings) {
      for (const { score, ...found } of this.#similarHits(ranking, query, text, shown)) {
        if (similar.length >= limit) break;
        const master = this.#master(ranking.group, found.card);
        const key = keyOf(master.repo, master.number);
        if (shown.has(key) || !isWanted(master)) continue;
        shown.add(key);
        words ??= askedWords(text, this.#vocabulary.concepts);
        const why = matchedWords(found.collection, found.hit.document, words);
        const duplicates = master === found.card ? [] : [found.card.number];
        similar.push({ card: master, shown: { score, why, duplicates } });
      }
    }
    return { exact, similar };
  }

  /** The ranking of the home group before the threshold, with what the threshold looks at: for learning it. */
  explain(query: IssueQuery): { exact: number; hits: { number: number | string; signals: Signals | undefined }[] } {
    const text = `${query.summary}\n${query.details}`;
    const [ranking] = this.#rankings(query, text);
    if (!ranking) return { exact: 0, hits: [] };
    const { group, found } = ranking;
    const signals = this.#signals(ranking, found, this.#vocabulary.names.in(text));
    return {
      exact: group.collections.reduce((sum, { exact }) => sum + findExact(exact, text).length, 0),
      hits: found.map(({ card }, i) => ({ number: card.number, signals: signals[i] })),
    };
  }

  /** The best of every group by text and age, without a threshold. */
  #rankings(query: IssueQuery, text: string, meaning?: Int8Array): Ranking[] {
    const counts = countFields({ title: query.summary, body: query.details }, this.#vocabulary.concepts);
    const intent = query.isProblem ? 'problem' : intentOf(text);
    const today = query.today === undefined ? this.#today : dayOf(query.today);
    return this.#groups.map((group) =>
      rank(group, { counts, intent, today, meaning }, backgroundOf(group, this.#groups)),
    );
  }

  #exactHits(rankings: readonly Ranking[], text: string, isWanted: (card: Card) => boolean): Answer[] {
    const matches = rankings
      .flatMap(({ group, found }) => group.collections.map((collection) => ({ collection, found })))
      .flatMap(({ collection, found }) =>
        findExact(collection.exact, text)
          .filter(({ document }) => collection.dead[document] === 0 && collection.wishes[document] === 0)
          .map(({ document, signature }) => ({
            card: collection.cards.get(document),
            signature,
            words: signature.split(' ').length,
            place: found.findIndex((of) => of.collection === collection && of.hit.document === document),
          })),
      )
      .filter(({ card }) => isWanted(card))
      // The longest signature says most; among equals the rest of the text decides.
      .sort((a, b) => b.words - a.words || placeOf(a.place) - placeOf(b.place));
    return matches.map(({ card, signature }) => ({
      card,
      shown: {
        score: 1,
        why: `“${signature}” stands in your text`,
        check: matches.length > 1 ? checkFor(card.number, text) : null,
      },
    }));
  }

  /** What passes the threshold, best first; nothing where none of the first few does. */
  #similarHits(ranking: Ranking, query: IssueQuery, text: string, exact: ReadonlySet<string>): Scored[] {
    // An issue whose error stands in the text vouches for itself and for no other.
    const found = ranking.found.filter(({ card }) => !exact.has(keyOf(card.repo, card.number)));
    if (ranking.intent === 'own_work') return [];
    const named = this.#vocabulary.names.in(text);
    const best = Math.max(0, ...this.#signals(ranking, found, named).map((of) => confidence(of)));
    const top = Math.max(0, ...found.map(({ hit }) => hit.text));
    if (best < this.#confidenceMin || top === 0) return [];
    const near = found
      .filter(({ hit }) => hit.text >= SHARE_MIN * top)
      .map((of) => ({ ...of, score: (best * of.hit.text) / top }));
    return query.eachVouched ? this.#vouched(near, ranking, text, named) : near;
  }

  /** Hits that one passage of the text vouches for by itself; the more passages, the more a passage must say. */
  #vouched(
    hits: readonly Scored[],
    { group, background, intent, today }: Ranking,
    text: string,
    named: ReadonlySet<string>,
  ): Scored[] {
    const asked = passages(text);
    const best = new Map<string, number>();
    for (const passage of asked) {
      const counts = countFields({ title: passage, body: '' }, this.#vocabulary.concepts);
      const ranking = rank(group, { counts, intent, today }, background);
      for (const [at, signals] of this.#signals(ranking, ranking.found, named).entries()) {
        const { repo, number } = (ranking.found[at] as Found).card;
        const key = keyOf(repo, number);
        best.set(key, Math.max(best.get(key) ?? 0, confidence(signals)));
      }
    }
    const min = confidenceAfter(VOUCHED_MIN, asked.length);
    return hits
      .map((of) => ({ ...of, score: best.get(keyOf(of.card.repo, of.card.number)) ?? 0 }))
      .filter(({ score }) => score >= min)
      .sort((a, b) => b.score - a.score);
  }

  /** `named` is what the whole text names of other people's. */
  #signals(
    { group, background, counts, intent }: Ranking,
    found: readonly Found[],
    named: ReadonlySet<string>,
  ): Signals[] {
    const lacksName = (at: number): boolean =>
      named.size > 0 && !(found[at] as Found).card.names.some((name) => named.has(name));
    const isMismatch = (at: number): boolean =>
      intent === 'wish' && ASKED_FOR.has((found[at] as Found).card.kind) === false;
    return signalsOf(
      group.collections,
      counts,
      found.map(({ hit }) => hit),
      { background, lacksName, isMismatch },
    );
  }

  /** Follows duplicates to the report that stands for all. */
  #master({ collections }: Group, card: Card): Card {
    let at = card;
    for (let steps = 0; steps < MASTER_STEPS_MAX && at.duplicateOf !== null; steps += 1) {
      const next = findCard(collections, keyOf(at.repo, at.duplicateOf));
      if (!next) break;
      at = next;
    }
    return at;
  }
}

/** A place in a ranking; what is not in it comes last. */
const placeOf = (place: number): number => (place < 0 ? Number.MAX_SAFE_INTEGER : place);
