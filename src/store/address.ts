/** What `TRIAGE_DB` may be, and what people are told of it: never a password. */
import { resolve } from 'node:path';
import { StoreRefused } from './store.ts';

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//i.test(url);

/** The file of an address that is not PostgreSQL's. */
export const sqlitePath = (url: string): string => url.replace(/^(sqlite|file):(\/\/)?/i, '');

/** A letter and a colon may begin a path of Windows. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const FORMS = 'a file path or postgres://user:password@host/database';

/**
 * The store in words: a path, or host and database.
 * @throws StoreRefused where the address is none
 */
export function storeName(url: string): string {
  if (isPostgres(url)) return postgresName(url);
  const path = sqlitePath(url);
  const [scheme] = SCHEME.exec(path) ?? [];
  if (scheme !== undefined && (path.startsWith(`${scheme}//`) || /^postgres/i.test(scheme))) {
    throw new StoreRefused(
      `the store's address begins with "${scheme}", which is no store of ours; it must be ${FORMS}`,
    );
  }
  return path === ':memory:' ? 'the store in memory' : `the store ${resolve(path)}`;
}

function postgresName(url: string): string {
  try {
    const { hostname, port, pathname, username, password } = new URL(url);
    // The driver would stumble over them later, with less to say.
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return `the store postgres://${hostname}${port && `:${port}`}${pathname}`;
  } catch (error) {
    throw new StoreRefused(
      `the store's address is no URL; it must be ${FORMS}, with special characters of the password written as %40`,
      { cause: error },
    );
  }
}
