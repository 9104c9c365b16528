/**
 * Lines that must survive the process while the store is away. A file of its own for each process, made at the start at its
 * usual length, so that a disk which fills up later still has room for them; each line is on the disk before `add` says yes.
 * What other processes left behind is read once, and removed when it was dealt with.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ABANDONED_MS, filesIn, linesIn, madeFolder, PRIVATE_FILE, privatePlaces, quietly } from './private-files.ts';
import { forgetName, lifeOf, processName } from './process-name.ts';

/** Room for some hundred messages, whatever happens to the disk. */
const LENGTH = 1_000_000;
/** As far as it grows where the disk has room; more is for the channel to keep. */
const LENGTH_MAX = 16_000_000;
const NAME = /^waiting-[\w-]+\.jsonl$/;

export type Spool = {
  /** Lines that were there at the start, oldest file first. */
  readonly left: readonly string[];
  /** True once the line is on a disk; false where no disk takes it. */
  add(line: string): boolean;
  /** Everything was dealt with, what was there at the start included. */
  clear(): void;
  close(): void;
};

type OwnFile = { descriptor: number; path: string; start: number; end: number };

/** `of` names the store: lines are for that one alone. A second folder, in the system's place for such, helps where the first fails. */
export function openSpool(folder: string, of: string): Spool {
  const me = processName();
  const folders = privatePlaces(folder, of);
  const { left, finished } = takeOver(folders, me);
  let own = firstOf(folders, me);

  const write = (line: string): boolean => {
    if (!own) return false;
    const bytes = Buffer.from(`${line}\n`);
    try {
      // Somebody tidied up: a file that nobody finds again keeps nothing.
      if (own.end + bytes.length > LENGTH_MAX || fstatSync(own.descriptor).nlink === 0) return false;
      writeAll(own.descriptor, bytes, own.end);
      fdatasyncSync(own.descriptor);
    } catch {
      // Full, read-only or broken: another disk may do.
      return false;
    }
    own.end += bytes.length;
    return true;
  };

  return {
    left,
    add(line) {
      if (write(line)) return true;
      // Another file would only hide that there are too many.
      if (own && own.end + Buffer.byteLength(line) >= LENGTH_MAX) return false;
      const before = own;
      for (const one of folders) {
        own = create(one, me);
        if (own && write(line)) {
          // The file before keeps its lines until all is dealt with.
          if (before) finished.push(before.path);
          return true;
        }
        if (own) remove(own);
      }
      own = before;
      return false;
    },
    clear() {
      for (const path of finished.splice(0)) quietly(() => unlinkSync(path));
      if (!own || own.end === own.start) return;
      const { descriptor, start, end } = own;
      quietly(() => writeAll(descriptor, Buffer.alloc(end - start, '\n'), start));
      own.end = own.start;
    },
    close() {
      if (own && own.end === own.start) remove(own);
      else if (own) closeSync(own.descriptor);
      own = undefined;
      forgetName(me);
    },
  };
}

/** The lines of other processes, and the files that nobody else will see to. */
function takeOver(folders: readonly string[], me: string): { left: string[]; finished: string[] } {
  const left: string[] = [];
  const finished: string[] = [];
  const files = folders.flatMap((folder) => filesIn(folder, NAME)).sort((a, b) => a.changedAt - b.changedAt);
  for (const { path, changedAt } of files) {
    const found = linesIn(path);
    if (!found) continue;
    const [owner = '', ...lines] = found;
    // What a living process keeps it deals with itself; twice would do no harm.
    const life = lifeOf(owner, me);
    if (life === 'alive') continue;
    left.push(...lines.filter((line) => line !== ''));
    if (life === 'dead' || Date.now() - changedAt > ABANDONED_MS) finished.push(path);
  }
  return { left, finished };
}

function firstOf(folders: readonly string[], me: string): OwnFile | undefined {
  for (const folder of folders) {
    const made = create(folder, me);
    if (made) return made;
  }
  return undefined;
}

function create(folder: string, me: string): OwnFile | undefined {
  const path = join(folder, `waiting-${process.pid}-${randomUUID().slice(0, 8)}.jsonl`);
  let descriptor: number | undefined;
  try {
    if (!madeFolder(folder)) return undefined;
    descriptor = openSync(path, 'wx', PRIVATE_FILE);
    const head = Buffer.from(`${me}\n`);
    writeAll(descriptor, Buffer.concat([head, Buffer.alloc(LENGTH - head.length, '\n')]), 0);
    fdatasyncSync(descriptor);
    return { descriptor, path, start: head.length, end: head.length };
  } catch {
    if (descriptor !== undefined) remove({ descriptor, path, start: 0, end: 0 });
    return undefined;
  }
}

function remove({ descriptor, path }: OwnFile): void {
  quietly(() => closeSync(descriptor));
  quietly(() => unlinkSync(path));
}

/** A write may be cut short where the disk is nearly full. */
function writeAll(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}
