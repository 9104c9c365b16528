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

export class Cards {
  readonly bytes: Uint8Array;
  /** Card i is bytes offsets[i] … offsets[i + 1]. */
  readonly offsets: Uint32Array;

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  get(at: number): Card {
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
