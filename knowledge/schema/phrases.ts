/** Training phrases of the classifier: phrases/*.yaml. Written for this project from the policy and the taxonomy. */
import { z } from 'zod';

export const Phrases = z.strictObject({
  why: z.string(),
  phrases: z.array(z.strictObject({ topic: z.string(), intent: z.string().optional(), texts: z.array(z.string()) })),
});
export type Phrases = z.infer<typeof Phrases>;
