/** What is shown of an issue. Cards are kept as JSON bytes and read one by one: a hundred thousand objects would cost ten times as much. */
import type { StoredIssue } from '../model/known-issue.ts';

const SHOWN = [
  'repo',
  'number',
  'url',
  'title',
  'state',
  'labels',
  'kind',
  'affects',
  'fixedIn',
  'workaround',
  'duplicateOf',
  'resolution',
  'source',
  'asOf',
] as const satisfies (keyof StoredIssue)[];

export type Card = Pick<StoredIssue, (typeof SHOWN)[number]> & {
  risk: string | null;
  /** Other people's products that the issue names. */
  names: string[];
};

export function cardOf(issue: StoredIssue, names: Iterable<string>): Card {
  const shown = Object.fromEntries(SHOWN.map((name) => [name, issue[name]])) as Pick<
    StoredIssue,
    (typeof SHOWN)[number]
  >;
  return { ...shown, risk: issue.risk ?? null, names: [...names] };
}

/** Cards that are kept as objects: a search looks at some sixty of each group, and the next one mostly at the same. */
const READ_MAX = 4000;

export class Cards {
  readonly bytes: Uint8Array;
  /** Card i is bytes offsets[i] … offsets[i + 1]. */
  readonly offsets: Uint32Array;
  #read = new Map<number, Card>();

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** Shared by all who ask: nobody changes it. */
  get(at: number): Card {
    const known = this.#read.get(at);
    if (known) return known;
    // All at once: what is asked for often is soon there again.
    if (this.#read.size >= READ_MAX) this.#read.clear();
    const card = this.#decoded(at);
    this.#read.set(at, card);
    return card;
  }

  #decoded(at: number): Card {
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString(
      'utf8',
      this.offsets[at],
      this.offsets[at + 1],
    );
    return JSON.parse(text) as Card;
  }

  static of(cards: readonly Buffer[]): Cards {
    const offsets = new Uint32Array(cards.length + 1);
    for (const [at, { length }] of cards.entries()) offsets[at + 1] = (offsets[at] as number) + length;
    return new Cards(Buffer.concat(cards), offsets);
  }
}
