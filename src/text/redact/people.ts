/** The public profile: people, hosts, addresses and ids get a name each that stays the same inside one record. */
import { isPrivateName, privatePart } from './hosts.ts';
import { replaced, type Span } from './span.ts';

/** What was replaced → what it is called, `subscription:0f…` → `<sub-1>`. */
export type Pseudonyms = Map<string, string>;
/** A word that is known to be private, with its kind. */
export type Known = { kind: PrivateKind; value: string };

const PREFIX = {
  'subscription id': 'sub',
  'tenant id': 'tenant',
  id: 'guid',
  address: 'ip',
  'hardware address': 'mac',
  host: 'host',
  'mail address': 'mail',
  user: 'user',
  person: 'person',
  'phone number': 'phone',
  'resource group': 'group',
  'resource name': 'resource',
  cluster: 'cluster',
} as const;
export type PrivateKind = keyof typeof PREFIX;

/** Names found once are replaced everywhere; more of them than this are searched no further. */
const EVERYWHERE_MAX = 100;
const EVERYWHERE_LENGTH_MIN = 3;
const CONTEXT_LENGTH = 40;

type Found = Span & { kind: PrivateKind; value: string };
type Finder = (text: string) => Found[];

const found = (kind: PrivateKind, start: number, value: string): Found => ({
  kind,
  start,
  end: start + value.length,
  value,
});

/** Everything the pattern's group `v` (or whole match) names, unless `keep` says it tells nothing. */
const finder =
  (kind: PrivateKind, pattern: RegExp, keep: (value: string, text: string, start: number) => boolean = () => false) =>
  (text: string): Found[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = match.groups?.v ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      return keep(value, text, start) ? [] : [found(kind, start, value)];
    });

const before = (text: string, start: number): string => text.slice(Math.max(0, start - CONTEXT_LENGTH), start);

const OWN_ACCOUNTS =
  /^(?:public|default|default user|all users|administrator|admin|root|clouduser|azureuser|nobody|system|runner|<.*)$/i;
const BUILT_IN_DOMAIN =
  /^(?:NT|BUILTIN|AUTHORITY|SERVICE|APPPOOL|HKLM|HKCU|HKCR|HKU|HKEY_[A-Z_]+|REGISTRY|SOFTWARE|SYSTEM|ROOT|IIS|WINDOWS|DEVICE)$/i;

