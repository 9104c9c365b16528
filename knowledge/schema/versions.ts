/** Version tables: versions/*.yaml. Each row names its source; tables change monthly, the policy yearly. */
import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const KubernetesMinors = z.strictObject({
  /** Day up to which the table was checked. */
  asOf: Day,
  /** Days of grace after a minor left the list. */
  graceDays: z.number().int(),
  why: z.string(),
  minors: z.array(
    z.strictObject({
      minor: z.string().regex(/^1\.\d+$/),
      /** First AKS Arc release that carried it. */
      releasedOn: Day.optional(),
      endOfSupport: Day.optional(),
      status: z.enum(['supported', 'deprecated', 'removed', 'unknown']),
      source: z.string(),
      note: z.string().optional(),
    }),
  ),
});
export type KubernetesMinors = z.infer<typeof KubernetesMinors>;

export const AksReleases = z.strictObject({
  asOf: Day,
  why: z.string(),
  /** Oldest first: the order is the release calendar that "releases behind" counts in. */
  releases: z.array(
    z.strictObject({
      tag: z.string(),
      /** Four-part builds published under the tag. */
      builds: z.array(z.string()).default([]),
      date: Day.optional(),
      /** `YYYY-MM` where only the month is known. */
      month: z.string().optional(),
      kubernetes: z.array(z.string()).default([]),
      source: z.string(),
      note: z.string().optional(),
    }),
  ),
});
export type AksReleases = z.infer<typeof AksReleases>;

export const Hosts = z.strictObject({
  asOf: Day,
  why: z.string(),
  hosts: z.array(
    z.strictObject({
      hostOs: z.enum(['windows-server', 'azure-stack-hci', 'azure-local']),
      version: z.string(),
      /** First field(s) of the OS build, e.g. 25398. */
      builds: z.array(z.string()).default([]),
      endOfSupport: Day.optional(),
      supported: z.enum(['yes', 'no', 'by_date', 'by_release', 'unknown']),
      source: z.string(),
      note: z.string().optional(),
    }),
  ),
  azureLocal: z.strictObject({
    /** A release train is supported this many months after it was published. */
    supportMonths: z.number().int(),
    trains: z.array(
      z.strictObject({
        train: z.string(),
        published: Day.optional(),
        kubernetes: z.array(z.string()).default([]),
        source: z.string(),
        note: z.string().optional(),
      }),
    ),
  }),
});
export type Hosts = z.infer<typeof Hosts>;
