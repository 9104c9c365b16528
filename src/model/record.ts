/** The audit record of one triage: enough to replay it, nothing that was masked. */
import { z } from 'zod';
import { Facts } from './facts.ts';
import { Report } from './report.ts';

export const Asked = z.object({
  fact: z.string(),
  /** `null`: asked, not answered yet; `"unknown"`: "don't know". */
  answer: z.string().nullable(),
});
export type Asked = z.infer<typeof Asked>;

export const TriageRecord = z.object({
  id: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Who started it: channel user id (hashed where logs are concerned), `cli` for the terminal. */
  userId: z.string(),
  tenantId: z.string().nullable(),
  conversationId: z.string().nullable(),
  /** The words after masking, oldest first; the first is the opening. */
  messages: z.array(z.string()),
  /** Facts given beside the words (form, answers, --fact). */
  given: Facts,
  /** Edition that was forced, if any. */
  edition: z.string().nullable(),
  today: z.string(),
  asked: z.array(Asked),
  report: Report,
  feedback: z
    .object({ right: z.boolean(), corrected: z.record(z.string(), z.string()).optional(), note: z.string().optional() })
    .nullable(),
  handoff: z.object({ state: z.enum(['unassigned', 'assigned', 'closed']), expert: z.string().nullable() }).nullable(),
  codeVersion: z.string(),
});
export type TriageRecord = z.infer<typeof TriageRecord>;
