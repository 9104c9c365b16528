/**
 * Every setting there is, read from the environment once and checked once. `describe` is the documentation: `npm run -s doctor --
 * --settings` prints it. A value is never repeated in an error: it may be a secret in the wrong place.
 */
import { z } from 'zod';

/** A setting is missing or wrong; the message names it and says what it must be. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const list = (of: z.ZodString) =>
  z
    .string()
    .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
    .pipe(z.array(of));
const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(min).max(max));
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');
const httpUrl = z.string().regex(/^https?:\/\/\S+$/, 'must be an http or https address');
const hostName = z.string().regex(/^(\*\.)?[a-z0-9.-]+(:\d+)?$/i, 'must be a host name, perhaps with *. in front');

/** Where Teams' own connector lives; government clouds have other hosts and need the setting. */
const TEAMS_HOSTS = ['smba.trafficmanager.net', '*.botframework.com'];

export const Environment = z.object({
  PORT: whole(0, 65_535).default(3978).describe('Port of the bot, /healthz, /readyz and /metrics.'),
  HOST: z
    .string()
    .optional()
    .describe('Address to listen on. Default: all with credentials, loopback without, where nothing else is allowed.'),
  TRIAGE_DB: z
    .string()
    .default('data/triage.db')
    .describe('The store: a file (SQLite) or postgres://user:password@host/database.'),
  TRIAGE_INDEX: z
    .string()
    .optional()
    .describe(
      'Folder for the files of the search index. Default: "index" beside the store; data/index with PostgreSQL.',
    ),
  TRIAGE_SPOOL: z
    .string()
    .optional()
    .describe(
      'Folder where messages wait while the store is away; they survive the process. Default: "waiting" beside the store; data/waiting with PostgreSQL.',
    ),
  TRIAGE_MODEL: z
    .string()
    .optional()
    .describe('Folder of the optional language model that reorders found issues. Without it words decide alone.'),
  TRIAGE_TODAY: day.optional().describe('Fixes the clock of every date rule; for tests and replays.'),
  TRIAGE_EDITION: z.string().optional().describe('Fixes the policy edition for everybody.'),
  TRIAGE_REPOS: list(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be OWNER/NAME'))
    .optional()
    .describe('Repositories whose issues are watched, with commas. Default: those the knowledge names.'),
  TRIAGE_EXPERTS: list(z.string())
    .default([])
    .describe('User ids (Teams or Entra object id) that may see and take over everybody’s triage.'),
  TRIAGE_EXPERT_CHANNEL: z
    .string()
    .optional()
    .describe('Teams conversation id of the channel where hand-offs are announced.'),
  MicrosoftAppId: guid
    .optional()
    .describe('Application id of the bot. Without it the bot trusts everybody, so it only listens on loopback.'),
  MicrosoftAppPassword: z.string().optional().describe('Client secret of the application; a secret.'),
  MicrosoftAppTenantId: guid.optional().describe('Tenant of the application (single tenant).'),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMSI'])
    .default('SingleTenant')
    .describe('New multi-tenant bots cannot be registered any more; a managed identity needs Azure.'),
  TRIAGE_SECRET_EXPIRES: day
    .optional()
    .describe('Day on which the client secret ends; readiness and doctor warn before.'),
  TRIAGE_TENANTS: list(guid)
    .optional()
    .describe('Tenants whose users are served. Default: MicrosoftAppTenantId alone.'),
  TRIAGE_SERVICE_HOSTS: list(hostName).default(TEAMS_HOSTS).describe('Hosts that answers may be sent to.'),
  ToBotFromChannelOpenIdMetadataUrl: httpUrl
    .optional()
    .describe('Where the keys of tokens are published, for other clouds.'),
  ToBotFromChannelTokenIssuer: z.string().optional().describe('Who issues the tokens, for other clouds.'),
  ToChannelFromBotLoginUrl: httpUrl.optional().describe('Where the bot gets its own tokens, for other clouds.'),
  ToChannelFromBotOAuthScope: z.string().optional().describe('What the bot’s own tokens are for, for other clouds.'),
  GITHUB_TOKEN: z
    .string()
    .optional()
    .describe('Raises GitHub’s quota from 60 to 5,000 requests an hour; needs no permission at all. A secret.'),
  TRIAGE_SYNC_MINUTES: whole(0, 10_080)
    .default(60)
    .describe('How often the watched repositories are read; 0: never by itself.'),
  TRIAGE_RETENTION_DAYS: whole(1, 36_500)
    .default(365)
    .describe('Records, drafts and conversations are deleted when nobody has touched them for so many days.'),
  TRIAGE_RATE_USER: whole(1, 100_000).default(60).describe('Activities one user may send in a minute.'),
  TRIAGE_RATE_TENANT: whole(1, 10_000_000).default(3000).describe('Activities one tenant may send in a minute.'),
  TRIAGE_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged; never a word that a user wrote.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl
    .optional()
    .describe('Collector for traces (OTLP over HTTP). Without it there are none.'),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .optional()
    .describe('Headers for the collector, name=value with commas; a secret.'),
  OTEL_SERVICE_NAME: z.string().default('aks-arc-triage-bot').describe('Name of this service in traces.'),
});
export type Environment = z.infer<typeof Environment>;

export type Settings = Environment & {
  /** True where tokens are checked. */
  authenticated: boolean;
  /** Undefined: every address of the machine, of whichever kind it has. */
  host: string | undefined;
  tenants: ReadonlySet<string>;
};

const OWN_NAMES = /^(TRIAGE_|MicrosoftApp)/;
/** Set by the programs around us. */
const FOREIGN = new Set(['TRIAGE_BROWSER', 'TRIAGE_FUZZ_RUNS', 'TRIAGE_KILLS', 'TRIAGE_SEED']);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** @throws SettingsError naming every setting that is wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const wrong = unknownNames(Object.keys(given));
  const result = Environment.safeParse(given);
  if (!result.success)
    wrong.push(...result.error.issues.map((issue) => `${issue.path[0]?.toString()}: ${said(issue)}`));
  if (wrong.length > 0 || !result.success) throw new SettingsError(wrong.join('\n'));

  const settings = result.data;
  const authenticated = settings.MicrosoftAppId !== undefined;
  const needs = authenticated ? credentialsMissing(settings) : [];
  const host = settings.HOST ?? (authenticated ? undefined : '127.0.0.1');
  if (!authenticated && !LOOPBACK.has(host ?? '')) {
    needs.push('HOST: without MicrosoftAppId nobody’s token is checked, so only loopback (127.0.0.1) is allowed');
  }
  if (needs.length > 0) throw new SettingsError(needs.join('\n'));
  const tenants = settings.TRIAGE_TENANTS ?? (settings.MicrosoftAppTenantId ? [settings.MicrosoftAppTenantId] : []);
  return { ...settings, authenticated, host, tenants: new Set(tenants.map((id) => id.toLowerCase())) };
}

