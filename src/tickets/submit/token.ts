/** Tokens for Azure Resource Manager: of the user (on behalf of), or of the bot's own workload identity. No secret is logged. */
import { z } from 'zod';

const SCOPE = 'https://management.azure.com/.default';
const REQUEST_TIMEOUT_MS = 15_000;
/** A token is renewed this long before it ends. */
const SPARE_MS = 120_000;

const TokenAnswer = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

/** The token could not be had; the message says what Microsoft Entra says, without secrets. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

export type AppIdentity = {
  tenantId: string;
  clientId: string;
  /** Proves that we are the app: a secret, or what a federated workload identity signs. Read anew each time. */
  proof(): Promise<{ client_secret: string } | { client_assertion: string }>;
};

export type TokenNeeds = { app: AppIdentity; now(): number; fetch?: typeof fetch; authority?: string };

/** A token of the user who is signed in to Teams: role and plan checked are the user's. */
export const onBehalfOf = (needs: TokenNeeds, userToken: () => Promise<string>): (() => Promise<string>) =>
  cached(needs, async () => ({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion: await userToken(),
  }));

/** A token of the bot itself, which then needs the role Support Request Contributor. */
export const ownIdentity = (needs: TokenNeeds): (() => Promise<string>) =>
  cached(needs, async () => ({ grant_type: 'client_credentials' }));

function cached(
  { app, now, fetch: send = fetch, authority = 'https://login.microsoftonline.com' }: TokenNeeds,
  grant: () => Promise<Record<string, string>>,
) {
  let held: { token: string; until: number } | undefined;
  return async (): Promise<string> => {
    if (held && held.until > now()) return held.token;
    const proof = await app.proof();
    const form = new URLSearchParams({
      client_id: app.clientId,
      scope: SCOPE,
      ...(await grant()),
      ...proof,
      ...('client_assertion' in proof
        ? { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' }
        : {}),
    });
    const response = await send(`${authority}/${encodeURIComponent(app.tenantId)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const answer = TokenAnswer.safeParse(body);
    if (!response.ok || !answer.success)
      throw new TokenRefused(`Microsoft Entra gave no token (${response.status} ${errorCode(body)}).`);
    held = { token: answer.data.access_token, until: now() + answer.data.expires_in * 1_000 - SPARE_MS };
    return held.token;
  };
}

const errorCode = (body: unknown): string =>
  z.object({ error: z.string() }).safeParse(body).data?.error ?? 'no reason given';
