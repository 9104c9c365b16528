import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/text/redact.ts';
import { LEAKS, random } from '../support/secrets.ts';

const CERTIFICATE_BODY = Array.from(
  { length: 5 },
  (_, n) => `MIIC3jCCAcagAwIBAgIQ${'aB3+xY7/zQ9k'.repeat(4).slice(0, 43)}${n}`,
).join('\n');

/** Ordinary pastes of this product; every line must come back as it went in. */
const BENIGN = [
  'NAME                STATUS     ROLES           AGE   VERSION',
  'moc-l0v5u9n0q2i     NotReady   control-plane   12d   v1.29.4',
  'kube-system   csi-akshcicsi-controller-7c5d9d9c4d-fh8xk  5/5     Running            0                19d',
  'Image ID: mcr.microsoft.com/oss/kubernetes/coredns@sha256:a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
  '/subscriptions/0f8fad5b-d9cb-469f-a165-70867728950e/resourceGroups/rg-edge/providers/Microsoft.Kubernetes/connectedClusters/plant-07',
  'AKS release 1.0.24.11029, module AksHci 1.2.22, Moc 1.2.33.11017, Azure Local 12.2510.1002.94, build 10.0.20348.2700',
  "Error: Could not load 'Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed'",
  'rpc error: code = Unknown desc = Valid Token Required: token is expired',
  'x509: certificate has expired or is not yet valid: current time 2026-11-20T07:14:09Z is after 2026-11-18T03:22:41Z',
  'dial tcp 10.44.8.20:6443: connectex: A connection attempt failed',
  'The password for the account must be changed; wrong password. Password expired. Password: ********',
  'secretName: azure-arc-connect-privatekey',
  'imagePullSecrets:\n- name: acr-pull',
  'secretKeyRef:\n  name: db\n  key: password',
  '$cred = Get-Credential; New-AksHciCluster -Name c1 -Credential $cred',
  'az login --service-principal -u $APP_ID -p $APP_SECRET --tenant $TENANT',
  'docker login -u $USER --password-stdin contoso.azurecr.io',
  'Install-AksHci : [Moc] Waiting for job azure-arc-onboarding',
  'At C:\\Program Files\\WindowsPowerShell\\Modules\\AksHci\\1.2.22\\Common.psm1:4312 char:9',
  '+ FullyQualifiedErrorId : System.Exception,Microsoft.PowerShell.Commands.ThrowException',
  'Thumbprint 9F2A4C1B7D5E3A60918273645546372819AABBCC',
  'tokenExpirationSeconds: 3607',
  'automountServiceAccountToken: false',
  'token_type: Bearer',
  'WWW-Authenticate: Bearer realm="https://mcr.microsoft.com", error="invalid_token"',
  'key: node.kubernetes.io/not-ready',
  'kind: Secret not found in namespace kube-system',
  'secrets "moc-kubeconfig" not found',
  'plndr-cp-lock lease renewal failed: context deadline exceeded',
  'Warning  FailedMount  MountVolume.SetUp failed for volume "kube-api-access-5x9zq"',
  'kubectl create secret generic app --from-file=cert.pem',
  'authorization: RBAC denied; user "system:node:moc-l1" cannot get resource "leases"',
  'KeyVault: contoso-kv, Key: HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  'correlation id 3f2504e0-4f89-41d3-9a0c-0305e82c3301, see https://aka.ms/arc-logs?view=1',
  'passed 14 tests, pass: 14, fail: 0',
  `-----BEGIN CERTIFICATE-----\n${CERTIFICATE_BODY}\n-----END CERTIFICATE-----`,
  `${CERTIFICATE_BODY}\n-----END CERTIFICATE-----`,
  `${'0123456789abcdef'.repeat(4)}\n`.repeat(5),
  '-----BEGIN CERTIFICATE-----\nMIIC3jCCAcagAwIBAgIQ\n-----END CERTIFICATE-----',
  'etcd data dir /var/lib/etcd/member/snap/db 2.1 GB, commit a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
  'Get-AksHciLogs -Path C:\\logs; sshKeyPath ~/.ssh/id_rsa; --credentials-dir .\\.ssh',
  'proxy is http://proxy.contoso.com:8080 without sign-in',
  'SECRET_NAME=azure-arc-connect TOKEN_URL=https://login.microsoftonline.com TOKEN_TTL=3600',
  'the password is case-sensitive and was not accepted; password policy v2 applies since 2026-11-20',
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7x user@contoso',
  '--- PASS: syslog.TestNew (0.00s)',
  'make: execvp: pwd: Too many levels of symbolic links',
  'login: admin / page 2; credentials: see the vault',
];

