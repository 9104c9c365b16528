/**
 * JSON lines for operators. Only fields of the list below ever get out, each with its form, so no word that a user wrote can:
 * there is no field for text, and errors give their class, code and place, never their message unless it is one of ours.
 */
import { hash as digest, randomBytes } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import { gatheredLines } from './gathered-lines.ts';

const TEXT_MAX = 300;
const STACK_LINES_MAX = 8;
const CAUSES_MAX = 3;
/** Hashes of one conversation can be matched within a day's logs, not over weeks. */
const SALT_LIFE_MS = 24 * 3600_000;

/** Errors whose messages we write ourselves, about our own side: paths, hosts, settings. */
const OUR_ERRORS = new Set(['StoreUnavailable', 'StoreConflict', 'KnowledgeError', 'SettingsError']);

const word = /^[\w.:/@ -]{0,120}$/;
/** Every field there is. A value that does not have the form is left out, not cut. */
const FIELDS = {
  turn: /^[\w-]{1,64}$/,
  conversation: /^[0-9a-f]{12}$/,
  kind: word,
  name: word,
  channel: word,
  step: word,
  reason: word,
  check: word,
  outcome: word,
  limit: word,
  signal: word,
  method: /^[A-Z]{3,7}$/,
  version: word,
  repo: /^[\w.-]{1,39}\/[\w.-]{1,100}$/,
  host: /^[\w.:[\]-]{1,255}$/,
  status: 'number',
  ms: 'number',
  count: 'number',
  days: 'number',
  port: 'number',
  ready: 'boolean',
  /** Sentences of our own: what a check found and what to do. Never from a request. */
  said: 'sentence',
} as const;
const FORMS = Object.entries(FIELDS);

export type LogFields = { [N in keyof typeof FIELDS]?: string | number | boolean | undefined };
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type Log = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
  /** The same words give the same short hash for a day; nobody can turn it back. */
  hash(id: string): string;
};

export function createLog(level: LogLevel = 'info', out?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' };
  const logger = pino(options, out ?? standardOutput);
  const newSalt = () => ({ key: randomBytes(16).toString('hex'), until: Date.now() + SALT_LIFE_MS });
  let salt = newSalt();
  return {
    debug: (event, fields) => logger.debug(allowed(fields), event),
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, error, fields) => logger.error({ ...allowed(fields), error: describe(error) }, event),
    hash(id) {
      if (Date.now() > salt.until) salt = newSalt();
      return digest('sha256', salt.key + id).slice(0, 12);
    },
  };
}

/** One for the process, made when it has to write. */
let output: DestinationStream | undefined;
const standardOutput: DestinationStream = {
  write(line) {
    output ??= gatheredLines();
    output.write(line);
  },
};

export const silentLog: Log = createLog('silent');

function allowed(fields: LogFields = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, form] of FORMS) {
    const value = fields[name as keyof LogFields];
    if (form === 'sentence' ? typeof value === 'string' : typeof form === 'string' && typeof value === form) {
      kept[name] = typeof value === 'string' ? value.slice(0, TEXT_MAX) : value;
    } else if (form instanceof RegExp && typeof value === 'string' && form.test(value)) {
      kept[name] = value;
    }
  }
  return kept;
}

/** Class, code and place of an error. A message may quote what it could not read, so only ours are told. */
export function describe(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  // Bot Framework's dialogs wrap what they caught in a field of their own.
  const inner = error.cause ?? (error as { error?: unknown }).error;
  const code = (error as { code?: unknown }).code;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...((typeof code === 'string' && /^\w{1,60}$/.test(code)) || typeof code === 'number' ? { code } : {}),
    ...(OUR_ERRORS.has(error.name) ? { message: error.message.slice(0, TEXT_MAX) } : {}),
    at: places.slice(0, STACK_LINES_MAX).map((line) => line.trim().replace(/^at /, '').slice(0, TEXT_MAX)),
    ...(inner instanceof Error && inner !== error && depth < CAUSES_MAX ? { cause: describe(inner, depth + 1) } : {}),
  };
}

/**
 * Libraries print what they stumble over, keys and activities among it. In production their words are dropped and only
 * counted; returns the way back.
 */
export function muteConsole(log: Log): () => void {
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
  const before = methods.map((method) => console[method]);
  for (const method of methods) console[method] = () => log.debug('console', { name: method });
  return () => {
    methods.forEach((method, index) => {
      console[method] = before[index] as typeof console.log;
    });
  };
}
