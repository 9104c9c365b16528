/**
 * Remembers what a pure function said of a text. A conversation's words are read again in every turn, because the report is always
 * made anew from all of them; reading is pure, so the second time it can be looked up. Results are shared: nobody changes them.
 */

/** Characters of text that are kept, all entries together, unless told otherwise. */
const CHARS_MAX = 2_000_000;

/** `about` is whatever else the result depends on, such as the day. */
export function remembered<R>(
  read: (text: string, about: string) => R,
  charsMax = CHARS_MAX,
): (text: string, about: string) => R {
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
      if (chars <= charsMax || oldest === key) break;
      kept.delete(oldest);
      chars -= oldest.length;
    }
    return result;
  };
}

/** The same for what belongs to one object, such as a lexicon, and goes with it. */
export function rememberedWith<O extends object, R>(
  read: (text: string, of: O) => R,
  charsMax = CHARS_MAX,
): (text: string, of: O) => R {
  const readers = new WeakMap<O, (text: string, about: string) => R>();
  return (text, of) => {
    const reader = readers.get(of) ?? remembered((one: string) => read(one, of), charsMax);
    readers.set(of, reader);
    return reader(text, '');
  };
}
