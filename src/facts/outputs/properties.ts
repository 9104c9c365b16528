/** Objects as programs print them: lists `key : value` of Format-List and YAML, and rows of a table under known names. */
import type { Line } from '../document.ts';
import { keyOf } from '../plain-lines/known-keys.ts';
import { isTableOfKnown, type Row, rowsUnder } from './table.ts';

/** `inTable` where the name stands in the header of a table; the line is the row's then. `cut` where the end of the value was left out. */
export type Property = { key: string; value: string; line: Line; inTable?: true; cut?: true };

const PROPERTY = /^\s{0,40}"?(\p{L}[\p{L}\w. '-]{0,40}?)"?\s{0,40}:(?!\\|\/\/)\s?(.*)$/u;

export function propertyOf(line: Line): Property | undefined {
  const m = PROPERTY.exec(line.raw);
  return m?.[1] ? whole({ key: keyOf(m[1]), value: unquoted((m[2] ?? '').trim()), line }) : undefined;
}

/** "mill-we..." is no name, and "10/28/20..." no day. */
const whole = (property: Property): Property =>
  /\S\.{3}$/.test(property.value) ? { ...property, value: '', cut: true } : property;

/** YAML puts what looks like a date in quotes; a double quotation mark is JSON's, which has a reader of its own. */
const unquoted = (value: string): string => /^'([^']*)'$/.exec(value)?.[1] ?? value;

/**
 * Runs of property lines, and rows of tables. A blank line ends an object; so does a key that stands in it already. Wrapped values
 * (indented lines without a key) belong to the object.
 */
export function objectsIn(lines: readonly Line[]): readonly Property[][] {
  const known = read.get(lines) ?? readObjects(lines);
  read.set(lines, known);
  return known;
}
/** Several readers ask for the objects of the same message. */
const read = new WeakMap<readonly Line[], readonly Property[][]>();

function readObjects(lines: readonly Line[]): Property[][] {
  const objects: Property[][] = [];
  let current: Property[] = [];
  const close = (): void => {
    if (current.length > 0) objects.push(current);
    current = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (isTableOfKnown(lines, i)) {
      close();
      const { rows, next } = rowsUnder(lines, i);
      for (const row of rows) objects.push(propertiesOf(row));
      i = next - 1;
      continue;
    }
    const property = propertyOf(line);
    if (property) {
      if (current.some((p) => p.key === property.key)) close();
      current.push(property);
    } else if (!/^\s{6,}\S/.test(line.raw)) close();
  }
  close();
  return objects;
}

const propertiesOf = ({ line, cells }: Row): Property[] =>
  Object.entries(cells).map(([name, value]) => whole({ key: keyOf(name), value, line, inTable: true }));

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
