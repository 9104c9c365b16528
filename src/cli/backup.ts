/** `npm run -s backup`: the whole store to a file, and back. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { dump, restore } from '../store/backup.ts';
import { DEFAULT_STORE } from '../store/open.ts';
import { linesOf } from './lines.ts';
import { command, UsageError } from './print.ts';

const HELP = `
npm run -s backup -- save FILE.jsonl.gz       the whole store (TRIAGE_DB) to a file, also while the bot runs
npm run -s backup -- restore FILE.jsonl.gz    into a new, empty store; also from SQLite to PostgreSQL and back
`;

/** Only the owner may read what people wrote. */
const FILE_MODE = 0o600;

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [action, file] = positionals;
  if (!file) throw new UsageError('Say what to do, and with which file.');
  const url = process.env.TRIAGE_DB || DEFAULT_STORE;
  switch (action) {
    case 'save': {
      const part = `${file}.part`;
      const out = createWriteStream(part, { mode: FILE_MODE });
      await pipeline(Readable.from(lines(dump(url))), createGzip(), out);
      // Under its name only when it is whole.
      await rename(part, file);
      console.log(`Saved to ${file}.`);
      return 0;
    }
    case 'restore': {
      console.log(`Restored ${await restore(url, linesOf(file, { packed: true }))} rows.`);
      return 0;
    }
    default:
      throw new UsageError(`There is no action "${action}".`);
  }
}

async function* lines(rows: AsyncIterable<string>): AsyncIterable<string> {
  for await (const row of rows) yield `${row}\n`;
}
