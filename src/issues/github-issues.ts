/**
 * GitHub's issues through octokit, and nothing else of the project knows octokit. Pages come checked; faults come as
 * GitHubTrouble with a reason that people understand. Waits and retries are those of octokit's throttling and retry plugins:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { z } from 'zod';

export const PAGE_SIZE = 100;
const TIMEOUT_MS = 30_000;
const RETRIES = 3;
/** A page that is no list is asked for again so often: a proxy's error page with status 200, or a cut answer. */
const GARBLED_RETRIES = 2;
/** A limit that ends later than this is not waited for; the sync says when to go on. */
const WAIT_MAX_SECONDS = 120;

const BaseUrl = 'https://api.github.com';

const RawIssue = z.object({
  number: z.number().int().positive(),
  title: z.string().min(1),
  body: z.string().nullish(),
  html_url: z.url(),
  state: z.string(),
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).nullish(),
  created_at: z.string(),
  updated_at: z.iso.datetime(),
  closed_at: z.string().nullish(),
  pull_request: z.unknown().optional(),
});
export type RawIssue = z.infer<typeof RawIssue>;

const RawComment = z.object({
  id: z.number().int(),
  issue_url: z.string().regex(/\/issues\/\d+$/),
  body: z.string().nullish(),
  updated_at: z.iso.datetime(),
});
export type RawComment = z.infer<typeof RawComment>;

const RawRepository = z.object({ id: z.number().int(), full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/) });

/** Why GitHub gave nothing: its quota is used up, the place is gone or closed to us, it is down, or it answered nonsense. */
export class GitHubTrouble extends Error {
  override name = 'GitHubTrouble';
  readonly kind: 'quota' | 'gone' | 'refused' | 'down' | 'garbled';

  constructor(kind: GitHubTrouble['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export type Page<T> =
  | { kind: 'unchanged' }
  /** `unreadable` counts entries that were dropped because they do not look like GitHub's. */
  | { kind: 'page'; items: T[]; last: string | null; full: boolean; unreadable: number; eTag: string | null };

export type PageQuery = { since: string | null; page: number; eTag: string | null };

export type IssueSource = {
  /** Numeric id and today's name; a renamed or moved repository is found under its old name, and by id. */
  repository(of: string | number): Promise<{ id: number; name: string }>;
  /** Issues and pull requests, oldest activity first. */
  issues(repoId: number, query: PageQuery): Promise<Page<RawIssue>>;
  comments(repoId: number, query: PageQuery): Promise<Page<RawComment>>;
  /** Requests left in this hour, as GitHub said last. */
  remaining(): number | null;
};

export type GitHubOptions = {
  token?: string | undefined;
  /** Unit of every wait in milliseconds; tests make it short. */
  waitUnitMs?: number;
  waitMaxSeconds?: number;
  timeoutMs?: number;
};

const Client = Octokit.plugin(throttling, retry);

export function githubIssues(options: GitHubOptions = {}): IssueSource {
  const waitUnitMs = options.waitUnitMs ?? 1_000;
  const waitMax = options.waitMaxSeconds ?? WAIT_MAX_SECONDS;
  let remaining: number | null = null;
  let resetAt: string | null = null;
  const mayWait = (seconds: number, request: { request: { retryCount: number } }): boolean =>
    seconds <= waitMax && request.request.retryCount < RETRIES;
  const client = new Client({
    baseUrl: BaseUrl,
    ...(options.token ? { auth: options.token } : {}),
    userAgent: 'aks-arc-triage',
    // One limit an attempt: waits between attempts are not part of it.
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS) }),
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: {
      retryAfterBaseValue: waitUnitMs,
      onRateLimit: (seconds: number, request: object) => mayWait(seconds, request as never),
      onSecondaryRateLimit: (seconds: number, request: object) => mayWait(seconds, request as never),
    },
    retry: { retries: RETRIES, retryAfterBaseValue: waitUnitMs },
  });

  const note = (headers: Record<string, string | number | undefined>): void => {
    const left = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
    if (Number.isInteger(left)) remaining = left;
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    if (Number.isInteger(reset)) resetAt = new Date(reset * 1_000).toISOString();
  };

