/** Lines of a JSON Lines stream. node:readline also splits at U+2028 and U+2029, which are legal inside a JSON string. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { UsageError } from './print.ts';

/** A line beyond this is no record of ours. */
const LINE_LENGTH_MAX = 8_000_000;

/** Files that were named wrongly, as opposed to broken ones. */
const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
};

export type Parsed<T> = { kind: 'line'; value: T } | { kind: 'bad'; id: string | number | null; said: string };

/**
 * Lines without their end; the last one may lack it. `-` is standard input; a name that ends in .gz is unpacked.
 * @throws UsageError where there is no such file to read, Error where it is broken
 */
export async function* linesOf(
  file: string,
  { packed = file.endsWith('.gz') }: { packed?: boolean } = {},
): AsyncGenerator<string> {
  const raw = file === '-' ? process.stdin : createReadStream(file);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of packed ? unpacked(raw) : raw) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LINE_LENGTH_MAX) throw new Error(`a line is longer than ${LINE_LENGTH_MAX} characters`);
      for (const line of lines) yield line.replace(/\r$/, '');
    }
  } catch (error) {
    throw cannotRead(file, error as Error);
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** What reading a file failed of, in words: a UsageError where it was named wrongly. */
export function cannotRead(file: string, { code = '', message }: NodeJS.ErrnoException): Error {
  const told = `Cannot read ${file === '-' ? 'standard input' : `"${file}"`}: ${REASONS[code] ?? message}.`;
  return REASONS[code] ? new UsageError(told) : new Error(told);
}

/** One line of JSON in the form of a schema; a bad one keeps its id, where it has one, and the reason in words. */
export function parseLine<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'bad', id: null, said: 'This line is not JSON.' };
  }
  const checked = schema.safeParse(raw);
  return checked.success
    ? { kind: 'line', value: checked.data }
    : { kind: 'bad', id: idOf(raw), said: faultOf(checked.error) };
}

/** The first thing that is wrong, and where: `query: Invalid input: expected string`. */
export function faultOf({ issues: [first] }: z.ZodError): string {
  return `${first?.path.join('.') || 'the whole'}: ${first?.message}`;
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function unpacked(raw: Readable): Readable {
  const gunzip = createGunzip();
  // A pipe does not hand on an error of its source, which would then end the process.
  raw.on('error', (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}
