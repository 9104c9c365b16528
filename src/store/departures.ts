/**
 * Which messages were just about to leave when a process ended. The store says which process took a message; this file says,
 * in the same breath as the first byte, that it left. What was taken and never left is given back by whoever finds the file, and
 * so is what came back while the store was away. Written without waiting for the disk: it has to survive a killed process, not a power cut.
 */
import { closeSync, fstatSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { jsonOnce } from './json-once.ts';
import { ownedFiles } from './owned-files.ts';
import { linesIn, madeFolder, PRIVATE_FILE, privatePlaces, quietly } from './private-files.ts';

/** Beyond this, what is over is cut out. */
const LENGTH_MAX = 4_000_000;

export type Departure = {
  id: string;
  /** Names this one try in the store. */
  taker: string;
  owed: number;
  answer: unknown;
};

export type Departures = {
  /** Before the message is taken; or it came back, and the store cannot be told. */
  about(departure: Departure): void;
  /** Right before its first byte. False: it must not leave, because somebody took us for dead and may have given it back. */
  left(id: string): boolean;
  /** It arrived, or is owed again. */
  over(id: string): void;
  /** What processes that ended were about to send and did not; told again until it is forgotten, and to nobody else. */
  abandoned(): { departures: Departure[]; forget(): void }[];
  close(): void;
};

/** Where nothing can be written, or nothing is to be: what was taken counts as sent. */
export const noDepartures: Departures = {
  about() {},
  left: () => true,
  over() {},
  abandoned: () => [],
  close() {},
};

export function openDepartures(folder: string, of: string): Departures {
  const owned = ownedFiles('leaving');
  const [place] = privatePlaces(folder, of);
  const open = new Map<string, string>();
  const taken = new Map<string, Departure[]>();
  let file: { descriptor: number; path: string; inode: number } | undefined;
  let length = 0;

  const append = (text: string) =>
    quietly(() => {
      if (file && owned.isStillOurs(file.path, file.inode)) {
        length += writeSync(file.descriptor, text, length);
        return;
      }
      if (file) release(file);
      file = undefined;
      if (!madeFolder(place)) return;
      const path = owned.newPath(place);
      const descriptor = openSync(path, 'wx', PRIVATE_FILE);
      file = { descriptor, path, inode: fstatSync(descriptor).ino };
      owned.hold(path);
      // What is under way, this text included.
      length = writeSync(descriptor, [...open.values()].join(''), 0);
    });
  const release = ({ descriptor, path }: { descriptor: number; path: string }) => {
    owned.drop(path);
    quietly(() => closeSync(descriptor));
  };
  const cutOut = () =>
    quietly(() => {
      if (!file) return;
      ftruncateSync(file.descriptor, 0);
      length = 0;
      if (open.size > 0) append([...open.values()].join(''));
    });

  return {
    about({ answer, ...departure }) {
      const names = JSON.stringify(departure).slice(0, -1);
      const line = `{"about":${names},"answer":${jsonOnce(answer)}}}\n`;
      open.set(departure.id, line);
      append(line);
    },
    left(id) {
      if (!file) return true;
      const { descriptor, path, inode } = file;
      const line = `${JSON.stringify({ left: id })}\n`;
      open.set(id, `${open.get(id) ?? ''}${line}`);
      quietly(() => {
        length += writeSync(descriptor, line, length);
      });
      // Whoever takes the file renames it before reading: it has this line, or we see here that it is gone.
      return owned.isStillOurs(path, inode);
    },
    over(id) {
      open.delete(id);
      if (open.size === 0 || length > LENGTH_MAX) cutOut();
    },
    abandoned() {
      for (const path of owned.takeOver([place])) taken.set(path, stillThere(linesIn(path)));
      return [...taken].map(([path, departures]) => ({
        departures,
        forget() {
          taken.delete(path);
          owned.drop(path);
          quietly(() => unlinkSync(path));
        },
      }));
    },
    close() {
      const last = file;
      file = undefined;
      if (last) release(last);
      if (last && open.size === 0) quietly(() => unlinkSync(last.path));
      owned.close();
    },
  };
}

function stillThere(lines: readonly string[]): Departure[] {
  const there = new Map<string, Departure>();
  for (const line of lines) {
    try {
      const { about, left } = JSON.parse(line) as { about?: Departure; left?: string };
      if (about) there.set(about.id, about);
      if (left !== undefined) there.delete(left);
    } catch {
      // Cut off by the end of its process; an unfinished line was followed by nothing.
    }
  }
  return [...there.values()];
}
