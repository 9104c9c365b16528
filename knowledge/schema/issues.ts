/** Shipped known issues: issues/documented.yaml and issues/aksarc.yaml; synonyms.yaml. */
import { z } from 'zod';

export const Synonyms = z.strictObject({ why: z.string(), groups: z.array(z.array(z.string())) });
export type Synonyms = z.infer<typeof Synonyms>;
