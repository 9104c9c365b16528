/** What identifies somebody, each found by its form or by the words around it. */
import { privatePart } from './hosts.ts';
import type { Span } from './span.ts';

/** Kinds of what is private, and the word their public names begin with: `<sub-1>`. */
export const PREFIX = {
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

const CONTEXT_LENGTH = 40;

export type Found = Span & { kind: PrivateKind; value: string };
type Finder = (text: string) => Found[];

export const found = (kind: PrivateKind, start: number, value: string): Found => ({
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

export const OWN_ACCOUNTS =
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

/**
 * Four numbers up to 255 are an address that is somebody's (every cluster has 10.96.0.0/12 and 10.244.0.0/16), unless their
 * place or size says that they are a version.
 */
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

export const FINDERS: readonly Finder[] = [
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
    'resource name',
    /(?<=\baz [^\n]{0,200}[ \t])(?:--name|-n|--cluster-name|--custom-location|--vnet-ids?)[ =]["']?(?<v>[A-Za-z][\w-]{2,63})/g,
  ),
  finder(
    'resource name',
    /(?<=\b[A-Z][a-z]{2,12}-AksHci\w{0,40}[^\n]{0,200}[ \t])-(?:name|clusterName|vnetName|nodePoolName)[ \t:]{1,3}["']?(?<v>[A-Za-z][\w-]{2,63})/gi,
  ),
  finder(
    'host',
    /(?<=^|\n)[ \t]{0,8}(?<v>[A-Za-z][\w-]{1,30})[ \t]{1,40}(?:Up|Down|Paused|Joining)[ \t]{1,40}Node(?=[ \t]*(?:\r?\n|$))/g,
  ),
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
