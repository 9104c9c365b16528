/** `key : value` lists, as PowerShell prints objects with Format-List. */
import type { Line } from '../document.ts';

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
