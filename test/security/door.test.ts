// Who gets in. The bot runs with real checks against a token service of our own; whoever is refused learns the status alone.
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog, muteConsole } from '../../src/ops/log.ts';
import { readSettings } from '../../src/settings.ts';
import { aMessage, post, TENANT } from '../support/connector.ts';
import { startCountingBot } from '../support/counting-bot.ts';
import { APP_ID, ISSUER, newKey, type OpenId, startOpenId } from '../support/open-id.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const OTHER = '33333333-3333-3333-3333-333333333333';

let openId: OpenId;
let bot: Awaited<ReturnType<typeof startCountingBot>>;
let env: Record<string, string>;
const lines: string[] = [];
let unmute: () => void;
beforeAll(async () => {
  openId = await startOpenId(SERVICE);
  env = {
    TRIAGE_DB: ':memory:',
    HOST: '127.0.0.1',
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'a-client-secret-of-contoso',
    MicrosoftAppTenantId: TENANT,
    ToBotFromChannelOpenIdMetadataUrl: openId.metadata,
    ToBotFromChannelTokenIssuer: ISSUER,
  };
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  unmute = muteConsole(log);
  bot = await startCountingBot(env, { log });
});
afterAll(async () => {
  await bot.stop();
  await openId.stop();
  unmute();
});
beforeEach(() => {
  lines.length = 0;
});

const direct = (text: string, change: Record<string, unknown> = {}) =>
  aMessage(text, { serviceUrl: SERVICE, deliveryMode: 'expectReplies', ...change });
const send = (activity: unknown, token: string | undefined) =>
  post(bot.url, activity, token ? { authorization: token } : {});

it('lets in what the channel signed for this bot, this tenant and this address', async () => {
  const { status, body } = await send(direct('hello'), openId.token());
  expect(status).toBe(200);
  expect(body).toMatchObject({ activities: [{ text: '1: hello' }] });
});

describe('is refused with 401 and not a word', () => {
  const now = Math.floor(Date.now() / 1000);
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'key-1' })).toString('base64url');
  const confused = () => {
    const [head = '', body = ''] = openId
      .token({ header: { alg: 'HS256' } })
      .slice(7)
      .split('.');
    return `Bearer ${head}.${body}.${createHmac('sha256', 'public key').update(`${head}.${body}`).digest('base64url')}`;
  };
  const cases: [string, () => string | undefined, Record<string, unknown>?][] = [
    ['no token', () => undefined],
    ['words instead of a token', () => 'Bearer let me in'],
    ['another scheme', () => 'Basic YWxleDpzZWNyZXQ='],
    ['garbage in three parts', () => 'Bearer aaaa.bbbb.cccc'],
    ['a forged signature', () => openId.token({ key: newKey() })],
    ['an unknown key', () => openId.token({ header: { kid: 'key-2' }, key: newKey() })],
    ['no signature at all', () => `Bearer ${none}.${openId.token().split('.')[1]}.AA`],
    ['a signature of another kind', confused],
    ['a token that has expired', () => openId.token({ claims: { nbf: now - 7200, exp: now - 3600 } })],
    ['a token that is not valid yet', () => openId.token({ claims: { nbf: now + 3600, exp: now + 7200 } })],
    ['another audience', () => openId.token({ claims: { aud: OTHER } })],
    ['another issuer', () => openId.token({ claims: { iss: 'https://evil.example' } })],
    [
      'another service address in the token',
      () => openId.token({ claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }),
    ],
    [
      'a service address that is not ours',
      () => openId.token({ claims: { serviceurl: 'https://evil.example/' } }),
      { serviceUrl: 'https://evil.example/' },
    ],
    [
      'a service address that only looks like ours',
      () => openId.token({ claims: { serviceurl: 'https://smba.trafficmanager.net.evil.example/' } }),
      { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' },
    ],
    [
      'a service address with a user in it',
      () => openId.token({ claims: { serviceurl: 'https://smba.trafficmanager.net@evil.example/' } }),
      { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' },
    ],
    [
      'another tenant',
      () => openId.token(),
      { conversation: { id: 'a:1', tenantId: OTHER }, channelData: { tenant: { id: OTHER } } },
    ],
    ['two tenants', () => openId.token(), { channelData: { tenant: { id: OTHER } } }],
    ['no tenant', () => openId.token(), { conversation: { id: 'a:1' }, channelData: {} }],
  ];
  it.each(cases)('%s', async (_, token, change = {}) => {
    const given = token();
    const { status, text, headers } = await send(direct('my secret words', change), given);
    expect(status).toBe(401);
    expect(text).toBe('');
    expect(headers.get('x-powered-by')).toBeNull();
    const logged = lines.join('\n');
    expect(logged).not.toContain('my secret words');
    expect(logged).not.toContain('key-1');
    if (given) expect(logged).not.toContain(given.split('.').at(-1));
  });
});

