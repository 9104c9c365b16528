/** Secrets known by their own form, whatever stands around them. */
import type { Shape } from './span.ts';

const pattern = (source: string, flags = ''): RegExp => new RegExp(source, `dg${flags}`);
/** Not inside a longer word of the same letters. */
const B64 = 'A-Za-z0-9+/';
const WORD = 'A-Za-z0-9_-';

/** Keys of Azure services that carry their issuer's mark at a fixed place before the end. */
const MARKED = String.raw`(?:\+AMC|\+ASt|\+ACR|\+AEh|\+ASb|\+ARm|\+ABa|\+AEG|AIoT|APIM|ACDb|AzSe|AzFu|AzCa|AZEG|JQQJ99)`;

export const SHAPES: readonly Shape[] = [
  {
    kind: 'JSON web token',
    // Header and payload both start with `{"`; the signature may be cut off, the lines may be wrapped.
    pattern: pattern(
      `(?:(?<![${WORD}])|(?<=%3D|%20|%22))ey[JI][${WORD}]{8,}\\.[${WORD}]*(?:\\.[${WORD}]*){0,3}(?:\\r?\\n[.${WORD}]{40,}){0,60}(?:(?<=\\n[.${WORD}]{40,200})\\r?\\n[.${WORD}]{8,39}(?![.${WORD}]))?`,
    ),
  },
  { kind: 'JSON web token', pattern: pattern(`(?<![${WORD}])eyJ(?:0eX|hbG|raW|4NX|lbm)[${WORD}]{12,}`) },
  { kind: 'JSON web token', pattern: pattern(`(?<![${B64}])ZXlK[${B64}]{40,}={0,2}`) },
  { kind: 'client secret', pattern: pattern(String.raw`(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{8,36}`) },
  {
    kind: 'shared access signature',
    pattern: pattern(String.raw`(?<![A-Za-z])s(?:ig|ignature)=(?<secret>[\w%+/-]{20,}(?:=|%3[dD])?)`, 'i'),
  },
  { kind: 'account key', pattern: pattern(`(?<![${B64}])[${B64}]{86}==`) },
  { kind: 'account key', pattern: pattern(`(?<![${B64}])[${B64}]{30,90}${MARKED}[${B64}]{4,44}={0,2}`) },
  {
    kind: 'GitHub token',
    pattern: pattern('(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9_]{16,}|github_pat_[A-Za-z0-9_]{20,})'),
  },
  { kind: 'GitLab token', pattern: pattern(String.raw`(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|cbt|ft|soat)-[\w-]{16,}`) },
  {
    kind: 'registry token',
    pattern: pattern(
      String.raw`(?<![A-Za-z0-9])(?:dckr_(?:pat|oat)_[\w-]{16,}|npm_[A-Za-z0-9]{30,}|pypi-AgE[\w-]{20,})`,
    ),
  },
  { kind: 'AWS key', pattern: pattern('(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])') },
  { kind: 'Google key', pattern: pattern(String.raw`(?<![\w-])(?:AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})`) },
  {
    kind: 'cluster token',
    pattern: pattern(String.raw`(?<![\w-])(?:SWMTKN-1-[\w-]{30,}|K10[0-9a-f]{40,}::\w{1,40}:\w{8,})`),
  },
  {
    kind: 'Azure DevOps token',
    pattern: pattern('(?<![A-Za-z0-9])(?=[a-z]{0,51}[2-7])(?=[2-7]{0,51}[a-z])[a-z2-7]{52}(?![A-Za-z0-9])'),
  },
  {
    kind: 'password',
    pattern: pattern(
      String.raw`echo[ \t]{1,4}(?:-n[ \t]{1,4})?["']?(?<secret>[^\s"'|$]{4,256})["']?[ \t]{0,4}\|[^\n]{0,200}--?password-stdin`,
    ),
  },
  { kind: 'Slack token', pattern: pattern(String.raw`(?<![A-Za-z0-9])xox[abeoprs]-[\w-]{10,}`) },
  { kind: 'Vault token', pattern: pattern(String.raw`(?<![A-Za-z0-9])hv[sbr]\.[\w-]{20,}`) },
  {
    kind: 'service token',
    pattern: pattern(
      String.raw`(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9][\w-]{20,}|[sr]k_live_[A-Za-z0-9]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|dop_v1_[a-f0-9]{40,}|dapi[a-f0-9]{32}|glsa_[\w]{32,}|shp(?:at|ss)_[a-fA-F0-9]{32})`,
    ),
  },
  { kind: 'Azure DevOps token', pattern: pattern(`(?<![${B64}])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![${B64}])`) },
  {
    kind: 'refresh token',
    pattern: pattern(String.raw`(?<![\w.-])(?:[01]\.A[\w-]{2}A[\w-]{80,}(?:\.[\w-]+)?|M\.[CR]\d{1,3}_[\w.!*$-]{40,})`),
  },
  {
    kind: 'webhook address',
    pattern: pattern(
      String.raw`https://(?:[\w.-]{1,80}\.webhook\.office\.com/webhookb2|outlook\.office(?:365)?\.com/webhook|hooks\.slack\.com/(?:services|workflows)|discord(?:app)?\.com/api/webhooks)/(?<secret>[^\s"'<>)]{8,})`,
      'i',
    ),
  },
  {
    kind: 'password in an address',
    pattern: pattern(
      String.raw`(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@"'<>]{0,128}:(?<secret>[^\s"'<>/]{1,256})@(?=[^\s@])`,
    ),
    unless: (secret) => /^(?:<.*|\$.*|\{.*|\*+|x{3,}|password|pass)$/i.test(secret),
  },
  {
    // An unencoded slash in the password: only where a host and a port follow the last @.
    kind: 'password in an address',
    pattern: pattern(
      String.raw`(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@"'<>]{1,128}:(?!\d{1,5}[/?#])(?<secret>[^\s"'<>]{1,128})@[\w.-]{1,128}:\d{2,5}(?!\d)`,
    ),
    unless: (secret) => /^(?:<.*|\$.*|\{.*|\*+)$/.test(secret),
  },
  {
    kind: 'password in an address',
    pattern: pattern(
      String.raw`(?<![\w/@:.\\-])[\w.\\-]{1,64}:(?<secret>[^\s:@/"'<>\\]{4,128})@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}:\d{2,5}(?!\d)`,
    ),
    unless: (secret) => /^(?:\$.*|\{.*|\*+)$/.test(secret),
  },
  {
    kind: 'token in an address',
    pattern: pattern(String.raw`(?<![A-Za-z0-9+.-])https?://(?<secret>[A-Za-z0-9_-]{24,256})@(?=[\w.-])`),
  },
  {
    kind: 'device sign-in code',
    pattern: pattern(
      String.raw`(?:enter the code|devicelogin[^\n]{0,60}?\bcode)[ :"'*\x60]{1,5}(?<secret>[A-Z0-9]{8,10})(?![A-Za-z0-9])`,
    ),
  },
  {
    kind: 'secure string',
    pattern: pattern(String.raw`["'](?<secret>[^"'\n]{1,256})["'][ \t]{0,8}\|[ \t]{0,8}ConvertTo-SecureString`, 'i'),
    unless: (secret) => secret.startsWith('$'),
  },
  {
    kind: 'bootstrap token',
    pattern: pattern(String.raw`(?<=token[ "'=:]{1,6})(?<secret>[a-z0-9]{6}\.[a-z0-9]{16})(?![a-z0-9])`, 'i'),
  },
  { kind: 'BitLocker recovery key', pattern: pattern(String.raw`(?<![\d-])\d{6}(?:-\d{6}){5,7}(?![\d-])`) },
  {
    kind: 'product key',
    pattern: pattern('(?<![A-Z0-9-])[BCDFGHJKMNPQRTVWXY2-9]{5}(?:-[BCDFGHJKMNPQRTVWXY2-9N]{5}){4}(?![A-Z0-9-])'),
  },
  { kind: 'password hash', pattern: pattern(String.raw`\$(?:2[abxy]|5|6|y|apr1|argon2id?)\$[\w./$,=+-]{16,}`) },
  {
    kind: 'password hash',
    pattern: pattern('(?<![0-9a-fA-F])[0-9a-fA-F]{32}:[0-9a-fA-F]{32}(?![0-9a-fA-F])'),
  },
  {
    kind: 'PKCS#12 data',
    pattern: pattern(`(?<![${B64}])MI[I-K][${B64}]{3,4}[${B64}]{0,2}IBAzCC[${B64}\\r\\n]{40,}={0,2}`),
  },
  {
    // A DER private key as base64 without its PEM lines: RSA, PKCS#8, EC, Ed25519.
    kind: 'private key',
    pattern: pattern(
      `(?<![${B64}])(?:MII[${B64}]{2}[${B64}]?(?:IBAAK|AIBAAK|QIBADANB|gIBADANB|wIBADANB)|MHcCAQEE|MIG[${B64}]AgEAM|MC4CAQAwBQYDK2Vw|b3BlbnNzaC1rZXktdjE)[${B64}]{8,}={0,2}(?:\\s+[${B64}]{16,}={0,2})*`,
    ),
  },
  {
    // Long opaque base64 says nothing to people; keys whose name was cut off look like this.
    kind: 'long encoded data',
    pattern: pattern(`(?<![${B64}=])[${B64}]{180,}={0,2}`),
    unless: (secret) => !looksEncoded(secret) || /^AAAA[BC]3Nza|^AAAAE2V/.test(secret),
  },
];

/** Lower case, upper case and digits, and not a path: a path has many slashes. */
function looksEncoded(run: string): boolean {
  const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
  return mixed && (run.match(/\//g)?.length ?? 0) < run.length / 16;
}
