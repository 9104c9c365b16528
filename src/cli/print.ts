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

/** Runs a command's work: answers `--help`, turns errors into a sentence and an exit code. */
export async function command(
  help: string,
  args: string[],
  work: (args: string[]) => Promise<number> | number,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help.trim());
    return 0;
  }
  try {
    return await work(args);
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    if (name === 'UsageError' || code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`${message}\n\n${help.trim()}`);
      return 2;
    }
    console.error(process.env.DEBUG ? error : message);
    return 1;
  }
}

/** All of standard input as text; bytes that are no UTF-8 become replacement characters. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
