/** Records of the tracker as the store keeps them, from GitHub's answers and from import lines. */
import { z } from 'zod';
import type { StoredIssue } from '../model/known-issue.ts';
import type { RawComment, RawIssue } from './github-issues.ts';
import { duplicateOf, fixedIn, kindOf, relatedIn, resolutionOf } from './reading.ts';
import { signaturesOf } from './text-of.ts';

/** Longer texts are logs; the start has the error. */
const BODY_LENGTH_MAX = 20_000;
const COMMENT_LENGTH_MAX = 4_000;
const COMMENTS_MAX = 100;

/** What an issue has before its words are read. */
export const UNREAD = {
  kind: 'bug',
  signatures: [],
  cause: null,
  workaround: null,
  affects: { aksRelease: [], kubernetes: [], hostOs: [], module: [] },
  fixedIn: null,
  related: [],
  duplicateOf: null,
  resolution: 'unknown',
  source: 'github',
} as const satisfies Partial<StoredIssue>;

/** Everything that is read from an issue's words follows from them, so it is made again whenever they change. */
function completed(issue: StoredIssue): StoredIssue {
  return {
    ...issue,
    kind: kindOf(issue.title, issue.labels),
    signatures: signaturesOf(issue.title, issue.body),
    resolution: resolutionOf(issue),
    fixedIn: fixedIn(issue.comments),
    duplicateOf: typeof issue.number === 'number' ? duplicateOf(issue.number, issue) : null,
    related:
      typeof issue.number === 'number' ? relatedIn(issue.number, `${issue.body}\n${issue.comments.join('\n')}`) : [],
  };
}

/** GitHub's issue under the name that the repository has in the store; its comments come on their own. */
export function fromGitHub(raw: RawIssue, repo: string, known: StoredIssue | undefined, asOf: string): StoredIssue {
  return completed({
    ...UNREAD,
    repo,
    number: raw.number,
    url: raw.html_url,
    title: raw.title,
    body: (raw.body ?? '').slice(0, BODY_LENGTH_MAX),
    comments: known?.comments ?? [],
    commentIds: known?.commentIds ?? [],
    state: raw.state,
    stateReason: raw.state_reason ?? null,
    labels: (raw.labels ?? [])
      .map((label) => (typeof label === 'string' ? label : (label.name ?? '')))
      .filter((name) => name !== ''),
    opened: raw.created_at,
    closed: raw.closed_at ?? null,
    updated: raw.updated_at,
    asOf,
  });
}

export const issueNumberOf = (comment: RawComment): number => Number(/\d+$/.exec(comment.issue_url)?.[0]);

/** The issue with these comments added, or replaced where they were edited; in the order of their ids, which is that of time. */
export function withComments(issue: StoredIssue, comments: readonly RawComment[]): StoredIssue {
  const ids = issue.commentIds ?? [];
  const byId = new Map(issue.comments.map((text, at) => [ids[at] ?? -(at + 1), text]));
  for (const { id, body } of comments) byId.set(id, (body ?? '').slice(0, COMMENT_LENGTH_MAX));
  const sorted = [...byId].filter(([, text]) => text.trim() !== '').sort(([a], [b]) => a - b);
  const kept =
    sorted.length > COMMENTS_MAX ? [...sorted.slice(0, COMMENTS_MAX / 2), ...sorted.slice(-COMMENTS_MAX / 2)] : sorted;
  const latest = [issue.updated ?? '', ...comments.map(({ updated_at: at }) => at)].sort().at(-1);
  return completed({
    ...issue,
    comments: kept.map(([, text]) => text),
    commentIds: kept.map(([id]) => id),
    updated: latest || null,
  });
}

/** A line of an import file; more fields than these are of no harm. */
export const ImportLine = z.object({
  number: z.number().int().positive(),
  title: z.string().min(1),
  body: z.string().nullish(),
  state: z.string().default('open'),
  labels: z.array(z.string()).default([]),
  opened: z.string().nullish(),
  closed: z.string().nullish(),
  updated: z.string().nullish(),
  url: z.string().optional(),
  repo: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .optional(),
  comments: z.array(z.string()).default([]),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** A line as the store keeps it. What the store has beyond the line (comments, a later state) is not taken away. */
export function fromLine(line: ImportLine, repo: string, known: StoredIssue | undefined, asOf: string): StoredIssue {
  const updated = line.updated ?? line.closed ?? line.opened ?? null;
  if (known?.updated && updated && known.updated > updated) return known;
  const comments = line.comments.map((text) => text.slice(0, COMMENT_LENGTH_MAX));
  const old = (known?.comments ?? []).filter((text) => !comments.includes(text));
  const ids = new Map((known?.comments ?? []).map((text, at) => [text, known?.commentIds?.[at]]));
  const all = [...old, ...comments];
  return completed({
    ...UNREAD,
    repo,
    number: line.number,
    url: line.url ?? known?.url ?? `https://github.com/${repo}/issues/${line.number}`,
    title: line.title,
    body: (line.body ?? known?.body ?? '').slice(0, BODY_LENGTH_MAX),
    comments: all,
    commentIds: all.map((text, at) => ids.get(text) ?? -(at + 1)),
    state: line.state,
    stateReason: known?.stateReason ?? null,
    labels: line.labels.length > 0 ? line.labels : (known?.labels ?? []),
    opened: line.opened ?? known?.opened ?? null,
    closed: line.closed ?? null,
    updated: updated ?? known?.updated ?? null,
    asOf,
  });
}

/** The line that imports the issue elsewhere. */
export function toLine(issue: StoredIssue): ImportLine | undefined {
  if (typeof issue.number !== 'number') return undefined;
  const { repo, number, title, body, state, labels, opened, closed, updated, url, comments } = issue;
  return { repo, number, title, body, state, labels, opened, closed, updated, url, comments };
}
