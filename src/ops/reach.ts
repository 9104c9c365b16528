/** Checks that ask somebody outside. Only `doctor` makes them, and each says plainly that it could not ask. */
import type { Settings } from '../settings.ts';
import type { Finding } from './checks.ts';

const TIMEOUT_MS = 5000;
/** Below this an hourly sync may not get through. */
const QUOTA_LOOK = 30;

export type Fetch = typeof fetch;

export async function checkGithub(settings: Settings, ask: Fetch = fetch): Promise<Finding[]> {
  const check = 'GitHub';
  const authorization = settings.GITHUB_TOKEN && { authorization: `Bearer ${settings.GITHUB_TOKEN}` };
  const answer = await tryTo(() =>
    ask('https://api.github.com/rate_limit', {
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'aks-arc-triage-bot', ...authorization },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  if (!answer) return [{ check, level: 'look', said: 'cannot be reached; known issues stay as they were last read.' }];
  if (answer.status === 401) {
    return [
      {
        check,
        level: 'act',
        said: 'refuses GITHUB_TOKEN.',
        todo: 'Make a new token without any permission, or unset it.',
      },
    ];
  }
  const body = (await tryTo(() => answer.json())) as
    | { resources?: { core?: { remaining?: unknown; limit?: unknown } } }
    | undefined;
  const { remaining, limit } = body?.resources?.core ?? {};
  if (typeof remaining !== 'number')
    return [{ check, level: 'look', said: `answered ${answer.status} without a quota.` }];
  const said = `${remaining} of ${String(limit)} requests are left in this hour.`;
  if (remaining >= QUOTA_LOOK) return [{ check, level: 'fine', said }];
  return [
    { check, level: 'look', said, todo: 'Set GITHUB_TOKEN: a token without any permission raises the quota to 5,000.' },
  ];
}

/** Does the client secret work? Asks the tenant's token service the way the bot does. */
export async function checkSignIn(settings: Settings, ask: Fetch = fetch): Promise<Finding[]> {
  const check = 'sign-in';
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = settings;
  if (!MicrosoftAppId || !MicrosoftAppPassword || !MicrosoftAppTenantId) return [];
  const authority = settings.ToChannelFromBotLoginUrl ?? `https://login.microsoftonline.com/${MicrosoftAppTenantId}`;
  const answer = await tryTo(() =>
    ask(`${authority}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: MicrosoftAppId,
        client_secret: MicrosoftAppPassword,
        scope: `${settings.ToChannelFromBotOAuthScope ?? 'https://api.botframework.com'}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  if (!answer) return [{ check, level: 'look', said: `${new URL(authority).host} cannot be reached.` }];
  if (answer.ok) return [{ check, level: 'fine', said: 'the client secret works.' }];
  const body = (await tryTo(() => answer.json())) as { error_codes?: unknown[] } | undefined;
  const code = Number(body?.error_codes?.[0]);
  const reasons: Record<number, string> = {
    7000215: 'the client secret is wrong',
    7000222: 'the client secret has ended',
    700016: 'the application is not known in this tenant',
    90002: 'the tenant does not exist',
  };
  const todo = 'Compare MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId with the app registration.';
  return [
    { check, level: 'act', said: `refused: ${reasons[code] ?? `the token service answered ${answer.status}`}.`, todo },
  ];
}

async function tryTo<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    // Away, slow, or no JSON: the caller says so.
    return undefined;
  }
}
