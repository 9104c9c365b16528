/** Bot Framework's token service in small: publishes keys, and signs whatever a test wants to have signed. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const APP_ID = '22222222-2222-2222-2222-222222222222';
export const ISSUER = 'https://issuer.contoso.example';

export type OpenId = {
  metadata: string;
  /** A token as the channel would send it, with changes. */
  token(change?: { header?: object; claims?: Record<string, unknown>; key?: KeyObject }): string;
  stop(): Promise<void>;
};

export const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

export async function startOpenId(serviceUrl: string): Promise<OpenId> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    const body =
      request.url === '/keys'
        ? { keys: [jwk] }
        : { issuer: ISSUER, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    metadata: `${base}/metadata`,
    token({ header = {}, claims = {}, key = privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const head = part({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header });
      const body = part({
        iss: ISSUER,
        aud: APP_ID,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      });
      const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(key, 'base64url');
      return `Bearer ${head}.${body}.${signature}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
