/**
 * The passages of a text, each about as long as the questions that the threshold was learned on. In a long message words of many
 * matters come together by chance; what a message tells of a known issue stands in one passage of it.
 */

/** The longest of the questions that the threshold was learned on. */
const WORDS_MAX = 28;
/** What follows is a log that says the same again. */
const PASSAGES_MAX = 12;

const SENTENCE_END = /(?<=[.?!;])\s+|\n+/;

/** Sentences and lines put together up to the limit, in their order; each but the first begins where one could begin. */
export function passages(text: string): string[] {
  const pieces = text.split(SENTENCE_END).flatMap(cutAtLimit);
  const found: string[] = [];
  for (let from = 0; from < pieces.length && found.length < PASSAGES_MAX; from += 1) {
    let to = from;
    let size = 0;
    while (to < pieces.length && (to === from || size + (pieces[to] as string[]).length <= WORDS_MAX)) {
      size += (pieces[to] as string[]).length;
      to += 1;
    }
    found.push(pieces.slice(from, to).flat().join(' '));
    if (to === pieces.length) break;
  }
  return found;
}

function cutAtLimit(piece: string): string[][] {
  const words = piece.split(/\s+/).filter(Boolean);
  return Array.from({ length: Math.ceil(words.length / WORDS_MAX) }, (_, at) =>
    words.slice(at * WORDS_MAX, (at + 1) * WORDS_MAX),
  );
}
