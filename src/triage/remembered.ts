/**
 * Remembers what a pure function said of a text. A conversation's words are read again in every turn, because the report is always
 * made anew from all of them; reading is pure, so the second time it can be looked up. Results are shared: nobody changes them.
 */

/** Characters of text that are kept, all entries together. */
const CHARS_MAX = 2_000_000;

export function remembered<R>(read: (text: string, about: string) => R): (text: string, about: string) => R {
  const kept = new Map<string, R>();
  let chars = 0;
  return (text, about) => {
    const key = `${about}\n${text}`;
    const known = kept.get(key);
    if (known !== undefined) {
      // Back to the young end: the oldest goes first.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const result = read(text, about);
    kept.set(key, result);
    chars += key.length;
    for (const oldest of kept.keys()) {
      if (chars <= CHARS_MAX || oldest === key) break;
      kept.delete(oldest);
      chars -= oldest.length;
    }
    return result;
  };
}
