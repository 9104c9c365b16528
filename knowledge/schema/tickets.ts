/** Ticket data: tickets.yaml (services, severity words, log collectors, field rules, the forms of the ways out). */
import { z } from 'zod';

const Guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** A service of the support catalogue. The GUID is stable over years, the name is not. */
export const SupportService = z.strictObject({
  id: z.string(),
  name: z.string(),
  guid: Guid,
  /** Ids of products, topics or component codes this service is right for; earlier rows win. */
  for: z.array(z.string()),
  source: z.string(),
  /** A problem type a person can look for in the portal's list. */
  problemType: z.string(),
});
export type SupportService = z.infer<typeof SupportService>;

/** What to collect. `products` and `topics` empty means any. */
export const LogCollector = z.strictObject({
  id: z.string(),
  what: z.string(),
  /** One line to copy; words in angle brackets are for the person to fill in. */
  command: z.string(),
  note: z.string(),
  products: z.array(z.string()).default([]),
  topics: z.array(z.string()).default([]),
  /** Oldest Azure Local release train it works on, `YYMM`. */
  azureLocalFrom: z.string().optional(),
  source: z.string(),
});
export type LogCollector = z.infer<typeof LogCollector>;

export const SeverityHint = z.strictObject({
  severity: z.enum(['minimal', 'moderate', 'critical']),
  /** Lower-case phrases; each entry is one phrase, or several joined by `+` that must all be there. */
  any: z.array(z.string()),
  why: z.string(),
  examples: z.strictObject({ hits: z.array(z.string()), misses: z.array(z.string()) }),
});

export const TicketData = z.strictObject({
  why: z.string(),
  apiVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  services: z.array(SupportService),
  products: z.record(z.string(), z.string()),
  /** Checked in this order; the first that is met decides. */
  severities: z.array(SeverityHint),
  severityNames: z.strictObject({
    minimal: z.string(),
    moderate: z.string(),
    critical: z.string(),
    highestcriticalimpact: z.string(),
  }),
  /** Languages that support answers in, as the service spells them. */
  languages: z.array(z.string()),
  /** Time zones without a row in CLDR: IANA → Windows. */
  zones: z.record(z.string(), z.string()),
  /** Azure support plans, and whether tickets can be made by program with them. */
  plans: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      api: z.boolean(),
      severityMax: z.enum(['none', 'minimal', 'moderate', 'critical']),
    }),
  ),
  logs: z.array(LogCollector),
  /** Where reports of bugs that others can reproduce go. */
  github: z.strictObject({
    repo: z.string(),
    template: z.string(),
    titlePrefix: z.string(),
    heldBackBy: z.array(z.string()),
    rules: z.string(),
  }),
  /** Portal addresses; not a documented contract, so they stand here and not in code. */
  portal: z.strictObject({ blade: z.url(), create: z.url(), plain: z.url() }),
});
export type TicketData = z.infer<typeof TicketData>;
