import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSubmission } from '../../src/tickets/submit/open.ts';
import { onBehalfOf, ownIdentity, TokenRefused } from '../../src/tickets/submit/token.ts';
import { MemoryKeeper } from '../support/draft-keeper.ts';
import { DATA, fullDraft, NOW } from '../support/ticket-cases.ts';

const HOUR_MS = 3_600_000;

/** A sign-in service that notes what it was asked. */
function entra(answer: () => Response = () => Response.json({ access_token: `token-${++made}`, expires_in: 3600 })) {
  let now = 0;
  const forms: URLSearchParams[] = [];
  const urls: string[] = [];
  let proof: { client_secret: string } | { client_assertion: string } = { client_secret: 's' };
  const send: typeof fetch = async (url, init) => {
    urls.push(String(url));
    forms.push(init?.body as URLSearchParams);
    return answer();
  };
  const needs = { app: { tenantId: 't/1', clientId: 'c', proof: async () => proof }, now: () => now, fetch: send };
  return { needs, forms, urls, pass: (ms: number) => (now += ms), use: (next: typeof proof) => (proof = next) };
}
let made = 0;

describe('openSubmission', () => {
  const needs = { keeper: new MemoryKeeper(), data: DATA, now: () => NOW };
  it.each([
    [{}, false],
    [{ AZURE_TENANT_ID: 't' }, false],
    [{ AZURE_TENANT_ID: 't', AZURE_CLIENT_ID: 'c' }, false],
    [{ AZURE_TENANT_ID: 't', AZURE_CLIENT_ID: 'c', AZURE_CLIENT_SECRET: 's' }, true],
    [{ AZURE_TENANT_ID: 't', AZURE_CLIENT_ID: 'c', AZURE_FEDERATED_TOKEN_FILE: '/x' }, true],
    [{ AZURE_ACCESS_TOKEN: 'a' }, true],
  ])('with %j there is one: %s', (env, there) => expect(openSubmission({ ...needs, env }) !== undefined).toBe(there));

  it('reads the federated token from its file, and asks the service with what it got for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'token-'));
    const file = join(folder, 'token');
    writeFileSync(file, 'signed-by-the-platform\n');
    const keeper = new MemoryKeeper();
    await keeper.save(fullDraft({ id: 'a1' }));
    const asked: string[] = [];
    const send: typeof fetch = async (_input, init) => {
      const form = init?.body instanceof URLSearchParams ? init.body.get('client_assertion') : null;
      asked.push(form ?? new Headers(init?.headers).get('authorization') ?? '');
      return form ? Response.json({ access_token: 'arm-token', expires_in: 3600 }) : Response.json({ value: [] });
    };
    const env = { AZURE_TENANT_ID: 't', AZURE_CLIENT_ID: 'c', AZURE_FEDERATED_TOKEN_FILE: file };
    await openSubmission({ ...needs, keeper, env, fetch: send })?.preview('a1');
    rmSync(folder, { recursive: true });
    expect(asked).toEqual(['signed-by-the-platform', 'Bearer arm-token']);
  });
});

describe('tokens', () => {
  it('asks on behalf of the user, for Azure Resource Manager', async () => {
    const { needs, forms, urls } = entra();
    await onBehalfOf(needs, async () => 'teams-token')();
    expect(urls).toEqual(['https://login.microsoftonline.com/t%2F1/oauth2/v2.0/token']);
    expect(Object.fromEntries(forms[0] ?? [])).toEqual({
      client_id: 'c',
      client_secret: 's',
      scope: 'https://management.azure.com/.default',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: 'teams-token',
    });
  });

  it('proves a workload identity with its federated token, read anew', async () => {
    const { needs, forms, use, pass } = entra();
    const token = ownIdentity(needs);
    use({ client_assertion: 'one' });
    await token();
    use({ client_assertion: 'two' });
    pass(HOUR_MS);
    await token();
    expect(forms.map((form) => form.get('client_assertion'))).toEqual(['one', 'two']);
    expect(forms[0]?.get('grant_type')).toBe('client_credentials');
    expect(forms[0]?.get('client_assertion_type')).toMatch(/jwt-bearer$/);
  });

  it('keeps a token until shortly before it ends', async () => {
    const { needs, forms, pass } = entra();
    const token = ownIdentity(needs);
    const first = await token();
    pass(HOUR_MS - 180_000);
    expect(await token()).toBe(first);
    pass(120_000);
    expect(await token()).not.toBe(first);
    expect(forms).toHaveLength(2);
  });

  it.each([
    [
      () => Response.json({ error: 'invalid_grant', error_description: 'the secret s is wrong' }, { status: 400 }),
      '400 invalid_grant',
    ],
    [() => new Response('<html>', { status: 502 }), '502 no reason given'],
    [() => Response.json({ nothing: 1 }), '200 no reason given'],
  ])('says what was refused, and repeats nothing that could be secret: %#', async (answer, told) => {
    const { needs } = entra(answer);
    const refused = await ownIdentity(needs)().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TokenRefused);
    expect((refused as Error).message).toBe(`Microsoft Entra gave no token (${told}).`);
  });
});
