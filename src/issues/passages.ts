/**
 * The passages of a text, each about as long as the questions that the threshold was learned on. In a long message words of many
 * matters come together by chance; what a message tells of a known issue stands in one passage of it.
 */

/** The longest of the questions that the threshold was learned on. */
const WORDS_MAX = 28;
/** What follows is a log that says the same again. */
const PASSAGES_MAX = 12;
/** Where a problem runs, not what it is: names of the product and its platforms, and Kubernetes versions. A build may be the point. */
const SURROUNDINGS =
  /\b(?:aks(?:[ -]?(?:hci|arc|hybrid))?|azure (?:local|stack hci)|windows server|(?:win(?:dows)?|ws|server) ?20\d\d|2\dh2|k8s|kubernetes|v?1\.\d\d(?:\.\d{1,2})?)\b(?![\w.-])/gi;

const SENTENCE_END = /(?<=[.?!;])\s+|\n+/;

/**
 * Without the names of where the problem runs: sentences and lines put together up to the limit, in their order, so
 * that each sentence begins one passage.
 */
export function passages(text: string): string[] {
  const pieces = text.replace(SURROUNDINGS, ' ').split(SENTENCE_END).flatMap(cutAtLimit);
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
