/** How commands talk to people: 80 columns, colour only on a terminal. */
import { styleText } from 'node:util';

const COLUMNS_MAX = 80;

export const columns = (): number => Math.min(COLUMNS_MAX, process.stdout.columns ?? COLUMNS_MAX);

type Style = Parameters<typeof styleText>[0];

/** Colours where standard output is a terminal that wants them; NO_COLOR and FORCE_COLOR are heeded. */
export const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

/** Wraps words at the column limit; a word that is longer stands alone. */
export function wrap(text: string, indent = '', first = indent): string {
  const width = columns();
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : indent;
    let empty = true;
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line);
        line = indent;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

export const title = (text: string): string => paint('bold', text);

export const bullet = (text: string): string => wrap(text, '    ', '  - ');

/** Usage mistakes end with exit code 2 and a sentence that says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A column of meanings that begins further right leaves too little room for them. */
const MEANING_COLUMN_MAX = 32;
const USAGE_LINE = /^(?:npm|node) /;
/** What is typed, a gap, and what it means. */
const TWO_COLUMNS = /^(\s*)(\S.*?)\s{2,}(\S.*)$/;

/** A help text within the columns: where a usage and its meaning do not fit side by side, the meaning goes below; prose flows. */
export function helpText(help: string): string {
  const lines: string[] = [];
  let prose: string[] = [];
  const flow = (): void => {
    if (prose.length > 0) lines.push(wrap(prose.join(' ')));
    prose = [];
  };
  for (const line of help.trim().split('\n')) {
    if (/^\S/.test(line) && !USAGE_LINE.test(line) && !TWO_COLUMNS.test(line)) {
      prose.push(line);
      continue;
    }
    flow();
    lines.push(line.length <= columns() ? line : helpLine(line));
  }
  flow();
  return lines.join('\n');
}

function helpLine(line: string): string {
  const [, indent = '', usage = '', meaning] = TWO_COLUMNS.exec(line) ?? [];
  if (meaning === undefined) return wrap(line, '    ', '');
  const start = line.slice(0, line.length - meaning.length);
  if (start.length <= MEANING_COLUMN_MAX) return wrap(meaning, ' '.repeat(start.length), start);
  return [wrap(usage, `${indent}    `, indent), wrap(meaning, `${indent}    `)].join('\n');
}

/** Runs a command's work: answers `--help`, turns errors into a sentence and an exit code. */
export async function command(
  help: string,
  args: string[],
  work: (args: string[]) => Promise<number> | number,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(helpText(help));
    return 0;
  }
  try {
    return await work(args);
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    if (name === 'UsageError' || code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`${wrap(message)}\n\n${helpText(help)}`);
      return 2;
    }
    console.error(process.env.DEBUG ? error : wrap(message));
    return 1;
  }
}

/** All of standard input as text; bytes that are no UTF-8 become replacement characters. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
