/**
 * Synthetic credentials of every kind that people paste, made fresh from a seed: nothing here was ever valid, and no file
 * of the repository holds a line that looks like a leak.
 */

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const B64 = `${UPPER}${LOWER}${DIGITS}+/`;
const URL64 = `${UPPER}${LOWER}${DIGITS}-_`;

export type Random = { pick<T>(from: readonly T[] | string): T; text(length: number, letters: string): string };

/** A small repeatable generator (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(from: readonly T[] | string): T => from[Math.floor(next() * from.length)] as T;
  return { pick, text: (length, letters) => Array.from({ length }, () => pick<string>(letters)).join('') };
}

/** `secrets` are the strings that must be gone; `text` is the paste around them. */
export type Planted = { kind: string; text: string; secrets: string[] };

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const password = (r: Random): string =>
  r.text(5, LOWER) + r.pick<string>(UPPER) + r.pick<string>('!#%+=?~^*') + r.text(4, DIGITS) + r.pick<string>(UPPER);
const pem = (r: Random, label: string, lines = 12): string =>
  `-----BEGIN ${label}-----\n${Array.from({ length: lines }, () => r.text(64, B64)).join('\n')}\n-----END ${label}-----`;
const jwt = (r: Random): string => [`eyJ${r.text(60, URL64)}`, `eyJ${r.text(200, URL64)}`, r.text(80, URL64)].join('.');
const entra = (r: Random): string => `${r.text(3, LOWER + DIGITS)}8Q~${r.text(33, `${UPPER}${LOWER}${DIGITS}_-`)}`;
const plant = (kind: string, text: string, ...secrets: string[]): Planted => ({ kind, text, secrets });

