/** One searchable lot of issues: the text index, the signatures and the cards, all of them arrays. */
import type { StoredIssue } from '../model/known-issue.ts';
import { type Card, Cards, cardOf } from './card.ts';
import type { Concepts } from './concepts.ts';
import { ExactBuilder, type ExactTable } from './exact.ts';
import type { Names } from './foreign.ts';
import { DAY_UNKNOWN, type Part } from './lexical.ts';
import { type Averages, findTerm, hashTerm, SegmentBuilder } from './segment.ts';
import { countFields } from './terms.ts';
import { fieldsOf } from './text-of.ts';

const MS_PER_DAY = 86_400_000;

export type Collection = Part & {
  cards: Cards;
  exact: ExactTable;
  /** 1 for wishes and announcements, which are no answer to a problem. */
  wishes: Uint8Array;
  /** A quantized vector for each issue, where a model has read them all. */
  vectors?: Int8Array;
};

/** Name under which an issue is looked up; GitHub's names mean the same in any case. */
export const keyOf = (repo: string, number: number | string): string => `${repo.toLowerCase()}#${number}`;

/** The key is a term of its own issue alone, so that the dictionary also finds issues by name. No text can have it: it has a blank. */
const keyTerm = (key: string): string => `key ${key}`;

export const dayOf = (date: string | null): number => {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? DAY_UNKNOWN : Math.floor(time / MS_PER_DAY);
};

export class CollectionBuilder {
  #segment = new SegmentBuilder();
  #exact = new ExactBuilder();
  #cards: Buffer[] = [];
  #days: number[] = [];
  #wishes: number[] = [];
  #concepts: Concepts;
  #names: Names;

  constructor(concepts: Concepts, names: Names) {
    this.#concepts = concepts;
    this.#names = names;
  }

  get size(): number {
    return this.#cards.length;
  }

  add(issue: StoredIssue): void {
    const fields = fieldsOf(issue);
    const counts = countFields(fields, this.#concepts);
    counts.terms.set(keyTerm(keyOf(issue.repo, issue.number)), { title: 0, prose: 0, code: 0 });
    this.#exact.add(this.size, issue.signatures, issue.needs);
    this.#segment.add(counts);
    const names = this.#names.in(`${issue.repo}\n${fields.title}\n${fields.body}\n${fields.code ?? ''}`);
    this.#cards.push(Buffer.from(JSON.stringify(cardOf(issue, names))));
    this.#days.push(dayOf(issue.updated));
    this.#wishes.push(Number(issue.kind === 'feature' || issue.kind === 'announcement'));
  }

  /** A delta takes the averages of its base. */
  build(averages?: Averages): Collection {
    return {
      segment: this.#segment.build(averages),
      activity: Int32Array.from(this.#days),
      dead: new Uint8Array(this.size),
      cards: Cards.of(this.#cards),
      exact: this.#exact.build(),
      wishes: Uint8Array.from(this.#wishes),
    };
  }
}

/** Number of a live issue in a collection, or -1. */
export function findIssue({ segment, dead }: Collection, key: string): number {
  const [hash1, hash2] = hashTerm(keyTerm(key));
  const term = findTerm(segment, hash1, hash2);
  if (term < 0) return -1;
  const document = segment.postings[segment.offsets[term] as number] as number;
  return dead[document] === 1 ? -1 : document;
}

export function findCard(collections: readonly Collection[], key: string): Card | undefined {
  for (const collection of collections) {
    const document = findIssue(collection, key);
    if (document >= 0) return collection.cards.get(document);
  }
  return undefined;
}

/** The base without the issues that the delta replaces; only the marks are copied. */
export function without(base: Collection, keys: Iterable<string>): Collection {
  const dead = base.dead.slice();
  for (const key of keys) {
    const document = findIssue(base, key);
    if (document >= 0) dead[document] = 1;
  }
  return { ...base, dead };
}
