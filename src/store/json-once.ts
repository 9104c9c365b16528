const texts = new WeakMap<object, string>();

/** JSON of what is written down in several places, such as an answer: made once. Nobody changes such a value after that. */
export function jsonOnce(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}