/** One maker a kind of leak. */
export const LEAKS: Record<string, (r: Random) => Planted> = {
  'PEM private key': (r) => {
    const key = pem(r, r.pick(['RSA PRIVATE KEY', 'PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY']));
    return plant('private key', `the ssh key is\n${key}\n`, ...key.split('\n').slice(1, -1));
  },
  'PEM cut before its end': (r) => {
    const lines = pem(r, 'RSA PRIVATE KEY').split('\n').slice(0, 7);
    return plant('private key', `cat id_rsa\n${lines.join('\n')}`, ...lines.slice(1));
  },
  'PEM cut at its head': (r) => {
    const lines = pem(r, 'RSA PRIVATE KEY').split('\n').slice(5);
    return plant('private key', `...\n${lines.join('\n')}\nanything else?`, ...lines.slice(0, -1));
  },
  'PEM on one JSON line': (r) => {
    const lines = pem(r, 'PRIVATE KEY').split('\n');
    return plant('private key', `{"private_key": "${lines.join('\\n')}\\n", "x": 1}`, ...lines.slice(1, -1));
  },
  'indented PEM in YAML': (r) => {
    const lines = pem(r, 'EC PRIVATE KEY').split('\n');
    return plant(
      'private key',
      `tls:\n  key: |\n${lines.map((l) => `    ${l}`).join('\n')}\nname: x`,
      ...lines.slice(1, -1),
    );
  },
  'kubeconfig client key': (r) => {
    const key = base64(pem(r, 'RSA PRIVATE KEY'));
    return plant(
      'kubeconfig client key',
      `users:\n- name: admin\n  user:\n    client-key-data: ${key}\n`,
      key.slice(0, 60),
      key.slice(-60),
    );
  },
  'kubeconfig client key, wrapped': (r) => {
    const key = base64(pem(r, 'RSA PRIVATE KEY')).match(/.{1,76}/g) ?? [];
    return plant(
      'kubeconfig client key',
      `    client-key-data: ${key.join('\n')}\ncontexts:\n- context: x`,
      ...key.filter((l) => l.length > 20),
    );
  },
  'kubeconfig client key, cut': (r) => {
    const key = base64(pem(r, 'RSA PRIVATE KEY')).slice(0, 90);
    return plant('kubeconfig client key', `    client-key-data: ${key}`, key.slice(20));
  },
  'kubeconfig client key, its head lost': (r) => {
    const key = base64(pem(r, 'RSA PRIVATE KEY')).slice(400);
    return plant('base64 private key', `${key}\n`, key.slice(0, 60), key.slice(-50));
  },
  'kubeconfig token': (r) => {
    const token = r.text(40, LOWER + DIGITS);
    return plant('secret', `  user:\n    token: ${token}\n`, token);
  },
  'JSON web token': (r) => {
    const token = jwt(r);
    return plant('JSON web token', `got ${token} from the login`, ...token.split('.'));
  },
  'JSON web token, cut': (r) => {
    const token = jwt(r).split('.').slice(0, 2).join('.');
    return plant('JSON web token', `token ${token}`, ...token.split('.'));
  },
  'JSON web token, cut in its header': (r) => {
    const token = `eyJ0eX${r.text(40, URL64)}`;
    return plant('JSON web token', `response was ${token}`, token);
  },
  'authorization header': (r) => {
    const token = r.text(48, URL64);
    const line = r.pick([
      `Authorization: Bearer ${token}`,
      `-H "Authorization: Bearer ${token}" https://contoso.com`,
      `"Authorization": "Basic ${token}"`,
    ]);
    return plant('authorization header', `GET /api/v1/nodes\n${line}\nAccept: */*`, token);
  },
  'bearer token': (r) => {
    const token = `${r.text(40, URL64)}7a`;
    return plant('bearer token', `sent with bearer ${token}`, token);
  },
  'API key header': (r) => {
    const token = r.text(32, HEX);
    return plant('authorization header', `x-api-key: ${token}`, token);
  },
  cookie: (r) => {
    const token = r.text(64, URL64);
    return plant('cookie', `Cookie: session=${token}; Path=/`, token);
  },
  'basic credentials of curl': (r) => {
    const word = password(r);
    return plant('password', `curl -k -u svc-monitor:${word} https://wac.contoso.com/api`, word);
  },
  'shared access signature': (r) => {
    const sig = `${r.text(40, `${UPPER}${LOWER}${DIGITS}`)}%2B%3D`;
    return plant(
      'shared access signature',
      `https://contosologs.blob.core.windows.net/l/a.zip?sv=2024-11-04&se=2026-12-01&sr=b&sp=r&sig=${sig}`,
      sig,
    );
  },
  'shared access signature, cut': (r) => {
    const sig = `${r.text(10, UPPER + LOWER)}9`;
    return plant('shared access signature', `...?sv=2024-11-04&sig=${sig}`, sig);
  },
  'connection string': (r) => {
    const key = `${r.text(86, B64)}==`;
    return plant(
      'account key',
      `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key};EndpointSuffix=core.windows.net`,
      key,
    );
  },
  'SQL connection string': (r) => {
    const word = password(r);
    return plant(
      'password',
      `Server=tcp:sql.contoso.com,1433;User ID=sa;${r.pick(['Password', 'Pwd'])}=${word};Encrypt=True`,
      word,
    );
  },
  'service bus key': (r) => {
    const key = `${r.text(33, B64)}+ASb${r.text(6, B64)}=`;
    return plant(
      'account key',
      `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${key}`,
      key,
    );
  },
  'bare storage key': (r) => {
    const key = `${r.text(86, B64)}==`;
    return plant('account key', `key1 is ${key}`, key);
  },
  'registry key': (r) => {
    const key = `${r.text(42, `${UPPER}${LOWER}${DIGITS}`)}+ACRA${r.text(5, UPPER)}`;
    return plant('account key', `docker pull with contosoacr and ${key}`, key);
  },
  'client secret': (r) => {
    const secret = entra(r);
    const text = r.pick([
      `the value ${secret} is not accepted`,
      `AZURE_CLIENT_SECRET=${secret}`,
      `"clientSecret": "${secret}"`,
    ]);
    return plant('client secret', text, secret);
  },
  'client secret, cut': (r) => {
    const secret = entra(r).slice(0, 18);
    return plant('client secret', `az login failed for ${secret}...`, secret);
  },
  'service principal flag': (r) => {
    const secret = password(r);
    const flag = r.pick(['--client-secret', '-ServicePrincipalSecret', '--service-principal-secret']);
    return plant('client secret', `az aksarc create -n c1 ${flag} ${r.pick(['', '"', "'"])}${secret}`, secret);
  },
  'access token flag': (r) => {
    const token = r.text(90, URL64);
    return plant('access token', `Invoke-AzStackHciArcInitialization -ArmAccessToken ${token} -AccountID x`, token);
  },
  'az login': (r) => {
    const word = password(r);
    return plant(
      'password',
      `az login --service-principal -u 11111111-1111-1111-1111-111111111111 -p ${word} --tenant contoso.com`,
      word,
    );
  },
  'docker login': (r) => {
    const word = password(r);
    return plant('password', `docker login contoso.azurecr.io -u pull -p ${word}`, word);
  },
  'proxy address': (r) => {
    const word = password(r);
    const key = r.pick(['-proxyServerHTTP', 'HTTPS_PROXY=', '--proxy-https', 'http_proxy:']);
    return plant(
      'password in an address',
      `${key} http://svc-proxy:${word.replace('#', '!').replace('?', '!')}@proxy.contoso.com:8080 -noProxy localhost`,
      word.slice(0, 5),
    );
  },
  'proxy address with an @ in the password': (r) => {
    const word = `${r.text(6, LOWER)}@${r.text(5, DIGITS)}`;
    return plant('password in an address', `http://svc:${word}@10.1.2.3:3128`, ...word.split('@'));
  },
  'secure string': (r) => {
    const word = password(r);
    const text = r.pick([
      `$p = ConvertTo-SecureString "${word}" -AsPlainText -Force`,
      `ConvertTo-SecureString -String '${word}' -AsPlainText -Force`,
      `ConvertTo-SecureString -AsPlainText -Force "${word}"`,
      `'${word}' | ConvertTo-SecureString -AsPlainText -Force`,
    ]);
    return plant('secure string', text, word);
  },
  'network credential': (r) => {
    const word = password(r);
    return plant('secure string', `New-Object System.Net.NetworkCredential("svc", "${word}")`, word);
  },
  'Kubernetes secret': (r) => {
    const [one, two] = [base64(password(r)), base64(r.text(30, LOWER))] as const;
    return plant(
      'Kubernetes secret',
      `apiVersion: v1\ndata:\n  user.txt: ${one}\n  other: ${two}\nkind: Secret\nmetadata:\n  name: moc-x\n`,
      one,
      two,
    );
  },
  'Kubernetes secret in JSON': (r) => {
    const one = base64(password(r));
    return plant(
      'Kubernetes secret',
      `{"apiVersion":"v1","data":{"user":"${one}"},"kind":"Secret","metadata":{"name":"x"}}`,
      one,
    );
  },
  'Kubernetes secret, plain': (r) => {
    const one = r.text(9, LOWER);
    return plant('Kubernetes secret', `kind: Secret\nstringData:\n  user: ${one}\n  note: |\n    ${one}x\n`, one);
  },
  'environment of a pod': (r) => {
    const word = r.text(10, LOWER);
    return plant(
      'environment secret',
      `    env:\n    - name: DB_PASSWORD\n      value: ${word}\n    - name: MODE\n      value: fast`,
      word,
    );
  },
  'docker auth': (r) => {
    const auth = base64(`contoso:${password(r)}`);
    return plant('registry credentials', `{"auths":{"contoso.azurecr.io":{"auth":"${auth}"}}}`, auth);
  },
  'Helm value': (r) => {
    const key = r.text(100, B64);
    return plant(
      'Arc onboarding key',
      `helm upgrade azure-arc --set global.onboardingPrivateKey=${key} --set global.x=1`,
      key,
    );
  },
  'GitHub token': (r) => {
    const token = r.pick([
      `ghp_${r.text(36, UPPER + LOWER + DIGITS)}`,
      `github_pat_${r.text(82, UPPER + LOWER + DIGITS)}`,
    ]);
    return plant('GitHub token', `git clone https://${token}@github.com/contoso/app or ${token}`, token);
  },
  'GitLab token': (r) => {
    const token = `glpat-${r.text(20, URL64)}`;
    return plant('GitLab token', `token ${token}`, token);
  },
  'registry token': (r) => {
    const token = `dckr_pat_${r.text(27, URL64)}`;
    return plant('registry token', `docker with ${token}`, token);
  },
  'AWS key': (r) => {
    const [id, key] = [`AKIA${r.text(16, `${UPPER}234567`)}`, r.text(40, B64)] as const;
    return plant('AWS key', `aws_access_key_id = ${id}\naws_secret_access_key = ${key}`, id, key);
  },
  'Google key': (r) => {
    const token = `AIza${r.text(35, URL64)}`;
    return plant('Google key', `maps ${token}`, token);
  },
  'Slack token': (r) => {
    const token = `xoxb-${r.text(12, DIGITS)}-${r.text(24, UPPER + LOWER)}`;
    return plant('Slack token', `posting with ${token}`, token);
  },
  'Vault token': (r) => {
    const token = `hvs.${r.text(90, URL64)}`;
    return plant('Vault token', `vault says ${token}`, token);
  },
  'Teams webhook': (r) => {
    const path = `${r.text(32, HEX)}/IncomingWebhook/${r.text(32, HEX)}`;
    return plant('webhook address', `https://contoso.webhook.office.com/webhookb2/${path}`, path);
  },
  'DevOps token': (r) => {
    const token = `${r.text(76, UPPER + LOWER + DIGITS)}AZDO${r.text(4, UPPER + DIGITS)}`;
    return plant('Azure DevOps token', `using ${token} in the pipeline`, token);
  },
  'device sign-in code': (r) => {
    const code = `${r.text(4, UPPER)}${r.text(1, DIGITS)}${r.text(4, UPPER)}`;
    return plant(
      'device sign-in code',
      `To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code ${code} to authenticate.`,
      code,
    );
  },
  'bootstrap token': (r) => {
    const token = `${r.text(6, LOWER)}.${r.text(16, LOWER + DIGITS)}`;
    return plant(
      'bootstrap token',
      `kubeadm join 10.0.0.4:6443 --token ${token} --discovery-token-ca-cert-hash sha256:${r.text(64, HEX)}`,
      token,
    );
  },
  'certificate key': (r) => {
    const token = r.text(64, HEX);
    return plant('API key', `kubeadm join --control-plane --certificate-key ${token}`, token);
  },
  'password in prose': (r) => {
    const word = password(r);
    const text = r.pick([
      `the password is ${word} by the way`,
      `Password for CONTOSO\\admin is ${word}`,
      `pw: ${word}`,
      `das Passwort lautet ${word}`,
      `password: ${word}.`,
      `user admin / pass: ${word}`,
    ]);
    return plant('password', text, word);
  },
  'password below its label': (r) => {
    const word = password(r);
    return plant('password', `User:\nadmin\nPassword:\n${word}\n\nthen it fails`, word);
  },
  'password flag': (r) => {
    const word = password(r);
    const text = r.pick([
      `New-AksHciThing -Password '${word}' -Force`,
      `mstsc --admin-password=${word}`,
      `cmdkey /add:host /user:x /pass:${word}`,
    ]);
    return plant('password', text, word);
  },
  'password in XML': (r) => {
    const word = r.text(11, LOWER);
    return plant('password', `<AdministratorPassword><Value>${word}</Value></AdministratorPassword>`, word);
  },
  'escaped JSON password': (r) => {
    const word = password(r);
    return plant('password', `{"msg":"{\\"user\\":\\"x\\",\\"password\\":\\"${word}\\",\\"a\\":1}"}`, word);
  },
  'password hash': (r) => {
    const hash = `$6$${r.text(12, UPPER + LOWER)}$${r.text(86, UPPER + LOWER + DIGITS)}`;
    return plant('password hash', `root:${hash}:19000:0:99999:7:::`, hash);
  },
  'workspace key': (r) => {
    const key = `${r.text(86, B64)}==`;
    return plant('workspace key', `--set omsagent.secret.key=${key}`, key);
  },
  'BitLocker key': (r) => {
    const key = Array.from({ length: 8 }, () => r.text(6, DIGITS)).join('-');
    return plant('BitLocker recovery key', `recovery key ${key}`, key);
  },
  'product key': (r) => {
    const key = Array.from({ length: 5 }, () => r.text(5, 'BCDFGHJKMPQRTVWXY23469')).join('-');
    return plant('product key', `slmgr /ipk ${key}`, key);
  },
  'PuTTY key': (r) => {
    const lines = Array.from({ length: 4 }, () => r.text(64, B64));
    return plant(
      'private key',
      `PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 4\n${lines.join('\n')}\nPrivate-MAC: 00`,
      ...lines,
    );
  },
  'key without its frame': (r) => {
    const lines = [`MIIEpAIBAAKCAQEA${r.text(48, B64)}`, r.text(64, B64), r.text(64, B64)];
    return plant('private key', `here:\n${lines.join('\n')}\n`, ...lines);
  },
  'refresh token': (r) => {
    const token = `0.AX${'oA'}${r.text(300, URL64)}`;
    return plant('refresh token', `"refresh_token": "${token}" and ${token}`, token.slice(0, 80), token.slice(-80));
  },
  'MOC login file': (r) => {
    const [token, cert] = [jwt(r), base64(pem(r, 'CERTIFICATE'))] as const;
    return plant(
      'JSON web token',
      `cloud: \n  name: moc-agent\n  token: ${token}\n  certificate: ${cert}\n  port: 55000`,
      ...token.split('.'),
      cert.slice(0, 80),
    );
  },
  'SSH passphrase': (r) => {
    const word = password(r);
    return plant('password', `ssh-keygen -t rsa -N ${word} -f id_rsa`, word);
  },
  'arguments of a kubeconfig plug-in': (r) => {
    const word = password(r);
    return plant(
      'client secret',
      `      args:\n      - get-token\n      - --client-secret\n      - ${word}\n      - --tenant-id\n`,
      word,
    );
  },
  'arguments in a JSON list': (r) => {
    const word = password(r);
    return plant('client secret', `"command": ["az", "--client-secret", "${word}", "--x"]`, word);
  },
  'environment file': (r) => {
    const word = r.text(9, LOWER);
    return plant('environment secret', `export SECRET_KEY_BASE=${word}\nMODE=fast`, word);
  },
  'short name in an environment': (r) => {
    const word = r.text(9, LOWER);
    return plant('password', `DB_PASS=${word}`, word);
  },
  'literal of a secret': (r) => {
    const word = r.text(9, LOWER);
    return plant('Kubernetes secret', `kubectl create secret generic db --from-literal=user=${word}`, word);
  },
  'printed secret': (r) => {
    const word = `${r.text(12, LOWER + UPPER)}7`;
    return plant('Kubernetes secret', `kubectl get secret argo -o jsonpath="{.data.x}" | base64 -d\n${word}\n`, word);
  },
  'setting in XML': (r) => {
    const word = r.text(11, LOWER);
    return plant('environment secret', `<add key="App:ClientSecret" value="${word}" />`, word);
  },
  'twice escaped JSON': (r) => {
    const word = password(r);
    return plant('password', `"{\\\\\\"password\\\\\\":\\\\\\"${word}\\\\\\",\\\\\\"b\\\\\\":1}"`, word);
  },
  'user and password in a line': (r) => {
    const word = `${r.text(5, LOWER)}${r.text(3, DIGITS)}`;
    return plant(
      'password',
      r.pick([`creds: admin / ${word}`, `login is: root/${word}`, `User/Pass = admin/${word}`]),
      word,
    );
  },
  'password without a colon': (r) => {
    const word = password(r);
    return plant('password', `signed in as admin with password ${word} and it hangs`, word);
  },
  'password piped': (r) => {
    const word = password(r);
    return plant('password', `echo ${word} | docker login -u pull --password-stdin contoso.azurecr.io`, word);
  },
  'pass phrase of openssl': (r) => {
    const word = r.text(9, LOWER);
    return plant('password', `openssl rsa -in k.pem -passin pass:${word} -out x`, word);
  },
  'wrapped JSON web token': (r) => {
    const lines = jwt(r).match(/.{1,76}/g) ?? [];
    return plant('JSON web token', `${lines.join('\n')}\nand then`, ...lines.filter((line) => line.length > 7));
  },
  'password of a share': (r) => {
    const word = password(r).replace(/[,;]/g, 'x');
    return plant('password', `mount -t cifs //srv/logs /mnt -o username=svc,password=${word},vers=3.0`, word);
  },
  'cluster join token': (r) => {
    const token = `K10${r.text(64, HEX)}::server:${r.text(32, HEX)}`;
    return plant('cluster token', `curl -sfL https://get.k3s.io | sh -s - agent ${token}`, token);
  },
  'middle of a key': (r) => {
    const lines = pem(r, 'RSA PRIVATE KEY').split('\n').slice(3, 8);
    return plant('long encoded data', `the rest of it:\n${lines.join('\n')}\nnext?`, ...lines);
  },
};
