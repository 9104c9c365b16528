/**
 * Parsed YAML, kept between starts. Parsing the files is most of a start's time, and they change rarely; each entry is bound to the
 * very text it was parsed from, so a changed file is parsed anew. What is read from here still goes through its schema.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Entries = Record<string, { of: string; value: unknown }>;

/** Beside the store, which is ours to write; a read-only place simply has no cache. */
const CACHE_FILE = join(import.meta.dirname, '../data/cache/knowledge.json');

let entries: Entries | undefined;
let changed = false;

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

function known(): Entries {
  if (entries === undefined) {
    try {
      entries = JSON.parse(readFileSync(CACHE_FILE, 'utf8')) as Entries;
    } catch {
      // Missing, cut or unreadable: the cache is only a shortcut.
      entries = {};
    }
  }
  return entries;
}

/** The value kept for this very text of a file, or what `parse` makes of it. */
export function keptOr<T>(name: string, text: string, parse: () => T): T {
  const of = keyOf(text);
  const all = known();
  const kept = Object.hasOwn(all, name) ? all[name] : undefined;
  if (kept?.of === of) return kept.value as T;
  const value = parse();
  all[name] = { of, value };
  // Commands that read a few files more than the start does keep those at their end.
  if (!changed) process.once('exit', saveParsed);
  changed = true;
  return value;
}

/** Writes what is new; whoever cannot write goes on without. */
export function saveParsed(): void {
  if (!changed) return;
  changed = false;
  try {
    mkdirSync(dirname(CACHE_FILE), { recursive: true });
    const part = `${CACHE_FILE}.${process.pid}.tmp`;
    writeFileSync(part, JSON.stringify(entries));
    renameSync(part, CACHE_FILE);
  } catch {
    // A read-only installation starts more slowly, and that is all.
  }
}