function credentialsMissing(settings: Environment): string[] {
  const needs: string[] = [];
  if (!settings.MicrosoftAppTenantId) needs.push('MicrosoftAppTenantId: is needed with MicrosoftAppId');
  if (settings.MicrosoftAppType === 'SingleTenant' && !settings.MicrosoftAppPassword) {
    needs.push('MicrosoftAppPassword: is needed with MicrosoftAppId');
  }
  return needs;
}

/** A misspelt setting would silently mean its default. */
function unknownNames(names: string[]): string[] {
  const known = Object.keys(Environment.shape);
  return names
    .filter((name) => OWN_NAMES.test(name) && !known.includes(name) && !FOREIGN.has(name))
    .map((name) => `${name}: there is no such setting; "npm run -s doctor -- --settings" lists them`);
}

const said = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  return issue.message;
};

/** Name, default and meaning of every setting, for people. */
export function settingsTable(): { name: string; standard: string; meaning: string }[] {
  const { properties = {} } = z.toJSONSchema(Environment, { io: 'output', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => {
    const { default: standard, description = '' } = schema as { default?: unknown; description?: string };
    return { name, standard: standard === undefined ? '' : String(standard), meaning: description };
  });
}

/** Does the address's host stand in the list? `*.contoso.com` stands for every name below it. */
export function isAllowedHost(address: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { host, protocol, username, password } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username || password) return false;
  return allowed.some((one) => {
    const name = one.toLowerCase();
    return name.startsWith('*.') ? host.endsWith(name.slice(1)) && host.length > name.length - 1 : host === name;
  });
}
