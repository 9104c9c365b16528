/**
 * Known-issue search: `exact` where a stored error signature stands in the text, `similar` for what reads alike and passes the
 * threshold. Issues are kept in groups: those of one group share word statistics, because a word that is rare in one tracker is
 * common in another; the home group comes first.
 */
import type { IssueQuery, KnownIssue, KnownIssues, StoredIssue } from '../model/known-issue.ts';
import { checkFor, knownIssue } from './answer.ts';
import type { Card } from './card.ts';
import { type Collection, CollectionBuilder, dayOf, findCard, keyOf } from './collection.ts';
import { Concepts } from './concepts.ts';
import { findExact } from './exact.ts';
import { foreignNames, type Names } from './foreign.ts';
import { type Intent, intentOf } from './intent.ts';
import { type Hit, searchParts } from './lexical.ts';
import { synonyms } from './shipped.ts';
import { countFields, type FieldCounts } from './terms.ts';
import { merged } from './text-of.ts';
import { CONFIDENCE_MIN, confidence, SHARE_MIN, type Signals, signalsOf } from './threshold.ts';
import { matchedWords } from './why.ts';

const LIMIT_DEFAULT = 5;
const LIMIT_MAX = 50;
const EXACT_MAX = 6;
/** Hits of a group that are looked at before folding and cutting. */
const LOOKED_AT = 60;
/** A duplicate of a duplicate of … */
const MASTER_STEPS_MAX = 5;

/** Repositories that are the product's own: they share statistics and come first. */
export const HOME_REPOS = ['Azure/aksArc', 'learn.microsoft.com'];
export const HOME = 'home';

export type IndexOptions = {
  /** Today, `YYYY-MM-DD`: ages are counted from here. */
  today?: string;
  /** Smallest confidence of a similar issue; 0 shows the bare ranking. */
  confidenceMin?: number;
};

/** The words that text is read with; made once, used for building and for searching. */
export type Vocabulary = { concepts: Concepts; names: Names };
let shippedVocabulary: Vocabulary | undefined;
export const vocabulary = (): Vocabulary => {
  shippedVocabulary ??= { concepts: new Concepts(synonyms()), names: foreignNames() };
  return shippedVocabulary;
};

const home = new Set(HOME_REPOS.map((repo) => repo.toLowerCase()));
/** Group that a repository belongs to. */
export const groupOf = (repo: string): string => (home.has(repo.toLowerCase()) ? HOME : repo.toLowerCase());

/** A base and at most a delta of what changed since. */
export type Group = { name: string; collections: Collection[] };

/** Of two records of one issue the tracker's newest stands, completed by the shipped one. */
export function foldRecords(issues: Iterable<StoredIssue>): Map<string, StoredIssue> {
  const byKey = new Map<string, StoredIssue>();
  for (const issue of issues) {
    const key = keyOf(issue.repo, issue.number);
    const known = byKey.get(key);
    if (!known) byKey.set(key, issue);
    else if (issue.source === 'github') byKey.set(key, known.source === 'github' ? issue : merged(issue, known));
    else byKey.set(key, known.source === 'github' ? merged(known, issue) : issue);
  }
  return byKey;
}

type Found = { card: Card; collection: Collection; document: number };

export class IssueIndex {
  #groups: readonly Group[];
  #vocabulary: Vocabulary;
  #today: number;
  #confidenceMin: number;

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

