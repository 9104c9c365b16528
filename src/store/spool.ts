/**
 * Lines that must survive the process while the store is away. A file of its own for each process, made at the start at its
 * usual length, so that a disk which fills up later still has room for them; each line is on the disk before `add` says yes.
 * What processes left behind that have ended is taken over, and removed when it was dealt with.
 */
import { closeSync, fdatasyncSync, fstatSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { type OwnedFiles, ownedFiles } from './owned-files.ts';
import { linesIn, madeFolder, PRIVATE_FILE, privatePlaces, quietly } from './private-files.ts';

/** Room for some hundred messages, whatever happens to the disk. */
const LENGTH = 1_000_000;
/** As far as it grows where the disk has room; more is for the channel to keep. */
const LENGTH_MAX = 16_000_000;

export type Spool = {
  /** Lines of processes that have ended, oldest file first; from now on they are ours to deal with, and nobody else's. */
  takeOver(): string[];
  /** True once the line is on a disk; false where no disk takes it. */
  add(line: string): boolean;
  /** Everything was dealt with, what was taken over included. */
  clear(): void;
  close(): void;
};

type OwnFile = { descriptor: number; path: string; inode: number; end: number };

/** `of` names the store: lines are for that one alone. A second folder, in the system's place for such, helps where the first fails. */
export function openSpool(folder: string, of: string): Spool {
  const owned = ownedFiles('waiting');
  const folders = privatePlaces(folder, of);
  /** Files whose lines are ours, but not written here any more. */
  const full: string[] = [];
  let own = firstOf(folders, owned);

  const write = (line: string): boolean => {
    if (!own) return false;
    const bytes = Buffer.from(`${line}\n`);
    try {
      // Somebody tidied up, or took us for dead: a file that nobody finds again keeps nothing.
      if (own.end + bytes.length > LENGTH_MAX || !owned.isStillOurs(own.path, own.inode)) return false;
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
    takeOver: () =>
      owned.takeOver(folders).flatMap((path) => {
        full.push(path);
        return linesIn(path);
      }),
    add(line) {
      if (write(line)) return true;
      // Another file would only hide that there are too many.
      if (own && own.end + Buffer.byteLength(line) >= LENGTH_MAX) return false;
      const before = own;
      for (const one of folders) {
        own = create(one, owned);
        if (own && write(line)) {
          // The file before keeps its lines until all is dealt with.
          if (before) full.push(before.path);
          return true;
        }
        if (own) remove(own, owned);
      }
      own = before;
      return false;
    },
    clear() {
      for (const path of full.splice(0)) {
        owned.drop(path);
        quietly(() => unlinkSync(path));
      }
      if (!own || own.end === 0) return;
      const { descriptor, end } = own;
      quietly(() => writeAll(descriptor, Buffer.alloc(end, '\n'), 0));
      own.end = 0;
    },
    close() {
      if (own && own.end === 0) remove(own, owned);
      else if (own) closeSync(own.descriptor);
      own = undefined;
      owned.close();
    },
  };
}

function firstOf(folders: readonly string[], owned: OwnedFiles): OwnFile | undefined {
  for (const folder of folders) {
    const made = create(folder, owned);
    if (made) return made;
  }
  return undefined;
}

function create(folder: string, owned: OwnedFiles): OwnFile | undefined {
  const path = owned.newPath(folder);
  let descriptor: number | undefined;
  try {
    if (!madeFolder(folder)) return undefined;
    descriptor = openSync(path, 'wx', PRIVATE_FILE);
    writeAll(descriptor, Buffer.alloc(LENGTH, '\n'), 0);
    fdatasyncSync(descriptor);
    owned.hold(path);
    return { descriptor, path, inode: fstatSync(descriptor).ino, end: 0 };
  } catch {
    if (descriptor !== undefined) remove({ descriptor, path }, owned);
    return undefined;
  }
}

function remove({ descriptor, path }: Pick<OwnFile, 'descriptor' | 'path'>, owned: OwnedFiles): void {
  owned.drop(path);
  quietly(() => closeSync(descriptor));
  quietly(() => unlinkSync(path));
}

/** A write may be cut short where the disk is nearly full. */
function writeAll(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}
