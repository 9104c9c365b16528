/** Known issues as stored, and as shown with a verdict; the shape that is shown is public. */
import { z } from 'zod';

/** The product's own tracker: watched where nobody says otherwise. */
export const TRACKER = 'Azure/aksArc';

export const IssueKind = z.enum(['bug', 'known-issue', 'question', 'feature', 'announcement', 'docs']);
export const Resolution = z.enum(['open', 'fixed', 'workaround', 'stale', 'by_design', 'unknown']);
export type Resolution = z.infer<typeof Resolution>;

/** A search result. `score` is comparable inside one answer only. */
export const KnownIssue = z.object({
  repo: z.string(),
  number: z.union([z.number().int(), z.string()]),
  url: z.string(),
  title: z.string(),
  state: z.string(),
  labels: z.array(z.string()),
  score: z.number(),
  /** The words or the signature that matched, for people. */
  why: z.string(),
  affects: z.string().nullable(),
  fixedIn: z.string().nullable(),
  workaround: z.string().nullable(),
  /** What the workaround may break, where it is a risky step. */
  risk: z.string().nullable(),
  resolution: Resolution,
  source: z.enum(['github', 'shipped', 'documented']),
  /** Day on which the entry was last read from its source. */
  asOf: z.string(),
  /** Where one error has several causes: what tells them apart. */
  check: z.string().nullish(),
  /** The person's versions against `affects` and `fixedIn`, one sentence. */
  versionNote: z.string().nullish(),
  /** Numbers of reports of the same fault that are folded into this one. */
  duplicates: z.array(z.union([z.number().int(), z.string()])).optional(),
});
export type KnownIssue = z.infer<typeof KnownIssue>;

export const KnownIssues = z.object({ exact: z.array(KnownIssue), similar: z.array(KnownIssue) });
export type KnownIssues = z.infer<typeof KnownIssues>;

/** An issue as the store keeps it, whatever it came from (GitHub, import, shipped knowledge, documentation page). */
export const StoredIssue = z.object({
  repo: z.string(),
  /** GitHub number; a documented issue has its id (`INS-01`). */
  number: z.union([z.number().int(), z.string()]),
  url: z.string(),
  title: z.string(),
  body: z.string(),
  comments: z.array(z.string()),
  state: z.string(),
  stateReason: z.string().nullable(),
  labels: z.array(z.string()),
  kind: IssueKind,
  opened: z.string().nullable(),
  closed: z.string().nullable(),
  /** Last activity, ISO 8601. */
  updated: z.string().nullable(),
  signatures: z.array(z.string()),
  cause: z.string().nullable(),
  workaround: z.string().nullable(),
  affects: z.object({
    aksRelease: z.array(z.string()),
    kubernetes: z.array(z.string()),
    hostOs: z.array(z.string()),
    module: z.array(z.string()),
  }),
  fixedIn: z.string().nullable(),
  related: z.array(z.number().int()),
  duplicateOf: z.number().int().nullable(),
  resolution: Resolution,
  source: z.enum(['github', 'shipped', 'documented']),
  asOf: z.string(),
  /** Tracker's ids of `comments`, in their order, so that an edited comment replaces its older self. */
  commentIds: z.array(z.number().int()).optional(),
  /** Names, commands and states that go with it but do not prove it. */
  marks: z.array(z.string()).optional(),
  /** Other words for it, as people say it. */
  said: z.array(z.string()).optional(),
  /** Words of which one must stand beside a signature that is too general alone; by signature. */
  needs: z.record(z.string(), z.array(z.string())).optional(),
  /** What the workaround may break. */
  risk: z.string().nullish(),
});
export type StoredIssue = z.infer<typeof StoredIssue>;

/** What a person says of the problem; one line and details are kept apart because both together find more. */
export type IssueQuery = {
  /** One-line summary in the person's words; empty where there is none. Never made up from the first sentence. */
  summary: string;
  /** Error text, output, everything else. */
  details: string;
  /** The person's own versions, to compare with `affects` and `fixedIn`. */
  versions?: { aksRelease?: string; kubernetes?: string; hostOs?: string; azureLocal?: string };
  repos?: string[];
  limit?: number;
  /** Where it is settled already that this is a problem: wishes and roadmap cards are then never among the answers. */
  isProblem?: boolean;
  /**
   * For links beside a verdict: each similar issue must also reach the threshold by itself, in one passage of the text. Without it the
   * best vouches for those near it, as somebody who searches wants to see them.
   */
  eachVouched?: boolean;
  /** Day from which ages are counted, `YYYY-MM-DD`, so that the same report comes out later; else the index's own. */
  today?: string;
};
