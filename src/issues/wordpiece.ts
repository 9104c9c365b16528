/** WordPiece tokens of the uncased BERT vocabulary, as the sentence model was trained with. */

const CLS = '[CLS]';
const SEP = '[SEP]';
const UNKNOWN = '[UNK]';
const WORD_LENGTH_MAX = 100;
/** A token is at least one character, so a longer text cannot matter. */
const CHARACTERS_PER_TOKEN = 12;

export class WordPiece {
  #ids: ReadonlyMap<string, number>;

  constructor(vocabulary: Readonly<Record<string, number>>) {
    this.#ids = new Map(Object.entries(vocabulary));
  }

  /** Ids with start and end marks, at most `max`. */
  encode(text: string, max: number): number[] {
    const ids = [this.#id(CLS)];
    const plain = text
      .slice(0, max * CHARACTERS_PER_TOKEN)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '');
    for (const [word] of plain.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}\p{C}]/gu)) {
      if (ids.length >= max - 1) break;
      ids.push(...this.#pieces(word));
    }
    return [...ids.slice(0, max - 1), this.#id(SEP)];
  }

  /** The longest known piece first, then the longest that continues it. */
  #pieces(word: string): number[] {
    if (word.length > WORD_LENGTH_MAX) return [this.#id(UNKNOWN)];
    const ids: number[] = [];
    for (let from = 0; from < word.length; ) {
      let to = word.length;
      let id: number | undefined;
      for (; to > from; to -= 1) {
        id = this.#ids.get((from > 0 ? '##' : '') + word.slice(from, to));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.#id(UNKNOWN)];
      ids.push(id);
      from = to;
    }
    return ids;
  }

  #id(token: string): number {
    return this.#ids.get(token) ?? 0;
  }
}
