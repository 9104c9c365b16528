/** Terms, topics, cues, triggers and places: components.yaml, topics.yaml, cues.yaml, triggers.yaml, places.yaml. */
import { z } from 'zod';

/** Classes of the taxonomy: who made a named part. */
export const TermClass = z.enum([
  'microsoft-managed',
  'community-cni',
  'open-source-networking',
  'open-source',
  'closed-source',
  'azure-integration',
  'kubernetes-core',
  'host-platform',
  'other-product',
]);

export const Component = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string(),
  class: TermClass,
  /** Whole words or phrases, lower case; the name itself counts as one. */
  aliases: z.array(z.string()).default([]),
  /** Parts of pod, image, service or driver names, matched inside an identifier. */
  signals: z.array(z.string()).default([]),
  /** Topic when this part is the cause; an id of topics.yaml. */
  topic: z.string(),
  /** Same name, another life: ids of rows that differ by who installed it. */
  twins: z.array(z.string()).default([]),
  /** Needs a context word beside it, because the name is also an everyday word ("vector", "flux", "dex"). */
  needs: z.array(z.string()).default([]),
  /**
   * What it does, where that tells its part in a message: a `scanner` finds flaws, a `messenger` watches others, an `ingress` has
   * configuration that is in scope, and what is `staged` has been a preview.
   */
  kinds: z.array(z.enum(['scanner', 'messenger', 'ingress', 'staged'])).default([]),
  note: z.string().optional(),
  examples: z.strictObject({ hits: z.array(z.string()), misses: z.array(z.string()) }).optional(),
});
export type Component = z.infer<typeof Component>;

export const Topic = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string(),
  /** A rule that names the parent also fits here. */
  parent: z.string().optional(),
  /** Code in the report. */
  component: z.string(),
  /** The headline where this topic is no support request: a whole sentence with the next step. */
  headline: z.string().optional(),
  /** Words and error fragments that speak for it, with their weight. */
  signals: z.array(z.strictObject({ any: z.array(z.string()), weight: z.number() })).default([]),
  why: z.string(),
});
export type Topic = z.infer<typeof Topic>;

export const Trigger = z.strictObject({
  id: z.string(),
  /** Words or identifiers that raise the question. */
  words: z.array(z.string()),
  asks: z.array(z.string()),
  why: z.string(),
  rules: z.array(z.string()),
});
export type Trigger = z.infer<typeof Trigger>;

/** Turns of phrase that tell what a person wants, or what part a named thing plays: cues.yaml. */
export const Cue = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  why: z.string(),
  any: z.array(z.string()),
});
export type Cue = z.infer<typeof Cue>;

/** Where somebody should go instead. */
export const Place = z.strictObject({
  id: z.string(),
  label: z.string(),
  url: z.string().optional(),
  /** Topics, component ids or products this place is right for. */
  for: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

export const ComponentsFile = z.strictObject({ components: z.array(Component) });
export const TopicsFile = z.strictObject({ topics: z.array(Topic) });
export const CuesFile = z.strictObject({ cues: z.array(Cue) });
export const TriggersFile = z.strictObject({ triggers: z.array(Trigger) });
export const PlacesFile = z.strictObject({ places: z.array(Place) });
