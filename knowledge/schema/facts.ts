/** How facts are asked: facts.yaml. */
import { z } from 'zod';

/**
 * One possible answer and how often it is given, as plain fact values. The outcomes of a question together are what the bot
 * imagines before it asks: a question whose outcomes all lead to the same verdict is not asked.
 */
export const Outcome = z.strictObject({ prior: z.number().min(0).max(1), facts: z.record(z.string(), z.unknown()) });
export type Outcome = z.infer<typeof Outcome>;

export const FactQuestion = z.strictObject({
  fact: z.string(),
  /** Facts that an answer settles; the question is not asked where one of them is known. */
  settles: z.array(z.string()).default([]),
  /** Asked only where one of these facts has one of the values; no values: any. */
  onlyIf: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))).default({}),
  /** Not asked where one of these facts has one of the values. */
  unless: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))).default({}),
  /** Asked only where weighing the policy says that this known fact is still open in some part. */
  onlyOpen: z.boolean().default(false),
  /** Which part that is. */
  part: z.enum(['directedByMicrosoft', 'documentedByMicrosoft']).default('directedByMicrosoft'),
  /** Asked only where the words of the person raise it. */
  onlyRaised: z.boolean().default(false),
  label: z.string(),
  question: z.string(),
  why: z.string(),
  how: z.string().optional(),
  input: z.enum(['text', 'choice', 'date', 'number']),
  choices: z.array(z.strictObject({ title: z.string(), value: z.string() })).default([]),
  /** A tick on the card of gates: the sentence a person ticks where it is true of the cluster. */
  gate: z.string().optional(),
  /** Settles first whether anything else matters; asked alone. */
  first: z.boolean().default(false),
  /** Asked in personal chat only: a channel is visible to all. */
  sensitive: z.boolean().default(false),
  outcomes: z.array(Outcome).default([]),
});
export type FactQuestion = z.infer<typeof FactQuestion>;

export const FactQuestions = z.strictObject({
  /** Words that tell the on-premises family, where the exact product is not said. */
  family: z.array(z.string()),
  facts: z.array(FactQuestion),
});
export type FactQuestions = z.infer<typeof FactQuestions>;