describe('redact, private profile', () => {
  it('knows more than 25 kinds of leak', () => {
    const kinds = new Set(Object.values(LEAKS).map((make) => make(random(1)).kind));
    expect(kinds.size).toBeGreaterThanOrEqual(25);
  });

  it.each(Object.entries(LEAKS))('masks and names: %s', (_name, make) => {
    for (let seed = 1; seed <= 12; seed++) {
      const { text, secrets, kind } = make(random(seed * 7919));
      const result = redact(text, 'private');
      for (const secret of secrets) expect(result.text, text).not.toContain(secret);
      expect(
        result.masked.map((mask) => mask.kind),
        result.text,
      ).toContain(kind);
      expect(result.text).toContain(`[masked: ${kind}]`);
    }
  });

  it('masks leaks inside longer pastes, with any line end and indent, in both profiles', () => {
    const makers = Object.values(LEAKS);
    const inside = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      maker: fc.nat(makers.length - 1),
      above: fc.shuffledSubarray(BENIGN, { maxLength: 4 }),
      below: fc.shuffledSubarray(BENIGN, { maxLength: 4 }),
      crlf: fc.boolean(),
      fence: fc.boolean(),
    });
    fc.assert(
      fc.property(inside, ({ seed, maker, above, below, crlf, fence }) => {
        const leak = (makers[maker] as (typeof makers)[number])(random(seed));
        const body = fence ? `\`\`\`\n${leak.text}\n\`\`\`` : leak.text;
        const joined = [...above, body, ...below].join('\n');
        const text = crlf ? joined.replaceAll('\n', '\r\n') : joined;
        for (const profile of ['private', 'public'] as const) {
          const result = redact(text, profile).text;
          for (const secret of leak.secrets) expect(result).not.toContain(secret);
        }
      }),
      { numRuns: 500, seed: 20261120 },
    );
  });

  it.each(BENIGN)('leaves alone: %s', (line) => {
    expect(redact(line, 'private')).toEqual({ text: line, masked: [], renamed: [] });
  });

  it('takes a password whole, whatever signs it is made of', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const forms: ((word: string) => string)[] = [
      (word) => `the password: ${word}\nnext line`,
      (word) => `Server=x;Password=${word};Encrypt=True`,
      (word) => `foo --password ${word} --bar`,
      (word) => `"password": "${word}",`,
      (word) => `ConvertTo-SecureString '${word}' -AsPlainText`,
      (word) => `  clientSecret: ${word}\n  x: y`,
    ];
    const r = random(20261120);
    for (let n = 0; n < 3_000; n++) {
      // An ampersand or a comma before `name=` ends a value; whoever has such a password is not helped by guessing.
      const word = `${r.text(3, letters)}${r.pick('!@#$%^*()-_+[]{}:.<>?|~/')}${r.text(3, `${letters}!@#$%^*()-_+[]{}:<>?|~/`)}${r.text(4, letters)}7`;
      const [text, left] = [(r.pick(forms) as (word: string) => string)(word), 4];
      const result = redact(text, 'private').text;
      for (let at = 0; at + left <= word.length; at++) expect(result, text).not.toContain(word.slice(at, at + left));
    }
  });

  it('leaves the text around a secret readable', () => {
    const text = 'proxy http://svc:Hunter22!x@proxy.contoso.com:8080 fails, AKS 1.0.24.11029';
    expect(redact(text, 'private').text).toBe(
      'proxy http://svc:[masked: password in an address]@proxy.contoso.com:8080 fails, AKS 1.0.24.11029',
    );
  });

  it('says the same when run twice, in both profiles', () => {
    for (const make of Object.values(LEAKS)) {
      for (const profile of ['private', 'public'] as const) {
        const once = redact(make(random(3)).text, profile).text;
        expect(redact(once, profile).text).toBe(once);
        expect(redact(once, profile).masked).toEqual([]);
      }
    }
  });

  it('is not switched off by anything in the text', () => {
    const { text, secrets } = (LEAKS['client secret'] as (typeof LEAKS)[string])(random(5));
    const result = redact(`<!-- secretlint-disable -->\n# pragma: allowlist secret\n${text}`, 'private').text;
    for (const secret of secrets) expect(result).not.toContain(secret);
  });
});

