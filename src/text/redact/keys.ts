/** Secrets known by the key, flag or header in front of them. Each row says how sure the key alone makes us. */
import type { Span } from './span.ts';
import { isPath, isPlaceholder, lineEnd, looksMixed, looksRandom, type Value, valueAt } from './value.ts';

/**
 * `any`: whatever stands there is secret. `typed`: any word that is no path and no word of a message. `mixed`: a word with a
 * digit or a sign in it. `random`: only what looks random. `line`: the rest of the line, as in headers.
 */
type Trust = 'any' | 'typed' | 'mixed' | 'random' | 'line';
type Key = { kind: string; before: RegExp; trust: Trust; lengthMin?: number; nextLine?: true };

const SHORT_MIN = 6;
const RANDOM_MIN = 12;
const HEADER_LENGTH_MAX = 16_384;

const GAP = String.raw`(?:[ \t\u00a0]|&nbsp;){0,40}`;
/** After a key: its closing quote (also escaped) or Markdown, then `:`, `=`, `:=`, `=>` or an encoded `=`. */
const SAYS = `(?:\\\\{0,4}["'’”]|&quot;|\\*\\*|\`)?\\]?${GAP}(?::=|=>|[:=：]|%3D)(?:\\*\\*)?${GAP}`;
/** The value of a flag follows after blanks, `=` or `:`, or as the next item of a YAML or JSON list. */
const FLAG = String.raw`(?:[ \t]{1,8}|[=:][ \t]{0,8}|["'],\s{0,40}|["']?\r?\n[ \t]{0,40}-[ \t]{1,4})`;
const key = (names: string): RegExp => new RegExp(`(?:${names})${SAYS}`, 'gi');
const flag = (names: string): RegExp => new RegExp(`(?<![\\w-])(?:${names})${FLAG}`, 'gi');

const PASSWORD =
  'pass(?:word|wd|phrase|wort|code)|kennwort|mot de passe|contraseña|wachtwoord|senha|lösenord|hasło|пароль|密码|密碼|パスワード|비밀번호';
const SECRET_NAME =
  '(?:password|passwd|pwd|secret|token|api_?key|access_?key|account_?key|private_?key|connection_?string|credentials?)';

/** Keys that say better what a value is than its form does. */
export const NAMED_KEYS: readonly Key[] = [
  { kind: 'kubeconfig client key', before: key('client-key-data'), trust: 'any' },
  { kind: 'kubeconfig client certificate', before: key('client-certificate-data'), trust: 'any' },
  { kind: 'Arc onboarding key', before: key('onboardingPrivateKey'), trust: 'any' },
  {
    kind: 'workspace key',
    before: key('workspace[-_ ]?key|wskey|omsagent\\.secret\\.key|instrumentationkey'),
    trust: 'random',
  },
  {
    kind: 'authorization header',
    before: key(
      'x-(?:ms-authorization-auxiliary|vault-token|auth-token|api-key|amz-security-token|functions-key)|private-token|ocp-apim-subscription-key',
    ),
    trust: 'line',
  },
];

