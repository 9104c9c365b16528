/** The triage report: public, `reportVersion` counts its changes. */
import { z } from 'zod';
import { Scope, ScopeLimit } from '../../knowledge/schema/policy.ts';
import { Conflict, type FactName, Facts, factNames } from './facts.ts';
import { KnownIssue } from './known-issue.ts';

export { Scope, ScopeLimit };

export const Eligibility = z.enum(['eligible', 'upgrade_first', 'unsupported', 'unknown']);
export type Eligibility = z.infer<typeof Eligibility>;

export const ReportComponent = z.enum([
  'control_plane',
  'networking',
  'cni',
  'node',
  'storage',
  'arc_billing',
  'install_upgrade',
  'security',
  'third_party_oss',
  'third_party_closed',
  'k8s_howto',
  'preview_feature',
  'upstream_feature',
  'docs_feature',
  'other_product',
]);
export type ReportComponent = z.infer<typeof ReportComponent>;

export const Because = z.object({ fact: z.string(), value: z.unknown(), evidence: z.string() });
export type Because = z.infer<typeof Because>;

export const Citation = z.object({
  rule: z.string(),
  heading: z.string(),
  url: z.string(),
  effect: z.string(),
  because: z.array(Because),
});
export type Citation = z.infer<typeof Citation>;

export const Warning = z.object({ rule: z.string(), text: z.string(), dueDate: z.string().optional() });
export type Warning = z.infer<typeof Warning>;

export const Duty = z.object({ who: z.enum(['microsoft', 'customer', 'shared']), what: z.string() });
export type Duty = z.infer<typeof Duty>;

const factName = z.enum(factNames as [FactName, ...FactName[]]);
export const Ask = z.object({ fact: factName, why: z.string() });
export type Ask = z.infer<typeof Ask>;

export const EditionRef = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  url: z.string(),
  why: z.string(),
});
export type EditionRef = z.infer<typeof EditionRef>;

/** One problem of a message that holds several. */
export const Part = z.object({
  text: z.string(),
  scope: Scope,
  scopeLimit: ScopeLimit.nullable(),
  component: ReportComponent,
  headline: z.string(),
  rules: z.array(z.string()),
  citations: z.array(Citation),
});
export type Part = z.infer<typeof Part>;

export const OtherEdition = z.object({
  id: z.string(),
  title: z.string(),
  scope: Scope,
  scopeLimit: ScopeLimit.nullable(),
  eligibility: Eligibility,
  rules: z.array(z.string()),
  why: z.string(),
});
export type OtherEdition = z.infer<typeof OtherEdition>;

export const Report = z.object({
  reportVersion: z.literal(1),
  id: z.string(),
  recordId: z.string(),
  scope: Scope,
  scopeLimit: ScopeLimit.nullable(),
  eligibility: Eligibility,
  component: ReportComponent,
  confidence: z.number().min(0).max(1),
  headline: z.string(),
  edition: EditionRef,
  rules: z.array(z.string()),
  citations: z.array(Citation),
  warnings: z.array(Warning),
  duties: z.array(Duty),
  wayBack: z.array(z.string()),
  parts: z.array(Part),
  otherEditions: z.array(OtherEdition),
  facts: Facts,
  conflicts: z.array(Conflict),
  ask: z.array(Ask),
  knownIssues: z.object({ exact: z.array(KnownIssue), similar: z.array(KnownIssue) }),
  /** Where to go when this is not ours: vendor, community, other product, wishes. */
  places: z.array(z.object({ label: z.string(), url: z.string().optional() })),
  /** What could not be read: another language, a cut output, an image. */
  notRead: z.array(z.string()),
  /** Kinds and counts of credentials that were masked on entry. */
  masked: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** Content hash of the knowledge that decided. */
  knowledge: z.string(),
});
export type Report = z.infer<typeof Report>;

/** What the triage engine itself produces; ids and known issues are added where the parts are put together. */
export type Verdict = Omit<Report, 'id' | 'recordId' | 'knownIssues' | 'masked'>;
