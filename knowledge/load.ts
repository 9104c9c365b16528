/**
 * Reads the YAML of this folder once, at the start. A broken file throws KnowledgeError with file, line and reason, so that
 * the start stops there and not in the middle of somebody's triage.
 */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { keptOr } from './parsed-cache.ts';

export const KNOWLEDGE_FOLDER = import.meta.dirname;

/** Aliases in a file; more is a bomb. */
const ALIASES_MAX = 100;
/** Complaints of one file that are told at once. */
const SAID_MAX = 5;
const EDITOR_LINE = /^# yaml-language-server:[^\n]*\n/;

/** A knowledge file cannot be used; the message names file, line and reason. */
export class KnowledgeError extends Error {
  override name = 'KnowledgeError';
}

/** Reads and checks one YAML file. Paths are relative to this folder. */
export function readYaml<T>(file: string, schema: z.ZodType<T>, folder = KNOWLEDGE_FOLDER): T {
  const path = join(folder, file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new KnowledgeError(`knowledge/${file} cannot be read: ${(error as Error).message}`);
  }
  const result = schema.safeParse(
    keptOr(path, text, () => parsed(file, text).document.toJS({ maxAliasCount: ALIASES_MAX })),
  );
  if (result.success) return result.data;
  throw new KnowledgeError(
    result.error.issues
      .slice(0, SAID_MAX)
      .map(placed(file, parsed(file, text)))
      .join('\n'),
  );
}

type Parsed = { document: Document.Parsed; lines: LineCounter };

function parsed(file: string, text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw new KnowledgeError(`knowledge/${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  return { document, lines };
}

/** A complaint of the schema with the line of the innermost node that exists. */
const placed =
  (file: string, { document, lines }: Parsed) =>
  (issue: z.core.$ZodIssue): string => {
    let path = issue.path as (string | number)[];
    let node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    while (!node?.range && path.length > 0) {
      path = path.slice(0, -1);
      node = document.getIn(path, true) as typeof node;
    }
    const line = node?.range ? lines.linePos(node.range[0]).line : 1;
    return `knowledge/${file}:${line}: ${issue.path.join('.')}: ${issue.message}`;
  };

/** YAML files of a sub-folder, sorted, as paths relative to this folder. */
export function yamlFiles(subfolder: string, folder = KNOWLEDGE_FOLDER): string[] {
  return readdirSync(join(folder, subfolder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${subfolder}/${name}`);
}

/** The text of one file; undefined where there is none. */
export function readText(file: string, folder = KNOWLEDGE_FOLDER): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Hash over the texts of some files, which says whether something made from them is still theirs. */
export function hashOf(files: readonly string[], folder = KNOWLEDGE_FOLDER): string {
  const hash = createHash('sha256');
  for (const file of files) addFile(hash, file, folder);
  return hash.digest('hex').slice(0, 16);
}

function addFile(hash: Hash, file: string, folder: string): void {
  hash.update(file);
  hash.update('\0');
  // Line ends differ between checkouts and mean nothing; nor does the first line that names the schema for an editor.
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  hash.update(text.replace(EDITOR_LINE, ''));
  hash.update('\0');
}

/** Content hash over every data file here: the same words, facts and hash give the same report. */
export function contentHash(folder = KNOWLEDGE_FOLDER): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(yaml|jsonl|json)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.schema.json'))
    .sort();
  return hashOf(files, folder);
}