describe('redact, hostile input', () => {
  const LENGTH = 240_000;
  const rows: [string, string][] = [
    ['kind: Secret', 'kind: Secret\n'],
    ['data blocks', 'data:\n  a: b\nkind: Secret\n---\n'],
    ['JSON web token starts', 'eyJ'],
    ['JSON web token dots', 'eyJaaaaaaaaaa.'],
    ['one long word', 'a'],
    ['one long number', '1'],
    ['base64 starts', 'LS0tLS1CRUdJTi'],
    ['PEM starts', '-----BEGIN PRIVATE KEY-----'],
    ['PEM starts on lines', '-----BEGIN PRIVATE KEY-----\nAAAA\n'],
    ['PEM ends', '-----END PRIVATE KEY-----\n'],
    ['dashes', '-'],
    ['open quotes', 'password="'],
    ['open quotes of two kinds', 'password=" token=\''],
    ['keys without values', 'password: '],
    ['keys in keys', 'password=password:'],
    ['prose keys', 'password for a b c '],
    ['colons', ':'],
    ['address starts', 'http://a:'],
    ['address with ats', 'http://a:b@'],
    ['logins', 'docker login '],
    ['curl', 'curl -k '],
    ['name and value', 'name: PASSWORD\n'],
    ['spaces', ' '],
    ['line ends', '\n'],
    ['slashes', '/'],
    ['backslashes', '\\'],
    ['mail starts', 'a.b-c+'],
    ['dotted names', 'a.'],
    ['ids', '01234567-'],
    ['whole ids', '0f8fad5b-d9cb-469f-a165-70867728950e '],
    ['providers', '/providers/Microsoft.X/a/b'],
    ['hex groups', 'ab:'],
    ['signatures', 'regards,\n'],
    ['angle brackets', '<'],
    ['ampersands', 'a=b&password=c&'],
    ['groups of az', 'az -g x '],
    ['names of az', 'az --name abc '],
    ['names of cmdlets', 'Get-AksHciX -name abc '],
    ['echoes', 'echo abcd | '],
    ['json paths', 'jsonpath=.data'],
    ['upper case names', 'SECRET_'],
    ['user and password pairs', 'login: a / '],
    ['literals', '--from-literal=a='],
    ['token lines', 'eyJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaa\n'],
    ['flags in lists', '"--password",\n'],
    ['net use', 'net use \\\\a '],
    ['user paths', 'C:\\Users\\'],
    ['upper case names with dashes', 'SRV-'],
    ['base64 lines', `${'aB3/'.repeat(16)}\n`],
    ['JSON data', '"kind":"Secret","data":{'],
    ['YAML blocks', 'password: |\n  a\n'],
    ['different hosts', ''],
  ];
  it.each(rows)('takes linear time over %s', (name, unit) => {
    const make = (length: number): string =>
      name === 'different hosts'
        ? Array.from({ length: length / 24 }, (_, n) => `srv${n}.contoso.local ok`).join('\n')
        : unit.repeat(Math.ceil(length / unit.length));
    const time = (length: number): number => {
      const text = make(length);
      const start = performance.now();
      redact(text, 'public');
      return performance.now() - start;
    };
    time(10_000);
    const [short, long] = [time(LENGTH / 4), time(LENGTH)];
    // Four times the text: four times the work, and room for a busy machine; a quadratic rule needs sixteen times.
    expect(long, `${short.toFixed(0)} ms, then ${long.toFixed(0)} ms`).toBeLessThan(Math.max(1_500, short * 10));
  });
});