export const KEYS: readonly Key[] = [
  {
    kind: 'client secret',
    before: key(
      'client[-_ ]?secret(?:[-_ ]?value)?|service[-_ ]?principal[-_ ]?(?:secret|key|password)|app(?:lication)?[-_]?(?:secret|password)|spn?[-_]?secret',
    ),
    trust: 'typed',
  },
  {
    kind: 'client secret',
    before: flag('--?(?:client-?secret|service-?principal-?(?:secret|key|password)|app-?secret|spn-?secret)'),
    trust: 'typed',
  },
  {
    kind: 'access token',
    before: key(
      '(?:access|refresh|id|bearer|auth|oauth|session|sas|bootstrap|api|registration|arm|graph|arc|vault|deploy|personal)(?:[-_ ]?access)?[-_ ]?token',
    ),
    trust: 'random',
    lengthMin: SHORT_MIN,
  },
  {
    kind: 'access token',
    before: flag('--?(?:[a-z]{0,20}-?)?(?:access|refresh|id|bearer|auth|sas|arm|graph|arc|api|registration)-?token'),
    trust: 'typed',
  },
  {
    kind: 'client assertion',
    before: key('client_assertion|federated[-_]?token|saml(?:response|_assertion)'),
    trust: 'random',
  },
  { kind: 'authorization code', before: /[?&](?:device_)?code=(?=[\w.-]{20})/gi, trust: 'any' },
  { kind: 'shared access signature', before: /(?<![a-z])(?:sig|signature)=/gi, trust: 'random', lengthMin: SHORT_MIN },
  { kind: 'account key', before: key('account[-_]?key|shared[-_ ]?access[-_ ]?key'), trust: 'typed' },
  {
    kind: 'account key',
    before: key(
      '(?:primary|secondary|storage|shared|master|function|host)[-_ ]?key|access[-_ ]?key(?:[-_](?:secret|id))?',
    ),
    trust: 'random',
  },
  { kind: 'account key', before: flag('--?(?:account-key|storage-?account-?key|access-key)'), trust: 'typed' },
  {
    kind: 'API key',
    before: key('(?:api|subscription|licen[cs]e|encryption|signing|deploy)[-_ ]?key'),
    trust: 'random',
  },
  {
    kind: 'API key',
    before: flag('--?(?:api|certificate|license|encryption)-?key'),
    trust: 'random',
  },
  { kind: 'private key', before: key('private[-_ ]?key(?:[-_]?data)?'), trust: 'random' },
  {
    kind: 'registry credentials',
    before: key('(?<=["\'])auth|\\.dockerconfigjson|\\.dockercfg|identitytoken'),
    trust: 'random',
    lengthMin: SHORT_MIN,
  },
  {
    kind: 'authorization header',
    before:
      /authorization(?:\\?["'’”]|&quot;)?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?(?:bearer|basic|negotiate|ntlm|digest|token|apikey|sharedaccesssignature|sharedkey|aws4-hmac-sha256)[ \t]{1,8}/gi,
    trust: 'line',
  },
  { kind: 'authorization header', before: key('authorization'), trust: 'random' },
  { kind: 'cookie', before: /(?<![\w-])(?:set-)?cookie["']?[ \t]{0,8}:[ \t]{0,8}/gi, trust: 'line' },
  { kind: 'bearer token', before: /(?<![\w-])bearer[ \t]{1,8}/gi, trust: 'random' },
  {
    kind: 'secure string',
    before: /convertto-securestring(?:[ \t]{1,8}-(?:string|asplaintext|force)){0,3}[ \t]{1,8}(?!-)/gi,
    trust: 'typed',
  },
  {
    kind: 'secure string',
    before: /(?:pscredential|networkcredential)[ \t]{0,4}\([^,\n]{1,120},[ \t]{0,4}/gi,
    trust: 'typed',
  },
  {
    kind: 'password',
    before: key(`${PASSWORD}|(?<=[a-z_])pwd|(?<![a-z])pwd(?=["'\\\\]|[ \\t]{0,4}=)`),
    trust: 'typed',
    nextLine: true,
  },
  {
    // "password hunter2!" without anything between.
    kind: 'password',
    before: new RegExp(String.raw`(?:${PASSWORD}|(?<![\p{L}\d])pw)[ \t]{1,3}(?![:=-])`, 'giu'),
    trust: 'random',
    lengthMin: SHORT_MIN,
  },
  {
    // "creds: admin / S3cret"
    kind: 'password',
    before:
      /(?:creds|credentials?|log ?in|zugangsdaten|user(?:name)?\/pass(?:word)?)\b[^\n:=]{0,20}[:=][ \t]{0,4}[\w.\\@-]{1,64}[ \t]{0,4}[/|][ \t]{0,4}/gi,
    trust: 'mixed',
    lengthMin: SHORT_MIN,
  },
  { kind: 'password', before: key('(?<=[_-])pass|bindpw|pre-?shared[-_ ]?key|(?<![a-z])psk'), trust: 'typed' },
  { kind: 'password', before: /-pass(?:in|out)?[ \t]{1,4}pass:/g, trust: 'typed' },
  {
    // `kubectl create secret … --from-literal=name=value`, whatever the name.
    kind: 'Kubernetes secret',
    before: /--from-literal[= ]["']?[\w.-]{1,120}=/g,
    trust: 'any',
  },
  {
    // What a command printed that reads a secret.
    kind: 'Kubernetes secret',
    before: /(?:base64[ \t]{1,4}(?:-d|-D|--decode)|jsonpath=[^\n]{0,120}\.data)[^\n]{0,120}\r?\n[ \t]{0,8}/g,
    trust: 'random',
    lengthMin: SHORT_MIN,
  },
  {
    // NAME=value of a shell or an .env file, unless the name says that it is only about a secret.
    kind: 'environment secret',
    before:
      /(?<![A-Z0-9_])[A-Z0-9_]{0,60}(?:SECRET|TOKEN|PASSW|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)[A-Z0-9_]{0,30}(?<!_(?:NAME|URL|URI|FILE|PATH|REF|TYPE|EXPIRY|EXPIRES|TTL|ID|LENGTH|VERSION|ENDPOINT|DIR))=/g,
    trust: 'typed',
  },
  {
    kind: 'environment secret',
    before: new RegExp(String.raw`(?:key|name)=["'][\w.:-]{0,80}${SECRET_NAME}["']\s{1,8}value=`, 'gi'),
    trust: 'typed',
  },
  {
    kind: 'password',
    before: flag(
      '--?(?:[a-z-]{0,40}?)(?:password|passwd|passphrase)|/(?:pass|password|rp|pw)|-adminpass|--?pwd?|--?pass',
    ),
    trust: 'typed',
  },
  {
    kind: 'password',
    before: new RegExp(
      String.raw`(?:${PASSWORD}|(?<![\p{L}\d])(?:pw|pwd|pass))(?:[ \t]{1,4}(?:for|of|für|von)(?:[ \t]{1,4}\S{1,64}){1,3}?)?[ \t]{0,8}(?:[:=]|(?<=[ \t])(?:is|was|ist|lautet|war|est|es)[ \t]|(?<=[ \t])=)[ \t]{0,8}`,
      'giu',
    ),
    trust: 'mixed',
    lengthMin: SHORT_MIN,
    nextLine: true,
  },
  {
    kind: 'password',
    before:
      /(?:az[ \t]{1,4}(?:login|acr[ \t]{1,4}login)|(?:docker|podman|nerdctl|helm[ \t]{1,4}registry|oras)[ \t]{1,4}login|sshpass)[^\n]{0,400}?[ \t]-p[ \t]{0,4}/gi,
    trust: 'typed',
  },
  {
    kind: 'password',
    before:
      /(?<![\w-])(?:mysql[^\n]{0,200}?[ \t]-p(?=\S)|sqlcmd[^\n]{0,200}?[ \t]-P[ \t]{0,4}|ldapsearch[^\n]{0,200}?[ \t]-w[ \t]{0,4}|redis-cli[^\n]{0,200}?[ \t]-a[ \t]{1,4}|(?:plink|pscp|putty)[^\n]{0,200}?[ \t]-pw[ \t]{1,4}|ssh-keygen[^\n]{0,200}?[ \t]-[NP][ \t]{1,4}|(?:psexec\w{0,3}|racadm)[^\n]{0,200}?[ \t]-p[ \t]{1,4}|ipmitool[^\n]{0,200}?[ \t]-P[ \t]{1,4}|winrs[^\n]{0,200}?[ \t]-p:|xfreerdp[^\n]{0,200}?[ \t]\/p:)/g,
    trust: 'typed',
  },
  {
    kind: 'password',
    before: /net[ \t]{1,4}(?:use[ \t]{1,4}[^\n]{0,40}?\\\\\S{1,200}|user[ \t]{1,4}[\w.-]{1,64})[ \t]{1,4}(?![/\\*])/gi,
    trust: 'random',
    lengthMin: SHORT_MIN,
  },
  {
    kind: 'password',
    before:
      /(?:curl|wget|invoke-\w{3,12})[^\n]{0,400}?[ \t](?:-u|--user|--proxy-user|-U)[ \t=]{0,4}["']?[^\s:"']{1,128}:/gi,
    trust: 'typed',
  },
  {
    kind: 'password',
    before: /<(?:\w{1,40}:)?\w{0,40}(?:password|secret|apikey|accesskey|privatekey)>(?:\s{0,40}<value>)?\s{0,40}/gi,
    trust: 'typed',
  },
  {
    kind: 'environment secret',
    before: new RegExp(
      String.raw`name["']?[ \t]{0,4}:[ \t]{0,4}["']?[\w.-]{0,80}${SECRET_NAME}["']?,?\s{1,40}["']?value["']?[ \t]{0,4}:[ \t]{0,4}`,
      'gi',
    ),
    trust: 'typed',
  },
  { kind: 'bootstrap token', before: /kubeadm[^\n]{0,200}?--token[ \t=]{1,4}/gi, trust: 'typed' },
  {
    kind: 'secret',
    before: key(
      '(?:secret|credentials?|creds|(?<!publickey)token|(?<!public[-_ ]?)key)(?:[-_]?(?:value|string|data))?',
    ),
    trust: 'random',
  },
  { kind: 'secret', before: flag('--?(?:token|secret|credential)'), trust: 'random' },
];

/** Every value behind one of the keys that can be a secret. */
export function keySpans(text: string, keys: readonly Key[]): Span[] {
  const spans: Span[] = [];
  for (const row of keys) {
    const pattern = row.before;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const at = match.index + match[0].length;
      const value = secretAt(text, at, row) ?? (row.nextLine ? nextLineSecret(text, at) : undefined);
      if (!value) continue;
      spans.push({ start: value.start, end: value.end, kind: row.kind });
      pattern.lastIndex = Math.max(pattern.lastIndex, value.end);
    }
  }
  return spans;
}

function secretAt(text: string, at: number, row: Key): Value | undefined {
  const value = row.trust === 'line' ? headerAt(text, at) : valueAt(text, at);
  if (!value || !isSecret(text.slice(value.start, value.end), value, row)) return undefined;
  // "Password: admin / S3cret" gives two words for one key.
  const second = /^[ \t]{0,2}\/[ \t]{0,2}\S{1,128}/.exec(value.quoted ? '' : text.slice(value.end, value.end + 132));
  return second && row.kind === 'password' ? { ...value, end: value.end + second[0].length } : value;
}

/** A lone word on the line below "Password:". */
function nextLineSecret(text: string, at: number): Value | undefined {
  const below = /^[ \t]*\r?\n[ \t]{0,16}(\S{6,256})[ \t]*(?:\r?\n|$)/.exec(text.slice(at, at + 320));
  const word = below?.[1];
  if (!below || !word || word.endsWith(':') || /^(?:[\w-]+:|[a-z_-]+=)/.test(word) || !looksRandom(word, SHORT_MIN))
    return undefined;
  const start = at + below[0].indexOf(word);
  return { start, end: start + word.length, quoted: false };
}

/** The rest of a header: to the closing quote, the end of the line, or a mark-up that surely ends it. */
function headerAt(text: string, start: number): Value | undefined {
  if (text[start] === '"' || text[start] === "'") return valueAt(text, start);
  let end = lineEnd(text, start, Math.min(text.length, start + HEADER_LENGTH_MAX));
  const stop = /["'”’]|&quot;|\\[rn"]|<\/?\w/.exec(text.slice(start, end));
  if (stop && stop.index > 0) end = start + stop.index;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return end > start ? { start, end, quoted: false } : undefined;
}

const PLAIN_WORD = /^[A-Z]?[a-z]+[.,:;]?(?:\s|$)/;

function isSecret(value: string, { quoted }: Value, { trust, lengthMin = RANDOM_MIN }: Key): boolean {
  if (value.trim() === '' || isPlaceholder(value.trim())) return false;
  switch (trust) {
    case 'any':
      return true;
    case 'line':
      return value.length >= SHORT_MIN && !PLAIN_WORD.test(value);
    case 'typed':
      return (quoted || !/^(?:--?[A-Za-z][A-Za-z-]*|\/[A-Za-z]+:?)$/.test(value)) && !isPath(value);
    case 'mixed':
      return looksMixed(value, lengthMin);
    case 'random':
      return looksRandom(value, lengthMin);
  }
}