  const ask = async (route: string, parameters: Record<string, unknown>, eTag: string | null = null) => {
    // A request that GitHub would refuse counts against us, so none is sent before the hour is over.
    if (remaining === 0 && resetAt !== null && Date.parse(resetAt) - Date.now() > waitMax * 1_000) throw quota(resetAt);
    try {
      const answer = await client.request(route, {
        ...parameters,
        headers: eTag === null ? {} : { 'if-none-match': eTag },
      });
      note(answer.headers);
      return answer;
    } catch (error) {
      const { status, response } = error as { status?: number; response?: { headers?: Record<string, string> } };
      note(response?.headers ?? {});
      if (status === 304) return 'unchanged' as const;
      throw trouble(error, route, resetAt);
    }
  };

  const list = async <T extends { updated_at: string }>(
    route: string,
    schema: z.ZodType<T>,
    repoId: number,
    query: PageQuery,
  ): Promise<Page<T>> => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await ask(
        route,
        {
          id: repoId,
          state: 'all',
          sort: 'updated',
          direction: 'asc',
          per_page: PAGE_SIZE,
          page: query.page,
          ...(query.since === null ? {} : { since: query.since }),
        },
        query.eTag,
      );
      if (answer === 'unchanged') return { kind: 'unchanged' };
      if (Array.isArray(answer.data)) return page(answer.data, schema, answer.headers.etag ?? null);
      if (attempt >= GARBLED_RETRIES)
        throw new GitHubTrouble('garbled', 'GitHub answered with something that is no list of issues.');
    }
  };

  return {
    async repository(of) {
      const answer =
        typeof of === 'number'
          ? await ask('GET /repositories/{id}', { id: of })
          : await ask('GET /repos/{owner}/{repo}', { owner: of.split('/')[0], repo: of.split('/')[1] });
      const checked = RawRepository.safeParse(answer === 'unchanged' ? undefined : answer.data);
      if (!checked.success) throw new GitHubTrouble('garbled', `GitHub’s answer for ${of} is no repository.`);
      return { id: checked.data.id, name: checked.data.full_name };
    },
    issues: (repoId, query) => list('GET /repositories/{id}/issues', RawIssue, repoId, query),
    comments: (repoId, query) => list('GET /repositories/{id}/issues/comments', RawComment, repoId, query),
    remaining: () => remaining,
  };
}

function page<T extends { updated_at: string }>(data: unknown[], schema: z.ZodType<T>, eTag: string | null): Page<T> {
  const items: T[] = [];
  let unreadable = 0;
  for (const entry of data) {
    const checked = schema.safeParse(entry);
    if (checked.success) items.push(checked.data);
    else unreadable += 1;
  }
  // GitHub sorts by it, but a page may have moved while it was made.
  const last = items.reduce<string | null>(
    (latest, { updated_at: at }) => (latest === null || at > latest ? at : latest),
    null,
  );
  return { kind: 'page', items, last, full: data.length >= PAGE_SIZE, unreadable, eTag };
}

const quota = (resetAt: string | null): GitHubTrouble =>
  new GitHubTrouble(
    'quota',
    `GitHub’s quota is used up${resetAt === null ? '' : ` until ${resetAt.slice(11, 16)} UTC`}; run the sync again then, or set GITHUB_TOKEN.`,
  );

function trouble(error: unknown, route: string, resetAt: string | null): GitHubTrouble {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, string> };
  };
  const isLimit =
    status === 429 ||
    (status === 403 && (response?.headers?.['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message ?? '')));
  if (isLimit) return quota(resetAt);
  if (status === 401)
    return new GitHubTrouble('refused', 'GitHub does not accept GITHUB_TOKEN; it may have expired.', { cause: error });
  if (status === 404 || status === 410)
    return new GitHubTrouble('gone', `GitHub has no such place (${status}) for ${route}.`, { cause: error });
  if (status === 403 || status === 451)
    return new GitHubTrouble('refused', `GitHub refuses access (${status}).`, { cause: error });
  const said = (message ?? 'no answer')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120);
  return new GitHubTrouble('down', `GitHub cannot be reached or is down (${said.trim() || status}).`, { cause: error });
}
