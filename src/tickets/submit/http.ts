/**
 * One request to Azure Resource Manager: token, time limit, patience with 429 and 5xx. Only idempotent requests are made, so
 * each may be repeated. The token goes to the configured host and nowhere else, whatever an answer points at.
 */

import { type Refusal, refusalOf, UNREACHABLE } from './refusals.ts';
import { TokenRefused } from './token.ts';
import { ArmError } from './wire.ts';

const ATTEMPTS_MAX = 4;
const REQUEST_TIMEOUT_MS = 30_000;
const WAIT_FIRST_MS = 1_000;
const WAIT_MAX_MS = 30_000;

export type HttpNeeds = {
  /** For https://management.azure.com/.default; asked anew for each request, so it may cache. */
  token(): Promise<string>;
  sleep(ms: number): Promise<void>;
  fetch?: typeof fetch;
  /** `https://management.azure.com`, or the one of a sovereign cloud. */
  baseUrl?: string;
  apiVersion: string;
};

export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'refused'; refusal: Refusal };
export type Reply = { status: number; body: unknown; headers: Headers };

export const PUBLIC_CLOUD = 'https://management.azure.com';

export const ok = <T>(value: T): Answer<T> => ({ kind: 'ok', value });

export type Arm = (method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) => Promise<Answer<Reply>>;

export function createArm({ token, sleep, fetch: send = fetch, baseUrl = PUBLIC_CLOUD, apiVersion }: HttpNeeds): Arm {
  return async (method, path, body) => {
    const url = new URL(path, baseUrl);
    if (url.origin !== new URL(baseUrl).origin) {
      return { kind: 'refused', refusal: refusalOf(UNREACHABLE, `an answer pointed at ${url.host}`) };
    }
    if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', apiVersion);
    let last: Answer<Reply> = { kind: 'refused', refusal: refusalOf(UNREACHABLE, '') };
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const bearer = await tokenOrNull(token);
      if (bearer === null) return { kind: 'refused', refusal: refusalOf(401, '') };
      const reply = await once({ send, url, method, token: bearer, ...(body === undefined ? {} : { body }) });
      if (reply !== undefined && reply.status < 400) return ok(reply);
      last = { kind: 'refused', refusal: refusalIn(reply) };
      if (reply && reply.status !== 429 && reply.status < 500) return last;
      if (attempt < ATTEMPTS_MAX) await sleep(waitMs(reply?.headers, attempt));
    }
    return last;
  };
}

/** Null where Microsoft Entra gives none: the person has to sign in again. */
async function tokenOrNull(token: () => Promise<string>): Promise<string | null> {
  try {
    return await token();
  } catch (error) {
    if (error instanceof TokenRefused) return null;
    throw error;
  }
}

type Request = { send: typeof fetch; url: URL; method: string; token: string; body?: unknown };

/** Undefined where no answer came: the network is down, or it took too long. */
async function once({ send, url, method, token, body }: Request): Promise<Reply | undefined> {
  try {
    const response = await send(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), headers: response.headers };
  } catch (error) {
    if (
      error instanceof TypeError ||
      (error instanceof DOMException && /^(?:TimeoutError|AbortError)$/.test(error.name))
    )
      return undefined;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's page instead of an answer: the status alone counts.
    return undefined;
  }
}

function refusalIn(reply: Reply | undefined): Refusal {
  if (!reply) return refusalOf(UNREACHABLE, '');
  const error = ArmError.safeParse(reply.body).data?.error;
  return refusalOf(reply.status, error?.message ?? '', error?.code ?? '');
}

/** `Retry-After` in seconds or as a date, else doubling; never longer than a person waits. */
export function waitMs(headers: Headers | undefined, attempt: number): number {
  const said = headers?.get('retry-after');
  const seconds = said === null || said === undefined ? Number.NaN : Number(said);
  const asked = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(said ?? '') - Date.now();
  const wait = Number.isFinite(asked) ? asked : WAIT_FIRST_MS * 2 ** (attempt - 1);
  return Math.min(Math.max(wait, 0), WAIT_MAX_MS);
}
