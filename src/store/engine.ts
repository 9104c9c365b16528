/**
 * What the two databases have to offer. All SQL above this line is written once, in the part of the language that SQLite and
 * every engine speaking PostgreSQL's protocol understand alike.
 */

export type Value = string | number | null;
export type Row = Record<string, Value>;
export type Statement = readonly [sql: string, params?: readonly Value[]];

/**
 * A transaction as a sequence of statements: each `yield` gives the rows of the statement before. SQLite runs it without
 * giving way to anybody, so nothing can slip in between; PostgreSQL awaits each step. It may run again after a conflict
 * between transactions, so it must have no effects of its own.
 */
export type Transaction<T> = () => Generator<Statement, T, Row[]>;

export interface Engine {
  /** What people are told: the file's path, or the server's host and database, never a password. */
  readonly name: string;
  /** False where no other process can reach the data (memory). */
  readonly shared: boolean;
  /** SQL for the database's own clock in milliseconds; the clocks of replicas differ. */
  readonly now: string;
  query(sql: string, params?: readonly Value[]): Promise<Row[]>;
  transaction<T>(work: Transaction<T>): Promise<T>;
  close(): Promise<void>;
}

/** `$1, $2, …` for a list of parameters that starts after `before` others. */
export const placeholders = (count: number, before = 0): string =>
  Array.from({ length: count }, (_, index) => `$${before + index + 1}`).join(', ');

/** Cuts a list into pieces a single statement can carry. */
export function* pieces<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Ids come from channels: PostgreSQL refuses the character NUL, and half a surrogate pair is no text. */
export const storable = (id: string): string => id.replaceAll('\0', '\\0').toWellFormed();
