/**
 * Words as a search index wants them. A plain word is lower-cased, stopped and stemmed; an identifier (error code, CamelCase,
 * path, version, cmdlet) is kept whole as `=name` and in parts, so that `Install-AksHci` meets both itself and "install".
 * GUIDs, long hex, memory addresses and time stamps name one machine or one minute, so they are dropped; eight-digit result
 * codes such as 0x80070005 name an error, so they stay.
 */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** A word longer than this is data, not language. */
const WORD_LENGTH_MAX = 80;
/** Parts of one identifier: a long path says little more after these. */
const PARTS_MAX = 8;
const STEM_CACHE_MAX = 200_000;

const WORD =
  /[A-Za-z0-9_$@#\u00c0-\u024f\u0370-\u1fff\u3040-\ud7af][A-Za-z0-9_$@#.:/\\+\u00c0-\u024f\u0370-\u1fff\u3040-\ud7af-]*/g;
const EDGE_START = /^[_$@#.:/\\+-]+/;
const EDGE_END = /[_$@#.:/\\+-]+$/;
const PLAIN =
  /^(?:[A-Za-z\u00c0-\u024f\u0370-\u1fff\u3040-\ud7af][a-z\u00c0-\u024f\u0370-\u1fff\u3040-\ud7af]*|[A-Z]+s?)$/;
const ACRONYMS = /^[A-Z]{2,}s$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONG_HEX = /^(?:0x)?(?=[0-9a-f]*\d)[0-9a-f]{16,}$/i;
const ADDRESS = /^0x[0-9a-f]+$/i;
/** HRESULT and NTSTATUS values that report a failure. */
const RESULT_CODE = /^0x[8c][0-9a-f]{7}$/i;
const TIME = /^(?:\d{1,4}[-/.:]\d{1,2}[-/.:]\d{1,4}(?:[Tt ].*)?|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/;
const VERSION = /^v?(\d+\.\d+)((?:\.\d+)*)(?:[-+][a-z0-9.]+)?$/i;
const URL_START = /^https?:\/\//i;
const SPLIT = /[^A-Za-z0-9\u00c0-\u024f\u0370-\u1fff\u3040-\ud7af]+/;
const HUMP = /(?<=[a-z\u00df-\u024f])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/;

/** Words that stand in every report and therefore tell none apart. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again all also am an and any anyone are aren as at be because been before being below between both but by ' +
    'can cannot could couldn d did didn do does doesn doing don down during each either else etc even ever every few for from further ' +
    'get gets getting got had hadn has hasn have haven having he her here hers him his how i if in into is isn it its itself just ' +
    'know let like ll m many may maybe me might more most much must my myself need no nor not now of off on once one only or other ' +
    'our ours out over own please re s same see seem seems she should shouldn since so some still such t than thank thanks that the ' +
    'their them then there these they thing this those though through to too try trying under until up upon us ve very via want was ' +
    'wasn way we well were weren what when where whether which while who why will with within without won would wouldn yes yet you your'
  ).split(' '),
);

const stems = new Map<string, string>();

/** Stem of a lower-case word; words of three letters or less and words with digits stay as they are. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= STEM_CACHE_MAX) stems.clear();
  const made = stemmer.stem(word);
  stems.set(word, made);
  return made;
}

/** Tokens of a text in their order, repeated as they repeat. Whole identifiers start with `=`. */
export function searchTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    if (raw.length === 1 || PLAIN.test(raw)) addWord(raw, tokens);
    else addCompound(raw.replace(EDGE_START, '').replace(EDGE_END, ''), tokens);
  }
  return tokens;
}

function addWord(raw: string, tokens: string[]): void {
  // "VMs" is more than one VM.
  const word = (ACRONYMS.test(raw) ? raw.slice(0, -1) : raw).toLowerCase();
  if (word.length < 2 || word.length > WORD_LENGTH_MAX || STOP_WORDS.has(word)) return;
  tokens.push(stem(word));
}

function addCompound(raw: string, tokens: string[]): void {
  if (raw.length < 2) return;
  if (PLAIN.test(raw)) {
    addWord(raw, tokens);
    return;
  }
  if (URL_START.test(raw)) {
    addUrl(raw, tokens);
    return;
  }
  if (raw.length > WORD_LENGTH_MAX * 3 || GUID.test(raw) || LONG_HEX.test(raw) || TIME.test(raw)) return;
  if (ADDRESS.test(raw)) {
    if (RESULT_CODE.test(raw)) tokens.push(`=${raw.toLowerCase()}`);
    return;
  }
  const version = VERSION.exec(raw);
  if (version) {
    const [, minor = '', rest = ''] = version;
    tokens.push(`=${minor}${rest}`);
    if (rest !== '') tokens.push(`=${minor}`);
    return;
  }
  const parts = raw.split(SPLIT).flatMap((part) => part.split(HUMP));
  const whole = raw.toLowerCase();
  if (whole.length <= WORD_LENGTH_MAX) tokens.push(`=${whole}`);
  let added = 0;
  for (const part of parts) {
    if (part.length < 2 || /^\d+$/.test(part)) continue;
    addWord(part, tokens);
    added += 1;
    if (added === PARTS_MAX) break;
  }
}

/** Host and the first parts of the path; the query string is one visit's. */
function addUrl(raw: string, tokens: string[]): void {
  const [host = '', ...path] = raw
    .replace(URL_START, '')
    .replace(/[?#].*$/, '')
    .split('/');
  tokens.push(`=${host.toLowerCase().replace(/:\d+$/, '')}`);
  for (const part of path.slice(0, 4)) addCompound(part, tokens);
}
