/**
 * Which messages were just about to leave when a process ended. The store says which process took a message; this file says,
 * in the same breath as the first byte, that it left. What was taken and never left is given back by whoever finds the file.
 * Written without waiting for the disk: it has to survive a killed process, not a power cut.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOnce } from './json-once.ts';
import { filesIn, linesIn, madeFolder, PRIVATE_FILE, privatePlaces, quietly } from './private-files.ts';
import { forgetName, lifeOf, processName } from './process-name.ts';

const NAME = /^leaving-[\w-]+\.jsonl$/;
/** Nothing takes that long from being taken to its first byte: an owner that cannot be seen is gone. */
const STILL_MS = 60_000;
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
  /** Before the message is taken. */
  about(departure: Departure): void;
  /** Right before its first byte. */
  left(id: string): void;
  /** It arrived, or is owed again. */
  over(id: string): void;
  /** What processes that ended were about to send and did not. */
  abandoned(): { departures: Departure[]; forget(): void }[];
  close(): void;
};

/** Where nothing can be written, or nothing is to be: what was taken counts as sent. */
export const noDepartures: Departures = {
  about() {},
  left() {},
  over() {},
  abandoned: () => [],
  close() {},
};

export function openDepartures(folder: string, of: string): Departures {
  const me = processName();
  const places = privatePlaces(folder, of);
  const path = join(places[0], `leaving-${process.pid}-${randomUUID().slice(0, 8)}.jsonl`);
  const head = `${me}\n`;
  const open = new Map<string, string>();
  let descriptor: number | undefined;
  let length = 0;

  const append = (text: string) =>
    quietly(() => {
      // Another machine takes a file that has lain still for that of a process that ended.
      const isTakenAway = descriptor !== undefined && fstatSync(descriptor).nlink === 0;
      if (descriptor !== undefined && !isTakenAway) {
        length += writeSync(descriptor, text, length);
        return;
      }
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
      if (!madeFolder(places[0])) return;
      descriptor = openSync(path, 'wx', PRIVATE_FILE);
      // What is under way, this text included.
      length = writeSync(descriptor, `${head}${[...open.values()].join('')}`, 0);
    });
  const cutOut = () =>
    quietly(() => {
      if (descriptor === undefined) return;
      ftruncateSync(descriptor, Buffer.byteLength(head));
      length = Buffer.byteLength(head);
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
      const line = `${JSON.stringify({ left: id })}\n`;
      open.set(id, `${open.get(id) ?? ''}${line}`);
      append(line);
    },
    over(id) {
      open.delete(id);
      if (open.size === 0 || length > LENGTH_MAX) cutOut();
    },
    abandoned: () =>
      filesIn(places[0], NAME).flatMap(({ path: other, changedAt }) => {
        const found = other === path ? undefined : linesIn(other);
        if (!found) return [];
        const [owner = '', ...lines] = found;
        const life = lifeOf(owner, me);
        if (life === 'alive' || (life === 'unknown' && Date.now() - changedAt < STILL_MS)) return [];
        const forget = () => quietly(() => unlinkSync(other));
        return [{ departures: stillThere(lines), forget }];
      }),
    close() {
      if (descriptor !== undefined) {
        const one = descriptor;
        quietly(() => closeSync(one));
        if (open.size === 0) quietly(() => unlinkSync(path));
      }
      descriptor = undefined;
      forgetName(me);
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
