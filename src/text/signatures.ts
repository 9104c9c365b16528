/**
 * Error signatures: the stable words of an error message. What differs from one machine to the next (paths, GUIDs, addresses,
 * numbers, versions, quotes, white space) becomes a wildcard, so that the same fault reads the same everywhere.
 */

/** Part of a signature that stands for anything. */
export const WILDCARD = '*';
/** A wildcard in a signature covers at most so many words of the text. */
export const WILDCARD_WORDS_MAX = 6;
/** Fewer telling words than this are a remark, not a signature. */
const WORDS_MIN = 3;
const SIGNATURES_MAX = 12;
const SIGNATURE_WORDS_MAX = 24;
const LINE_LENGTH_MAX = 600;

const PATTERNS: [RegExp, string][] = [
  [/\\+(?=["'])/g, ''],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, ' * '],
  [/\bhttps?:\/\/[^\s"'<>)\]]+/gi, (url: string) => ` ${url.replace(/^https?:\/\/([^/:?#]+).*$/is, '$1')} ` as never],
  [/(?:\b[a-z]:|\\)\\[^\s"':;,)]+(?:\\[^\s"':;,)]+)*/gi, (path: string) => ` * ${lastOf(path)} ` as never],
  [/<[a-z][\w .-]{0,30}>/gi, ' * '],
  [/\b0x[0-9a-f]{1,7}\b|\b0x(?![8c])[0-9a-f]{8}\b|\b0x[0-9a-f]{9,}\b/gi, ' * '],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/\d+)?\b/g, ' * '],
  [/\bv?\d+(?:\.(?:\d+|x+|y+))+[\w.+-]*/gi, ' * '],
  [/\b[0-9a-f]{12,}\b/gi, ' * '],
] as unknown as [RegExp, string][];

/** Last part of a path: the file is often the point, the folder never. */
const lastOf = (path: string): string => path.split('\\').pop()?.toLowerCase() ?? '';

/**
 * Words of a text for comparing signatures: lower case, no punctuation but what holds a name together, wildcards for what
 * differs. Ellipses count as wildcards.
 */
export function signatureWords(text: string): string[] {
  let plain = text.replace(/[\u2018\u2019\u201c\u201d`]/g, "'").replace(/\u2026|\.{3,}/g, ' * ');
  for (const [pattern, by] of PATTERNS) plain = plain.replace(pattern, by);
  const words: string[] = [];
  for (const match of plain.toLowerCase().matchAll(/\*|[\p{L}\p{N}_$][\p{L}\p{N}_$./+'-]*/gu)) {
    const word = match[0]
      .replace(/'(?=s\b|t\b)/g, '')
      .replace(/^[./+'-]+|[./+'-]+$/g, '')
      .replaceAll("'", '');
    if (match[0] === WILDCARD || /^\d+(?:[a-z]{1,2})?$/.test(word)) words.push(WILDCARD);
    else if (word !== '') words.push(word);
  }
  return collapse(words);
}

const collapse = (words: string[]): string[] =>
  words.filter((word, i) => word !== WILDCARD || words[i - 1] !== WILDCARD);

const ERROR_LINE =
  /\b(?:error|err|fail(?:s|ed|ure)?|exception|unable|cannot|can't|could not|couldn't|denied|refused|timed? ?out|timeout|invalid|not found|no such|unauthorized|forbidden|expired|unreachable|panic|fatal|crash\w*|back-?off|backoff|unhealthy|evicted|oomkilled|deadline exceeded|not ready|unexpected|does ?n[o']t|missing|mismatch|corrupt\w*|stuck|0x[8c][0-9a-f]{7})\b|[a-z](?:Error|Exception|Failed|Failure|NotFound|BackOff|Denied|Expired|Exceeded)\b/i;
/** CamelCase names that end in what went wrong. */
const ERROR_NAME =
  /[a-z](?:Errors?|Exception|Failed|Failure|NotFound|NotReady|BackOff|Denied|Expired|Exceeded|Locked|Degraded|Timeout|Unavailable|Capacity|Overlap|Forbidden|Mismatch|DisallowedByPolicy|Refused|Disallowed|Conflict)$/;
/** What stands before the message on a log line: time, level, component. */
const LOG_PREFIX =
  /^\s*(?:[-*>|#\s]*)(?:\[?\d{4}-\d{2}-\d{2}[T ][\d:.,]+\s*(?:Z|[+-]\d{2}:?\d{2})?\]?\s*|[IWEF]\d{4} [\d:.]+\s+\d+ [\w./-]+:\d+\]\s*|\[?(?:INFO|WARN(?:ING)?|ERROR|ERR|DEBUG|FATAL|VERBOSE)\]?[\s:]+|time="[^"]*"\s*|level=\w+\s*|msg=)+/i;

/** Words that appear in any error and so tell none apart. */
const COMMON = new Set(
  'a an the and or of in on to at is was be been are it this that for with by from as not no rpc error errors code desc unknown failed fails fail failure exception message warning info status returned non zero exit call api name cluster server line char'.split(
    ' ',
  ),
);

/**
 * Whether a fragment is telling enough to assert "this error stands in the text": a sentence of an error message, or an error
 * name such as `DNSResolutionError`. A command, a parameter, a product name or an everyday word is not.
 */
export function isTelling(fragment: string): boolean {
  const words = signatureWords(fragment);
  const own = words.filter((word) => word !== WILDCARD);
  const telling = own.filter((word) => !COMMON.has(word));
  if (own.length === 1 || telling.length === 1) return telling.some((word) => isErrorName(fragment, word));
  if (/^[\s'"]*(?:[A-Z][a-z]+-[A-Z]\w+|kubectl|az|-\w+)\b/.test(fragment) && !ERROR_LINE.test(fragment)) return false;
  return telling.length >= WORDS_MIN || (telling.length === 2 && own.length >= WORDS_MIN && ERROR_LINE.test(fragment));
}

/** `VMNotReachableError`, `AzStackHci_ARBStack_ARBIsLocked`, `0x80070005`: names that only an error has. */
function isErrorName(fragment: string, word: string): boolean {
  if (/^0x[8c][0-9a-f]{7}$/.test(word)) return true;
  const written = fragment.match(/[A-Za-z][A-Za-z0-9_]{7,}/g)?.find((name) => word === name.toLowerCase());
  if (written === undefined) return false;
  return /^[A-Z][A-Za-z]+(?:_[A-Za-z]+){2,}$/.test(written) || ERROR_NAME.test(written);
}

/** Normalised signatures of the errors that stand in a text, as the text has them; the first ones, each once. */
export function errorSignatures(text: string): string[] {
  const found = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    if (line.length > LINE_LENGTH_MAX * 4) continue;
    if (!ERROR_LINE.test(line.slice(0, LINE_LENGTH_MAX))) continue;
    const words = signatureWords(line.slice(0, LINE_LENGTH_MAX).replace(LOG_PREFIX, '')).slice(0, SIGNATURE_WORDS_MAX);
    while (words[0] === WILDCARD) words.shift();
    while (words.at(-1) === WILDCARD) words.pop();
    const telling = words.filter((word) => word !== WILDCARD && !COMMON.has(word));
    if (telling.length < WORDS_MIN) continue;
    found.add(words.join(' '));
    if (found.size === SIGNATURES_MAX) break;
  }
  return [...found];
}
