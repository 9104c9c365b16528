/** Shipped known issues: issues/documented.yaml, issues/aksarc.yaml, issues/checks.yaml, issues/risks.yaml; synonyms.yaml. */
import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const IssueId = z.union([z.number().int(), z.string().regex(/^[A-Z]{3}-\d{2}$/)]);

/**
 * An error message, its shortest stable part. `<x>` and `...` stand for anything. A general message needs one of the words of
 * `with` beside it, because alone it is the error of many faults.
 */
const ErrorText = z.union([z.string(), z.strictObject({ text: z.string(), with: z.array(z.string()).min(1) })]);
export type ErrorText = z.infer<typeof ErrorText>;

export const ShippedIssue = z.strictObject({
  /** Number in the tracker, or the id of a documented issue (`INS-01`). */
  id: IssueId,
  title: z.string(),
  /** What a person sees, in our words. */
  symptom: z.string().optional(),
  /** Other words for it, as people say it who know neither the product's terms nor the cause. */
  said: z.array(z.string()).default([]),
  /** Error messages that assert this issue where they stand in a text. */
  errors: z.array(ErrorText).default([]),
  /** Names, commands and states that go with it but do not prove it. */
  marks: z.array(z.string()).default([]),
  cause: z.string().optional(),
  workaround: z.string().optional(),
  /** What the workaround may break. */
  risk: z.string().optional(),
  fixedIn: z.string().optional(),
  url: z.string(),
  kind: z.enum(['bug', 'known-issue', 'question', 'feature', 'announcement', 'docs']).default('known-issue'),
  state: z.string().default('documented'),
  labels: z.array(z.string()).default([]),
  /** Day, or month where the day is not known. */
  opened: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .optional(),
  resolution: z.enum(['open', 'fixed', 'workaround', 'stale', 'by_design', 'unknown']),
  affects: z
    .strictObject({
      aksRelease: z.array(z.string()).default([]),
      kubernetes: z.array(z.string()).default([]),
      hostOs: z.array(z.string()).default([]),
      module: z.array(z.string()).default([]),
    })
    .optional(),
  related: z.array(z.number().int()).default([]),
  duplicateOf: z.number().int().optional(),
  /** Tracker issues that are about this very fault: both are found by the error texts of either. */
  sameAs: z.array(z.number().int()).default([]),
});
export type ShippedIssue = z.infer<typeof ShippedIssue>;

export const ShippedIssues = z.strictObject({
  why: z.string(),
  repo: z.string(),
  source: z.enum(['shipped', 'documented']),
  asOf: Day,
  issues: z.array(ShippedIssue),
});
export type ShippedIssues = z.infer<typeof ShippedIssues>;

/** One error text with several causes, and the check that tells them apart. */
export const IssueChecks = z.strictObject({
  why: z.string(),
  checks: z.array(z.strictObject({ error: z.string(), of: z.array(IssueId).min(2), check: z.string() })),
});
export type IssueChecks = z.infer<typeof IssueChecks>;

/** Steps of workarounds that can break something, found by their words. */
export const IssueRisks = z.strictObject({
  why: z.string(),
  risks: z.array(
    z.strictObject({
      /** Case-insensitive fragments, any of which marks the step. */
      words: z.array(z.string()).min(1),
      risk: z.string(),
      examples: z.strictObject({ hits: z.array(z.string()).min(1), misses: z.array(z.string()).min(1) }),
    }),
  ),
});
export type IssueRisks = z.infer<typeof IssueRisks>;

export const Synonyms = z.strictObject({
  why: z.string(),
  /** Words and phrases that mean the same here. */
  groups: z.array(z.array(z.string()).min(2)),
});
export type Synonyms = z.infer<typeof Synonyms>;
