/** The support ticket before and after it leaves us. Field names follow Microsoft.Support 2026-07-01 where it has one. */
import { z } from 'zod';

export const Severity = z.enum(['minimal', 'moderate', 'critical', 'highestcriticalimpact']);
export type Severity = z.infer<typeof Severity>;

export const Contact = z.object({
  firstName: z.string(),
  lastName: z.string(),
  primaryEmailAddress: z.string(),
  preferredContactMethod: z.enum(['email', 'phone']),
  phoneNumber: z.string().nullable(),
  /** Windows time zone name, e.g. `W. Europe Standard Time`. */
  preferredTimeZone: z.string(),
  /** ISO 3166-1 alpha-3. */
  country: z.string(),
  preferredSupportLanguage: z.string(),
});
export type Contact = z.infer<typeof Contact>;

export const Draft = z.object({
  recordId: z.string(),
  /** Derived from the record, so that a retry can never make a second ticket. */
  ticketName: z.string(),
  title: z.string(),
  description: z.string(),
  severity: Severity,
  severityWhy: z.string(),
  /** `/providers/Microsoft.Support/services/{guid}` */
  serviceId: z.string().nullable(),
  serviceName: z.string().nullable(),
  problemClassificationId: z.string().nullable(),
  problemType: z.string().nullable(),
  subscriptionId: z.string().nullable(),
  resourceId: z.string().nullable(),
  problemStartTime: z.string().nullable(),
  /** Asked, never assumed: null until the person has said it. */
  advancedDiagnosticConsent: z.enum(['Yes', 'No']).nullable(),
  require24X7Response: z.boolean(),
  contact: Contact.partial(),
  logs: z.array(z.object({ what: z.string(), command: z.string(), note: z.string() })),
  /** `exact`: the same error stands in it, not only similar words. */
  knownIssues: z.array(z.object({ title: z.string(), url: z.string(), exact: z.boolean().optional() })),
  /** Names of fields that an exit needs and that are still empty. */
  missing: z.array(z.string()),
  /** Fields that a person changed; they outlive a change of the verdict. */
  edited: z.array(z.string()).optional(),
  state: z.enum(['draft', 'creating', 'created', 'refused']),
  supportTicketId: z.string().nullable(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof Draft>;

export const ExitKind = z.enum(['portal', 'az', 'powershell', 'api', 'github', 'text']);
export type ExitKind = z.infer<typeof ExitKind>;

/** One way out, complete and copy-ready. */
export const Exit = z.object({
  kind: ExitKind,
  title: z.string(),
  /** Why it stands at this place of the list. */
  why: z.string(),
  /** What a person copies or opens; for `az` also a PowerShell form in `twin`. */
  content: z.string(),
  url: z.string().nullable(),
  twin: z.string().nullable(),
  steps: z.array(z.string()),
});
export type Exit = z.infer<typeof Exit>;

/** Fields a person can edit before anything leaves, with the words for them; keys of `editDraft` and of `Draft.missing`. */
export const TICKET_FIELDS = {
  title: 'title',
  description: 'description',
  severity: 'severity',
  subscriptionId: 'subscription id',
  resourceId: 'resource id of the cluster',
  serviceId: 'service',
  problemClassificationId: 'problem type',
  problemStartTime: 'start of the problem',
  advancedDiagnosticConsent: 'consent to advanced diagnostics',
  require24X7Response: 'answers around the clock',
  firstName: 'first name',
  lastName: 'last name',
  primaryEmailAddress: 'mail address',
  preferredContactMethod: 'way of contact',
  phoneNumber: 'phone number',
  preferredTimeZone: 'time zone',
  country: 'country',
  preferredSupportLanguage: 'language of support',
} as const;
export type TicketField = keyof typeof TICKET_FIELDS;
export const ticketFields = Object.keys(TICKET_FIELDS) as TicketField[];
