/**
 * Lines for standard output, those of a moment in one write; a process that ends takes none along. A reader that has gone or a
 * full disk costs lines, never the process: a bot that stands still because nobody can read its log helps nobody.
 */
import { writeSync } from 'node:fs';

/** Lines wait for others this long, or until they are so many characters. */
const LINES_WAIT_MS = 50;
const LINES_CHARS = 8192;
/** What waits for a reader that is slow; beyond this it is dropped. */
const WAITING_BYTES_MAX = 1_000_000;
const STANDARD_OUTPUT = 1;

export function gatheredLines(descriptor = STANDARD_OUTPUT): { write(line: string): void } {
  let lines = '';
  let unread: Buffer = Buffer.alloc(0);
  let isWaiting = false;
  const flush = () => {
    unread = leftAfter(descriptor, Buffer.concat([unread, Buffer.from(lines)]));
    lines = '';
  };
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      flush();
      if (unread.length > 0) wait();
    }, LINES_WAIT_MS).unref();
  };
  process.once('exit', flush);
  return {
    write(line) {
      lines += line;
      if (lines.length >= LINES_CHARS) flush();
      wait();
    },
  };
}

/** Writes, and gives what a reader has no room for yet. */
function leftAfter(descriptor: number, bytes: Buffer): Buffer {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
    return Buffer.alloc(0);
  } catch (error) {
    const isSlow = (error as { code?: string }).code === 'EAGAIN';
    return isSlow && bytes.length - done <= WAITING_BYTES_MAX ? bytes.subarray(done) : Buffer.alloc(0);
  }
}
