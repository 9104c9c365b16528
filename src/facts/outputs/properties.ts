/** `key : value` lists, as PowerShell prints objects with Format-List. */
import type { Line } from '../document.ts';
import { matchesOf } from '../matches.ts';

export type Property = { key: string; value: string; line: Line };

const PROPERTY = /^\s{0,40}"?([A-Za-z][\w. ]{0,40}?)"?\s{0,40}:(?!\\|\/\/)\s?(.*)$/;

export function propertyOf(line: Line): Property | undefined {
  const m = PROPERTY.exec(line.raw);
  return m?.[1] ? { key: m[1].toLowerCase().replace(/\s+/g, ''), value: (m[2] ?? '').trim(), line } : undefined;
}

/**
 * Runs of property lines. A blank line ends an object; so does a key that stands in it already. Wrapped values
 * (indented lines without a key) belong to the object.
 */
export function objectsIn(lines: readonly Line[]): Property[][] {
  const objects: Property[][] = [];
  let current: Property[] = [];
  const close = (): void => {
    if (current.length > 0) objects.push(current);
    current = [];
  };
  for (const line of lines) {
    const property = propertyOf(line);
    if (property) {
      if (current.some((p) => p.key === property.key)) close();
      current.push(property);
    } else if (!/^\s{6,}\S/.test(line.raw)) close();
  }
  close();
  return objects;
}

/** Fewest known keys on a line that make it a list which lost its line ends. */
const FLAT_MIN = 3;
/** Lines over which such a list may have been wrapped again. */
const FLAT_LINES = 6;
const FLAT_KEY = /(?:^|\s)([A-Za-z]\w{2,40})\s{1,20}:\s/g;

/** Lists whose line ends a chat client took away: `Key : value Key : value`, read by the keys that are known. */
export function flatObjects(lines: readonly Line[], known: ReadonlySet<string>): Property[][] {
  const objects: Property[][] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] as Line;
    if (keysIn(first.raw, known).length < FLAT_MIN) continue;
    let last = i;
    while (last + 1 < lines.length && last - i < FLAT_LINES && (lines[last + 1] as Line).raw.trim() !== '') last++;
    const raw = lines
      .slice(i, last + 1)
      .map((line) => line.raw)
      .join('\n');
    const line: Line = { start: first.start, end: first.start + raw.length, raw, low: raw.toLowerCase() };
    const keys = keysIn(raw, known);
    objects.push(
      keys.map(({ key, start, end }, k) => {
        const value = raw.slice(end, keys[k + 1]?.start ?? raw.length).trim();
        return {
          key,
          value: k === keys.length - 1 ? (/^\S*/.exec(value)?.[0] ?? '') : value,
          line: { ...line, start: line.start + start },
        };
      }),
    );
    i = last;
  }
  return objects;
}

const keysIn = (raw: string, known: ReadonlySet<string>): { key: string; start: number; end: number }[] =>
  matchesOf(FLAT_KEY, raw).flatMap((m) => {
    const key = (m[1] ?? '').toLowerCase();
    return known.has(key) ? [{ key, start: m.index, end: m.index + m[0].length }] : [];
  });

/** A sentence or a remark that a person wrote behind the value, on the same line. */
const REMARK_BEHIND = /\s\(|[.;!?]\s+(?=[a-z][a-z\d])/i;

/** Where the program's own words end on the line of a property. */
export function valueEnd({ value, line }: Property): number {
  const remark = REMARK_BEHIND.exec(value);
  if (!remark) return line.end;
  return line.start + line.raw.lastIndexOf(value) + remark.index;
}

export const propertyNamed = (object: readonly Property[], key: string): Property | undefined =>
  object.find((p) => p.key === key.toLowerCase());
