/** Puts the submission together for an installation that has been given an identity; without one there is none. */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TicketData } from '../../../knowledge/schema.ts';
import { createSupportClient } from './client.ts';
import { createArm, PUBLIC_CLOUD } from './http.ts';
import { createSubmission, type DraftKeeper, type Submission } from './submission.ts';
import { type AppIdentity, onBehalfOf, ownIdentity } from './token.ts';

/** The variables that Azure's own tools read for an app's identity. */
export type IdentityEnvironment = Readonly<Record<string, string | undefined>>;

export type OpenNeeds = {
  env: IdentityEnvironment;
  keeper: DraftKeeper;
  data: TicketData;
  now(): Date;
  /** The user's Teams token: then role and plan checked are the user's, not the bot's. */
  userToken?: () => Promise<string>;
  fetch?: typeof fetch;
};

/**
 * Reads AZURE_TENANT_ID and AZURE_CLIENT_ID with AZURE_FEDERATED_TOKEN_FILE (workload identity) or AZURE_CLIENT_SECRET; or
 * AZURE_ACCESS_TOKEN, a ready token as `az account get-access-token` prints it. Undefined where nothing is configured.
 */
export function openSubmission({ env, keeper, data, now, userToken, fetch: send }: OpenNeeds): Submission | undefined {
  const token = tokenSource({ env, now, userToken, send });
  if (!token) return undefined;
  const wait = async (ms: number): Promise<void> => void (await sleep(ms));
  const arm = createArm({
    token,
    sleep: wait,
    apiVersion: data.apiVersion,
    baseUrl: env.AZURE_RESOURCE_MANAGER || PUBLIC_CLOUD,
    ...(send ? { fetch: send } : {}),
  });
  return createSubmission({ client: createSupportClient({ arm, sleep: wait }), keeper, data, now });
}

type TokenSource = {
  env: IdentityEnvironment;
  now(): Date;
  userToken: (() => Promise<string>) | undefined;
  send: typeof fetch | undefined;
};

function tokenSource({ env, now, userToken, send }: TokenSource): (() => Promise<string>) | undefined {
  const ready = env.AZURE_ACCESS_TOKEN;
  if (ready && !userToken) return async () => ready;
  const app = appIdentity(env);
  if (!app) return undefined;
  const needs = { app, now: () => now().getTime(), ...(send ? { fetch: send } : {}) };
  return userToken ? onBehalfOf(needs, userToken) : ownIdentity(needs);
}

function appIdentity(env: IdentityEnvironment): AppIdentity | undefined {
  const {
    AZURE_TENANT_ID: tenantId,
    AZURE_CLIENT_ID: clientId,
    AZURE_FEDERATED_TOKEN_FILE: file,
    AZURE_CLIENT_SECRET: secret,
  } = env;
  if (!tenantId || !clientId) return undefined;
  // The platform renews the file while we run, so it is read for each token.
  if (file)
    return { tenantId, clientId, proof: async () => ({ client_assertion: (await readFile(file, 'utf8')).trim() }) };
  return secret ? { tenantId, clientId, proof: async () => ({ client_secret: secret }) } : undefined;
}
