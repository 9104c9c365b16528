/** Lines of a JSON Lines stream. node:readline also splits at U+2028 and U+2029, which are legal inside a JSON string. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A line beyond this is no record of ours. */
const LINE_LENGTH_MAX = 8_000_000;

/** Lines without their end; the last one may lack it. `-` is standard input; a name that ends in .gz is unpacked. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = file === '-' ? process.stdin : createReadStream(file);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of file.endsWith('.gz') ? unpacked(raw) : raw) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_LENGTH_MAX) throw new Error(`A line is longer than ${LINE_LENGTH_MAX} characters.`);
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}

function unpacked(raw: Readable): Readable {
  const gunzip = createGunzip();
  // A pipe does not hand on an error of its source, which would then end the process.
  raw.on('error', (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}