  search(query: IssueQuery): KnownIssues {
    const text = `${query.summary}\n${query.details}`;
    const limit = Math.min(query.limit ?? LIMIT_DEFAULT, LIMIT_MAX);
    const wanted = query.repos && new Set(query.repos.map((repo) => repo.toLowerCase()));
    const isWanted = ({ repo }: Card): boolean => wanted === undefined || wanted.has(repo.toLowerCase());
    const exact = this.#exactHits(text, query, isWanted).slice(0, Math.min(EXACT_MAX, limit));
    const shown = new Set(exact.map((issue) => keyOf(issue.repo, issue.number)));
    const counts = countFields({ title: query.summary, body: query.details }, this.#vocabulary.concepts);
    const similar: KnownIssue[] = [];
    for (const group of this.#groups) {
      for (const { score, ...found } of this.#similarHits(group, counts, text, shown)) {
        if (similar.length >= limit) break;
        const master = this.#master(group, found.card);
        const key = keyOf(master.repo, master.number);
        if (shown.has(key) || !isWanted(master)) continue;
        shown.add(key);
        similar.push(
          knownIssue(master, {
            score,
            why: matchedWords(found.collection, found.document, text, this.#vocabulary.concepts),
            versions: query.versions,
            duplicates: master === found.card ? [] : [found.card.number],
          }),
        );
      }
    }
    return { exact, similar };
  }

  /** The ranking of the home group before the threshold, with what the threshold looks at: for learning it. */
  explain(query: IssueQuery): { exact: number; hits: { number: number | string; signals: Signals | undefined }[] } {
    const text = `${query.summary}\n${query.details}`;
    const [group] = this.#groups;
    if (!group) return { exact: 0, hits: [] };
    const counts = countFields({ title: query.summary, body: query.details }, this.#vocabulary.concepts);
    const { found, signals } = this.#ranked(group, counts, text, new Set());
    return {
      exact: group.collections.reduce((sum, { exact }) => sum + findExact(exact, text).length, 0),
      hits: found.map(({ card }, i) => ({ number: card.number, signals: signals[i] })),
    };
  }

  #exactHits(text: string, query: IssueQuery, isWanted: (card: Card) => boolean): KnownIssue[] {
    const matches = this.#groups
      .flatMap(({ collections }) => collections)
      .flatMap(({ exact, dead, wishes, cards }) =>
        findExact(exact, text)
          .filter(({ document }) => dead[document] === 0 && wishes[document] === 0)
          .map(({ document, signature }) => ({ card: cards.get(document), signature })),
      )
      .filter(({ card }) => isWanted(card))
      // The longest signature says most; the tracker goes before the page that tells the same.
      .sort((a, b) => b.signature.length - a.signature.length || rank(a.card) - rank(b.card));
    return matches.map(({ card, signature }) =>
      knownIssue(card, {
        score: 1,
        why: `“${signature}” stands in your text`,
        versions: query.versions,
        check: matches.length > 1 ? checkFor(card.number, text) : null,
      }),
    );
  }

  /** Hits of one group that pass the threshold, best first; none where none of the first few does. */
  #similarHits(
    group: Group,
    query: FieldCounts,
    text: string,
    exact: ReadonlySet<string>,
  ): (Found & { score: number })[] {
    const { hits, found, signals } = this.#ranked(group, query, text, exact);
    const best = Math.max(0, ...signals.map((of) => confidence(of)));
    const top = hits[0]?.text ?? 0;
    if (best < this.#confidenceMin || top === 0) return [];
    return found.flatMap((of, i) => {
      const share = (hits[i] as Hit).text / top;
      return share >= SHARE_MIN ? [{ ...of, score: best * share }] : [];
    });
  }

  /** An issue whose error stands in the text vouches for itself and for no other, so it is left out here. */
  #ranked(
    { collections }: Group,
    query: FieldCounts,
    text: string,
    exact: ReadonlySet<string>,
  ): { hits: Hit[]; found: Found[]; signals: Signals[] } {
    const intent: Intent = intentOf(text);
    const all = searchParts(collections, query, {
      today: this.#today,
      limit: LOOKED_AT,
      accepts: (part, document) => intent === 'wish' || (collections[part] as Collection).wishes[document] === 0,
    });
    const hits: Hit[] = [];
    const found: Found[] = [];
    for (const hit of all) {
      const collection = collections[hit.part] as Collection;
      const card = collection.cards.get(hit.document);
      if (exact.has(keyOf(card.repo, card.number))) continue;
      hits.push(hit);
      found.push({ card, collection, document: hit.document });
    }
    const named = this.#vocabulary.names.in(text);
    const lacksName = (at: number): boolean =>
      named.size > 0 && !(found[at] as Found).card.names.some((name) => named.has(name));
    return { hits, found, signals: signalsOf(collections, query, hits, lacksName) };
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

const rank = (card: Card): number => (card.source === 'documented' ? 1 : 0);