describe('is refused before any work', () => {
  it.each([
    ['not JSON', '{"type":', 400],
    ['a list', '[]', 400],
    ['a number', '1', 400],
    ['no type', JSON.stringify({ ...direct('x'), type: undefined }), 400],
    ['an id that is no text', JSON.stringify(direct('x', { conversation: { id: { $ne: null } } })), 400],
    ['a name of a prototype', `{"__proto__":{"isAdmin":true},${JSON.stringify(direct('x')).slice(1)}`, 400],
    ['nested deep', JSON.stringify(direct('x', { value: JSON.parse('['.repeat(200) + ']'.repeat(200)) })), 400],
    ['nested deeper than a parser can', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 400],
    ['many parts', JSON.stringify(direct('x', { value: Array(30_000).fill(0) })), 400],
    ['too long', JSON.stringify(direct('x'.repeat(1_100_000))), 413],
  ])('%s', async (_, body, status) => {
    const answer = await send(body, openId.token());
    expect(answer.status).toBe(status);
    expect(answer.text).toBe('');
  });

  it('a body that grows when it is unpacked', async () => {
    const body = gzipSync(Buffer.alloc(50_000_000, 0x20));
    const answer = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: openId.token() },
      body,
    });
    expect(answer.status).toBe(413);
  });

  it('whatever is not the one address', async () => {
    for (const path of ['/', '/api/messages', '/api/messages/..%2f', '/.env', '/metrics/../api']) {
      expect((await fetch(bot.url + path)).status).toBe(404);
    }
  });
});

it('slows down one user without stopping another, and says for how long', async () => {
  const small = await startCountingBot({ ...env, TRIAGE_RATE_USER: '3' });
  const to = (user: string) =>
    post(small.url, direct('x', { from: { id: user }, conversation: { id: user, tenantId: TENANT } }), {
      authorization: openId.token(),
    });
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) statuses.push((await to('loud')).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect(Number((await to('loud')).headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await to('quiet')).status).toBe(200);
  await small.stop();
});

it('slows down one tenant', async () => {
  const small = await startCountingBot({ ...env, TRIAGE_RATE_TENANT: '2' });
  const statuses: number[] = [];
  for (const user of ['a', 'b', 'c']) {
    const answer = await post(small.url, direct('x', { from: { id: user } }), { authorization: openId.token() });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  await small.stop();
});

it('does not wait for a caller that sends its headers one letter at a time', async () => {
  expect(bot.server.server.headersTimeout).toBeLessThanOrEqual(10_000);
  expect(bot.server.server.requestTimeout).toBeLessThanOrEqual(30_000);
  const { port } = new URL(bot.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\n');
  expect((await send(direct('meanwhile'), openId.token())).status).toBe(200);
  socket.destroy();
});

describe('without credentials', () => {
  it('listens on loopback alone', () => {
    for (const HOST of ['0.0.0.0', '::', '10.0.0.1', 'example.com']) {
      expect(() => readSettings({ HOST })).toThrow(/only loopback/);
    }
    expect(readSettings({}).host).toBe('127.0.0.1');
    expect(readSettings({ HOST: '::1' }).host).toBe('::1');
  });

  it('sends to loopback alone', async () => {
    const open = await startCountingBot({ TRIAGE_DB: ':memory:' });
    const sent = { ...direct('x'), deliveryMode: 'normal' };
    for (const serviceUrl of [
      SERVICE,
      'http://127.0.0.1.evil.example/',
      'http://127.0.0.1@evil.example/',
      'file:///etc/passwd',
      '',
    ]) {
      expect((await post(open.url, { ...sent, serviceUrl })).status).toBe(401);
    }
    // Here the answer is read from the response, and the address is not used.
    expect((await post(open.url, direct('x'))).status).toBe(200);
    expect((await post(open.url, direct('x', { serviceUrl: undefined, channelId: undefined }))).status).toBe(200);
    await open.stop();
  });
});
