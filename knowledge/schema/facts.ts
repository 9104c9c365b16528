/** How facts are asked: facts.yaml. */
import { z } from 'zod';

export const FactQuestion = z.strictObject({
  fact: z.string(),
  label: z.string(),
  question: z.string(),
  why: z.string(),
  how: z.string().optional(),
  input: z.enum(['text', 'choice', 'date', 'number']),
  choices: z.array(z.strictObject({ title: z.string(), value: z.string() })).default([]),
  /** Asked in personal chat only: a channel is visible to all. */
  sensitive: z.boolean().default(false),
});
export type FactQuestion = z.infer<typeof FactQuestion>;
export const FactQuestions = z.strictObject({ facts: z.array(FactQuestion) });
