/** The public profile: people, hosts, addresses and ids get a name each that stays the same inside one record. */
import { FINDERS, type Found, found, OWN_ACCOUNTS, PREFIX, type PrivateKind } from './finders.ts';
import { isPrivateName } from './hosts.ts';
import { replaced } from './span.ts';

/** What was replaced → what it is called, `subscription:0f…` → `<sub-1>`. */
export type Pseudonyms = Map<string, string>;
/** A word that is known to be private, with its kind. */
export type Known = { kind: PrivateKind; value: string };

/** Names found once are replaced everywhere; more of them than this are searched no further. */
const EVERYWHERE_MAX = 100;
const EVERYWHERE_LENGTH_MIN = 3;

/** Replaces what identifies somebody by names from `pseudonyms`, which grows. */
export function pseudonymised(
  text: string,
  { pseudonyms, known }: { pseudonyms: Pseudonyms; known: readonly Known[] },
): { text: string; spans: Found[] } {
  const direct = [...knownWords(text, known), ...FINDERS.flatMap((find) => find(text))];
  const spans = apart([
    ...direct,
    ...everywhere(text, [...direct.map(({ kind, value }) => ({ kind, value })), ...earlier(pseudonyms)]),
  ]);
  const best = kindsOfIds(spans);
  const name = naming(pseudonyms);
  return {
    spans,
    text: replaced(text, spans, ({ kind, value }) => name(best.get(value.toLowerCase()) ?? kind, value)),
  };
}

/** First come, first served: a span that overlaps an earlier one goes, and nothing inside our own marks is touched. */
function apart(spans: readonly Found[]): Found[] {
  const ordered = spans
    .map((span, rank) => ({ span, rank }))
    .sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  const out: Found[] = [];
  for (const { span } of ordered) {
    if (span.end > span.start && span.start >= (out.at(-1)?.end ?? 0)) out.push(span);
  }
  return out;
}

/** A subscription stays one where it is later written without the word. */
function kindsOfIds(spans: readonly Found[]): Map<string, PrivateKind> {
  const best = new Map<string, PrivateKind>();
  for (const { kind, value } of spans) {
    if (kind === 'subscription id' || kind === 'tenant id') best.set(value.toLowerCase(), kind);
  }
  return best;
}

const REPEATED: ReadonlySet<PrivateKind> = new Set([
  'host',
  'user',
  'person',
  'resource group',
  'resource name',
  'cluster',
]);
const COMMON_NAME =
  /^(?:default|test|prod|dev|cluster|node|admin|user|aks|arc|azure|kubernetes|calico|flannel|moc|kva|infra|system|nodepool\d*|linux|windows|administrator)$/i;

/** Bare repeats of names that their context gave away once: `srv-01` after `srv-01.contoso.local`. */
function everywhere(text: string, names: readonly Known[]): Found[] {
  const kinds = new Map<string, PrivateKind>();
  for (const { kind, value } of names) {
    if (!REPEATED.has(kind)) continue;
    const short = shortName(kind, value);
    // The first label of a public name is often a common word: `www`, `docs`, the name of a project.
    const own = kind !== 'host' || !value.includes('.') || /[\d-]/.test(short) || isPrivateName(value);
    for (const word of own ? [value, short] : [value]) {
      const telling = word.length >= EVERYWHERE_LENGTH_MIN && !COMMON_NAME.test(word) && !OWN_ACCOUNTS.test(word);
      if (telling && kinds.size < EVERYWHERE_MAX && !kinds.has(word.toLowerCase())) kinds.set(word.toLowerCase(), kind);
    }
  }
  return knownWords(
    text,
    [...kinds].map(([value, kind]) => ({ kind, value })),
  );
}

function knownWords(text: string, known: readonly Known[]): Found[] {
  const kinds = new Map(
    known.filter(({ value }) => value.trim() !== '').map(({ kind, value }) => [value.toLowerCase(), kind]),
  );
  if (kinds.size === 0) return [];
  const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\d_<-])(?:${longestFirst.map(literal).join('|')})(?![\p{L}\d_>])`,
    'giu',
  );
  return [...text.matchAll(pattern)].map(({ 0: value, index }) =>
    found(kinds.get(value.toLowerCase()) ?? 'resource name', index, value),
  );
}

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const earlier = (pseudonyms: Pseudonyms): Known[] =>
  [...pseudonyms.keys()].flatMap((key) => {
    const [kind = '', value = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    return kind in PREFIX ? [{ kind: kind as PrivateKind, value }] : [];
  });

/** Gives names; a host and its fully qualified form, a user with and without domain share theirs. */
function naming(pseudonyms: Pseudonyms): (kind: PrivateKind, value: string) => string {
  const counts = new Map<string, number>();
  for (const name of pseudonyms.values()) {
    const prefix = name.replace(/\d+>$/, '');
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return (kind, value) => {
    const key = `${kind}:${shortName(kind, value.toLowerCase())}`;
    const given = pseudonyms.get(key);
    if (given !== undefined) return given;
    const prefix = `<${PREFIX[kind]}-`;
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    pseudonyms.set(key, `${prefix}${count}>`);
    return `${prefix}${count}>`;
  };
}

function shortName(kind: PrivateKind, value: string): string {
  if (kind === 'host') return value.split('.')[0] as string;
  return kind === 'user' ? (value.split('\\').at(-1) as string) : value;
}
