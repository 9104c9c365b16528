/** Files that only the bot's own user may read, in a folder of the store they belong to. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** The place beside the data, and one on what may be another disk. `of` names the store. */
export function privatePlaces(folder: string, of: string): [string, string] {
  const digest = createHash('sha256').update(of).digest('hex').slice(0, 12);
  return [join(resolve(folder), digest), join(tmpdir(), `triage-${process.getuid?.() ?? 'user'}-${digest}`)];
}

/** True where the folder is there and ours: in a place that everybody may write to, it may be somebody else's. */
export function madeFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  return isOurs(folder);
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
}

/** Oldest first. */
export function filesIn(folder: string, name: RegExp): { path: string; changedAt: number }[] {
  try {
    if (!isOurs(folder)) return [];
    return readdirSync(folder)
      .filter((one) => name.test(one))
      .map((one) => ({ path: join(folder, one), found: statSync(join(folder, one), { throwIfNoEntry: false }) }))
      .flatMap(({ path, found }) => (found?.isFile() ? [{ path, changedAt: found.mtimeMs }] : []))
      .sort((a, b) => a.changedAt - b.changedAt);
  } catch {
    // Not there, or not for us to read.
    return [];
  }
}

/** The lines of such a file that are not empty; none where it is not for us to read. */
export function linesIn(path: string): string[] {
  try {
    // A file may be blank for a megabyte.
    return readFileSync(path, 'utf8')
      .split(/\n+/)
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}

/** For what helps on a bad day and must not make one: where it fails, things are as if it were not there. */
export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Said above.
  }
}