const GUID = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/gi;
const guids: Finder = (text) =>
  [...text.matchAll(GUID)].flatMap(({ 0: value, index }) => {
    if (/^[0-]+$/.test(value)) return [];
    const context = before(text, index);
    if (/subscription(?:s|[-_ ]?id)?[\s"'\\/:=]{1,12}$|-s(?:ubscription)?[ =]$/i.test(context))
      return [found('subscription id', index, value)];
    if (/(?:tenant|directory)(?:s|[-_ ]?id)?[\s"'\\/:=]{1,12}$/i.test(context))
      return [found('tenant id', index, value)];
    return [found('id', index, value)];
  });

/** Four numbers up to 255 are an address that is somebody's (every cluster has 10.96.0.0/12 and 10.244.0.0/16), unless their place or size says that they are a version. */
const ipv4: Finder = finder(
  'address',
  /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\w|\.\d)/g,
  (value, text, start) => {
    if (/^(?:0\.0\.0\.0|127\.|255\.|10\.96\.0\.|10\.244\.0\.0$)/.test(value)) return true;
    // A kernel or package: `6.6.96.1-1.azl3`.
    if (/^-(?:\d{1,3}\.)?[a-z]/i.test(text.slice(start + value.length, start + value.length + 6))) return true;
    if (
      /(?:versions?|ver\.?|release|build|module|extension|aks(?:[- ]?hci)?|moc|kva|wac|(?:upd|upgr)ated? (?:to|from)|(?<!\w)v)[\s"'`:=(]{0,6}$/i.test(
        before(text, start),
      )
    )
      return true;
    const port = /^(?::\d|\/\d)/.test(text.slice(start + value.length, start + value.length + 2));
    const named = /(?:dns|ip|server|host|addr(?:ess)?|gateway|ping|tcp|udp|lookup|:\/\/|@)\W{0,4}$/i;
    return /^\d\./.test(value) && !port && !named.test(before(text, start));
  },
);

const ipv6: Finder = finder(
  'address',
  /(?<![\w:.])[0-9a-f:]{3,39}(?:%\w{1,16})?(?![\w:])/gi,
  (value) => !isIpv6(value.replace(/%.*$/, '')) || /^::1?$/.test(value),
);

function isIpv6(value: string): boolean {
  const halves = value.split('::');
  if (halves.length > 2 || (value.match(/:/g)?.length ?? 0) < 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const whole = groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  return whole && /\d/.test(value) && (halves.length === 2 ? groups.length <= 7 : groups.length === 8);
}

const dottedHosts: Finder = (text) =>
  [...text.matchAll(/(?<![\w@.\-\\$])(?:\w[\w-]{0,62}\.){1,6}[A-Za-z]{2,24}(?![\w-]|\.\w|\()/g)].flatMap(
    ({ 0: name, index }) => {
      const part = privatePart(name, text.slice(index + name.length, index + name.length + 16));
      return part === undefined ? [] : [found('host', index, part)];
    },
  );

const NO_HOST =
  /^(?:localhost|is|was|the|a|an|and|or|has|name|not|null|none|node|host|server|computer|cluster|\$.*|<.*|\d+)$/i;
const hostWord = (value: string): boolean => NO_HOST.test(value) || /^v?[\d.]+$/.test(value);

const FINDERS: readonly Finder[] = [
  finder('mail address', /(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, (value) =>
    /^git@/.test(value),
  ),
  guids,
  finder('resource group', /\/resource-?groups\/(?<v>[^/\s"'<>,;?&)]{1,90})/gi),
  finder(
    'resource group',
    /(?<![\w-])(?:(?<=\baz [^\n]{0,200}[ \t])-g|--resource-group|-ResourceGroup(?:Name)?|resource ?group(?: ?name)?[ \t]*[:=])[ \t=]{1,3}["']?(?<v>[\w.()-]{2,90})/gi,
    (value) => /^-|^(?:is|was|and|the|in)$/i.test(value),
  ),
  armNames,
  finder(
    'user',
    /[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2}(?<v>(?:[^\\/"'<>|:*?\r\n]{1,40}(?=[\\/])|[^\s\\/"'<>|:*?,;)]{1,40}))/gi,
    (value) => OWN_ACCOUNTS.test(value),
  ),
  finder('user', /(?<![\w.])\/(?:home|Users)\/(?<v>[\w.@-]{1,40})/g, (value) => OWN_ACCOUNTS.test(value)),
  finder('user', /(?<![\w\\/:.$-])[A-Z][A-Z0-9-]{1,14}\\{1,2}(?!\\)[\w.$-]{2,40}(?![\w\\])/g, (value) =>
    BUILT_IN_DOMAIN.test(value.split('\\')[0] as string),
  ),
  finder(
    'user',
    /(?<![\w$])(?:user(?:name)?|account|login|logged (?:in|on) as|run ?as|owner|identity|whoami)(?:[ \t]{0,4}[:=]|[ \t])[ \t]{0,4}["']?(?<v>[A-Za-z][\w-]{1,14}\\{1,2}[\w.$-]{2,40})/gi,
    (value) => BUILT_IN_DOMAIN.test(value.split('\\')[0] as string),
  ),
  finder('hardware address', /(?<![\w:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![\w:-])/gi),
  ipv4,
  ipv6,
  finder('host', /(?<![\w\\:])\\\\(?<v>[A-Za-z0-9][\w.-]{1,62})(?=\\)/g, hostWord),
  dottedHosts,
  finder('host', /:\/\/(?<v>[A-Za-z][\w-]{0,62})(?=[:/\s"'<]|$)/gm, hostWord),
  finder(
    'host',
    /(?<![\w-])-(?:ComputerNames?|Server|CimSession|VMHost|HostName)[ \t:=]{1,3}["']?(?<v>[A-Za-z][\w-]{1,62})/gi,
    hostWord,
  ),
  finder(
    'host',
    /(?:(?:PS)?Computer ?Name|CsName|Host ?Name|Machine ?Name|Owner ?Node|Server ?Name)[ \t]{0,30}[:=][ \t]{0,4}["']?(?<v>[A-Za-z][\w-]{1,62})/gi,
    hostWord,
  ),
  finder('host', /(?<=^|\n)\[(?<v>[A-Za-z][\w-]{1,62})\]: ?PS /g),
  finder('host', /(?<![\w.-])[a-z_][\w-]{0,31}@(?<v>[A-Za-z][\w-]{1,62})(?=:[~/])/g, hostWord),
  finder('host', /(?<![\w-])(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{6,12}(?![\w-])/g),
  finder(
    'host',
    /(?<![\w./-])(?=[A-Z0-9-]{0,20}(?:SRV|SVR|NODE|HOST|HCI|HV|AZL|CLUS|SQL|PROD|MGMT|DC|FS))[A-Z][A-Z0-9-]{1,20}\d(?![\w.-])/g,
    (value) => /\d\dH\d$/.test(value) || !/[A-Z-]{3}/.test(value),
  ),
  finder('phone number', /(?<![\w.])\+\d{1,3}[ ./-]?(?:\(0\)|\(\d{1,4}\))?(?:[ ./-]?\d){6,12}(?![\w.])/g),
  finder(
    'person',
    /(?:regards|thanks|thank you|thx|cheers|grüße|gruß|grüsse|gruss|mfg|cordialement|saludos)[,!.]?[ \t]{0,4}(?:\r?\n){1,3}[ \t]{0,4}(?<v>\p{Lu}[\p{L}'.-]{1,24}(?: \p{Lu}[\p{L}'.-]{0,24}){0,2})[ \t]{0,4}(?=\r?\n|$)/giu,
  ),
  finder(
    'person',
    /(?:(?:best|kind|many) (?:regards|thanks)|regards|cheers|grüße|gruß|mfg)[, ]{1,3}(?<v>\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24}){0,2})[.!]?[ \t]{0,4}(?=\r?\n|$)/gu,
  ),
  finder(
    'person',
    /(?:[Mm]y name is|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist) (?<v>\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24}){0,2})/gu,
  ),
];

/** Resource names in an ARM id: every second segment behind the provider. */
function armNames(text: string): Found[] {
  const spans: Found[] = [];
  for (const match of text.matchAll(
    /\/providers\/[\w.]{3,80}((?:\/[A-Za-z]\w{1,80}\/[^/\s"'<>,;?&)\]]{1,120}){1,5})/gi,
  )) {
    let at = match.index + match[0].length - (match[1] as string).length;
    for (const [position, segment] of (match[1] as string).slice(1).split('/').entries()) {
      at += 1;
      const name = segment.replace(/[.:]$/, '');
      if (position % 2 === 1 && !/^[0-9a-f-]{36}$/i.test(name)) spans.push(found('resource name', at, name));
      at += segment.length;
    }
  }
  return spans;
}

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
