/**
 * Reads generated command lines back. Bash runs for real; PowerShell is read by the part of its grammar that is used, and
 * anything else in the text is an error.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Arguments that `az` gets when bash runs the script; `@file` is read as az reads it. */
export function bashArguments(script: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'az-'));
  try {
    const shim = `az() { printf '%s\\0' "$@"; }\n`;
    const run = spawnSync('bash', ['--noprofile', '--norc', '-c', shim + script], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
    });
    if (run.status !== 0 || run.stderr !== '') throw new Error(`bash: ${run.stderr}`);
    const files = new Set(readdirSync(folder));
    return run.stdout
      .split('\0')
      .slice(0, -1)
      .map((word) =>
        files.has(word.slice(1)) && word.startsWith('@') ? readFileSync(join(folder, word.slice(1)), 'utf8') : word,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `--name value`, `--name=value` → pairs; the words before the first option are the command. */
export function options(words: readonly string[]): { command: string; values: Record<string, string> } {
  const first = words.findIndex((word) => word.startsWith('--'));
  const values: Record<string, string> = {};
  for (let at = first; at < words.length; at++) {
    const [, name = '', inline] = /^(--[a-z0-9-]+)(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
    if (!name) throw new Error(`not an option: ${words[at]}`);
    if (name in values) throw new Error(`twice: ${name}`);
    values[name] = inline ?? (words[++at] as string);
  }
  return { command: words.slice(0, first).join(' '), values };
}

const QUOTE = /['\u2018\u2019\u201a\u201b]/;

class Reader {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get done(): boolean {
    return this.at >= this.text.length;
  }
  take(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const match = sticky.exec(this.text)?.[0];
    if (match !== undefined) this.at += match.length;
    return match;
  }
  need(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === undefined)
      throw new Error(`PowerShell: expected ${pattern} at ${JSON.stringify(this.text.slice(this.at, this.at + 40))}`);
    return found;
  }
  /** A verbatim string: any single quote opens and closes it, two of them are one. */
  verbatim(): string {
    if (!QUOTE.test(this.text[this.at] ?? ''))
      throw new Error(`PowerShell: no string at ${this.text.slice(this.at, this.at + 40)}`);
    this.at++;
    let value = '';
    for (;;) {
      const letter = this.text[this.at++];
      if (letter === undefined) throw new Error('PowerShell: the string does not end');
      if (!QUOTE.test(letter)) value += letter;
      else if (QUOTE.test(this.text[this.at] ?? '')) value += this.text[this.at++];
      else return value;
    }
  }
  /** A string with variables; only `$HOME` may stand in it, and nothing that needs escaping. */
  expandable(): string {
    const text = this.need(/"[^"`\n]*"/).slice(1, -1);
    if (/\$(?!HOME\/)|[\u201c\u201d\u201e]/.test(text)) throw new Error(`PowerShell: a variable in ${text}`);
    return text.replace('$HOME', '~');
  }
}

/** Arguments that `az` gets from the PowerShell script, files read. */
export function powershellAzArguments(script: string): string[] {
  const reader = new Reader(script);
  const files = new Map<string, string>();
  while (reader.take(/\[IO\.File\]::WriteAllText\(/)) {
    const path = reader.expandable();
    reader.need(/, /);
    files.set(path, reader.verbatim());
    reader.need(/\)\n/);
  }
  const words: string[] = [];
  reader.need(/az/);
  while (!reader.done) {
    reader.need(/(?: +|`\n)+/);
    const next = reader.text[reader.at] ?? '';
    if (next === '"') {
      const word = reader.expandable();
      const file = word.startsWith('@') ? files.get(word.slice(1)) : undefined;
      if (file === undefined) throw new Error(`no such file: ${word}`);
      words.push(file);
    } else if (QUOTE.test(next)) {
      const word = reader.verbatim();
      // What cmd.exe, behind the batch file az.cmd, would read itself. A stand-in is never run.
      if (/["%&|^\r\n!]/.test(word)) throw new Error(`not safe behind a batch file: ${word}`);
      words.push(word);
    } else words.push(reader.need(/[A-Za-z][A-Za-z-]*|--[a-z0-9-]+/));
  }
  return words;
}

/** The table of `$ticket = @{ … }` that is splatted to New-AzSupportTicket. */
export function splattedParameters(script: string): Record<string, string | true> {
  const reader = new Reader(script);
  const values: Record<string, string | true> = {};
  reader.need(/\$ticket = @\{\n/);
  while (!reader.take(/\}\n/)) {
    const name = reader.need(/ {2}[A-Za-z0-9]+/).trim();
    reader.need(/ = /);
    values[name] = reader.take(/\$true/) ? true : reader.verbatim();
    reader.need(/\n/);
  }
  reader.need(/New-AzSupportTicket @ticket$/);
  if (!reader.done) throw new Error('PowerShell: text behind the command');
  return values;
}
