/** Training phrases of the classifier, written for this project from the policy and the taxonomy, and what was learnt from them. */
import { z } from 'zod';

/** phrases/*.yaml */
export const Phrases = z.strictObject({
  why: z.string(),
  phrases: z.array(z.strictObject({ topic: z.string(), intent: z.string().optional(), texts: z.array(z.string()) })),
});
export type Phrases = z.infer<typeof Phrases>;

/** classifier.json, which `npm run -s train` writes. */
export const KeptTraining = z.strictObject({
  /** Hash of the files it was learnt from. */
  of: z.string(),
  labels: z.array(z.string()),
  biases: z.array(z.number()),
  features: z.array(z.string()),
  /** A signed byte a feature and label, as base64. */
  weights: z.string(),
});
export type KeptTraining = z.infer<typeof KeptTraining>;
