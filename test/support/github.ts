/** A GitHub that lives in the test: pages, marks, tags and redirects as documented, and every fault on demand. */
import nock from 'nock';

export type FakeIssue = {
  number: number;
  title: string;
  body?: string | null;
  state?: string;
  state_reason?: string | null;
  labels?: (string | { name: string })[];
  updated_at: string;
  pull_request?: object;
};
export type FakeComment = { id: number; issue: number; body: string; updated_at: string };

/** What the next request gets instead of its answer. */
export type Fault =
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  | { kind: 'text'; status?: number; text: string; type?: string }
  | { kind: 'broken' };

export const API = 'https://api.github.com';
const REPO_ID = 77;
const JSON_TYPE = 'application/json; charset=utf-8';

export class FakeGitHub {
  name = 'Azure/aksArc';
  issues: FakeIssue[] = [];
  comments: FakeComment[] = [];
  /** Names that redirect to the repository. */
  oldNames = ['Azure/aks-hci'];
  faults: (Fault | undefined)[] = [];
  requests: string[] = [];
  remaining = 5_000;
  resetAt = 0;
  unchanged = 0;

  listen(): void {
    nock(API)
      .persist()
      .get(/.*/)
      .reply((request: Request) => {
        const url = new URL(request.url);
        this.requests.push(`${url.pathname}${url.search}`);
        const fault = this.faults.shift();
        if (fault?.kind === 'broken') throw new Error('socket hang up');
        if (fault?.kind === 'text')
          return [fault.status ?? 200, fault.text, { 'content-type': fault.type ?? JSON_TYPE }];
        if (fault)
          return [fault.status, JSON.stringify(fault.body ?? {}), { 'content-type': JSON_TYPE, ...fault.headers }];
        const [status, body, headers] = this.#answer(url, request.headers.get('if-none-match'));
        return [status, status === 304 ? '' : JSON.stringify(body), { 'content-type': JSON_TYPE, ...headers }];
      });
  }

  #answer(url: URL, ifNoneMatch: string | null): [number, unknown, Record<string, string>] {
    const limits = { 'x-ratelimit-remaining': String(this.remaining), 'x-ratelimit-reset': String(this.resetAt) };
    if (this.remaining > 0) this.remaining -= 1;
    const repo = /^\/repos\/([^/]+\/[^/]+)$/.exec(url.pathname)?.[1];
    if (repo !== undefined && this.oldNames.includes(repo))
      return [301, {}, { location: `${API}/repositories/${REPO_ID}` }];
    if (repo === this.name || url.pathname === `/repositories/${REPO_ID}`)
      return [200, { id: REPO_ID, full_name: this.name }, limits];
    const list =
      url.pathname === `/repositories/${REPO_ID}/issues`
        ? this.#page(this.issues, url, (issue) => this.#issue(issue))
        : url.pathname === `/repositories/${REPO_ID}/issues/comments`
          ? this.#page(this.comments, url, (comment) => this.#comment(comment))
          : undefined;
    if (!list) return [404, { message: 'Not Found' }, limits];
    const etag = `"${list.map((entry) => JSON.stringify(entry)).join().length}-${list.length}-${url.search}"`;
    if (ifNoneMatch === etag) {
      this.unchanged += 1;
      return [304, '', limits];
    }
    return [200, list, { ...limits, etag }];
  }

  #page<T extends { updated_at: string }>(all: T[], url: URL, show: (entry: T) => unknown): unknown[] {
    const size = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page'));
    const since = url.searchParams.get('since') ?? '';
    return all
      .filter(({ updated_at: at }) => at >= since)
      .sort((a, b) => a.updated_at.localeCompare(b.updated_at))
      .slice((page - 1) * size, page * size)
      .map(show);
  }

  #issue(issue: FakeIssue): unknown {
    return {
      html_url: `https://github.com/${this.name}/issues/${issue.number}`,
      state: 'open',
      state_reason: null,
      labels: [],
      body: null,
      created_at: issue.updated_at,
      closed_at: null,
      ...issue,
    };
  }

  #comment({ id, issue, body, updated_at }: FakeComment): unknown {
    return { id, body, updated_at, issue_url: `${API}/repos/${this.name}/issues/${issue}` };
  }
}

/** So many issues, a second apart from each other, oldest first. */
export const someIssues = (count: number, from = 1): FakeIssue[] =>
  Array.from({ length: count }, (_, at) => ({
    number: from + at,
    title: `Fault number ${from + at}`,
    body: `Body of ${from + at}`,
    updated_at: new Date(Date.UTC(2025, 0, 1) + (from + at) * 60_000).toISOString().replace('.000', ''),
  }));
