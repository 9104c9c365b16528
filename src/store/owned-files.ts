/**
 * Files of one process each, in folders that several processes share. A file's name says whose it is, so a single rename takes
 * it over from a process that has ended: of all who try, one succeeds. An owner that cannot be seen shows that it lives by
 * touching its files.
 */
import { randomUUID } from 'node:crypto';
import { renameSync, statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn, quietly } from './private-files.ts';
import { forgetName, lifeOf, processName } from './process-name.ts';

const BEAT_EVERY_MS = 5000;
/** After this long without a beat an owner that cannot be seen is gone; clocks that differ by less do no harm. */
const STILL_MS = 30_000;

export type OwnedFiles = {
  /** Name for one more file of ours. */
  newPath(folder: string): string;
  /** From now on others see that its owner lives. */
  hold(path: string): void;
  /** Dealt with. */
  drop(path: string): void;
  /** False where the file that was opened here is somebody else's by now, or was tidied away. */
  isStillOurs(path: string, inode: number): boolean;
  /** Files of processes that have ended, oldest first. They are ours from now on, and nobody else's. */
  takeOver(folders: readonly string[]): string[];
  close(): void;
};

/** `kind` is how the names of such files begin. */
export function ownedFiles(kind: string): OwnedFiles {
  const me = processName();
  const held = new Set<string>();
  const form = new RegExp(`^${kind}-([\\w-]+)-[0-9a-f]{8}\\.jsonl$`);
  const newPath = (folder: string) => join(folder, `${kind}-${encoded(me)}-${randomUUID().slice(0, 8)}.jsonl`);

  const beat = setInterval(() => {
    for (const path of held) quietly(() => touch(path));
  }, BEAT_EVERY_MS).unref();

  const isAbandoned = ({ path, changedAt }: { path: string; changedAt: number }): boolean => {
    const life = lifeOf(decoded(form.exec(basename(path))?.[1] ?? ''), me);
    return life === 'dead' || (life === 'unknown' && Date.now() - changedAt > STILL_MS);
  };

  return {
    newPath,
    hold: (path) => void held.add(path),
    drop: (path) => void held.delete(path),
    isStillOurs: (path, inode) => statSync(path, { throwIfNoEntry: false })?.ino === inode,
    takeOver(folders) {
      const taken: string[] = [];
      for (const folder of folders) {
        for (const { path } of filesIn(folder, form).filter(isAbandoned)) {
          const ours = newPath(folder);
          quietly(() => {
            // First, so that it never lies there under our name with the age of its old owner.
            touch(path);
            // Fails where somebody else was quicker.
            renameSync(path, ours);
            held.add(ours);
            taken.push(ours);
          });
        }
      }
      return taken;
    },
    close() {
      clearInterval(beat);
      forgetName(me);
    },
  };
}

const touch = (path: string) => utimesSync(path, new Date(), new Date());
/** A name has characters that no file name may have. */
const encoded = (name: string) => Buffer.from(name).toString('base64url');
const decoded = (name: string) => Buffer.from(name, 'base64url').toString();
