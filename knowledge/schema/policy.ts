/** Policy editions: policies/<edition>.yaml. */
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/**
 * A test of one fact. A bare value means `is`. Numbers compare as whole days or counts: `moreThan: 30` is true from 31 on.
 * `some` / `none` look into a list of records (nodeChange). `known: true` holds where a value is known at all.
 */
export type Test =
  | string
  | number
  | boolean
  | {
      is?: string | number | boolean | undefined;
      in?: (string | number | boolean)[] | undefined;
      moreThan?: number | undefined;
      atMost?: number | undefined;
      known?: boolean | undefined;
      some?: Record<string, Test> | undefined;
    };
export const Test: z.ZodType<Test> = z.lazy(() =>
  z.union([
    scalar,
    z.strictObject({
      is: scalar.optional(),
      in: z.array(scalar).optional(),
      moreThan: z.number().optional(),
      atMost: z.number().optional(),
      known: z.boolean().optional(),
      some: z.record(z.string(), Test).optional(),
    }),
  ]),
);

/** `{ fact: test, … }` (all of them), `{ all: […] }`, `{ any: […] }`, `{ not: … }`. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { [fact: string]: Test };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.record(z.string(), Test),
  ]),
);

/** Values a rule can give facts in examples: plain, without evidence. */
const Example = z.record(z.string(), z.unknown());

export const Rule = z.strictObject({
  id: z.string().regex(/^[A-L]\d{2}$/),
  heading: z.string(),
  /** Fragment or full address where it differs from the edition's page. */
  url: z.string().optional(),
  /** Line of the seed document, where there is one. */
  line: z.string().optional(),
  /**
   * Place in the order of precedence: `gate` (cluster out of support), `upgrade` (upgrade first), `exclusion` (topic out),
   * `best_effort`, `in_scope`, and what is attached to whatever verdict stands: `warning`, `note`.
   */
  role: z.enum(['gate', 'upgrade', 'exclusion', 'best_effort', 'in_scope', 'warning', 'note']),
  when: Condition,
  /** The rule stays silent where this holds; `by` is the rule that says so and is then cited instead. */
  exempt: z.array(z.strictObject({ when: Condition, by: z.string().optional() })).optional(),
  // biome-ignore lint/suspicious/noThenProperty: the word of the house for a rule's effect; it never holds a function.
  then: z.strictObject({
    scope: z.enum(['in_scope', 'best_effort', 'out_of_scope', 'not_a_support_request']).optional(),
    limit: z.enum(['install_and_basic_configuration', 'business_hours']).optional(),
    eligibility: z.enum(['upgrade_first', 'unsupported']).optional(),
  }),
  /** What the rule means for the person, one sentence: the `effect` of its citation. */
  effect: z.string(),
  duty: z.enum(['microsoft', 'customer', 'shared', 'none']),
  /** Who does what, one sentence; needed where `duty` is not `none`. */
  dutyText: z.string().optional(),
  /** What to tell the person beyond the effect. */
  advice: z.string().optional(),
  /** Makes the cluster eligible again, or says that only redeployment does. `{…}` placeholders are facts and computed dates. */
  wayBack: z.string().optional(),
  /** Why the rule reads so, with the reading's id (X05) where the text leaves room. */
  why: z.string(),
  /** More weight is named first among rules of one role. */
  weight: z.number().default(0),
  examples: z.strictObject({ fires: z.array(Example), stays: z.array(Example) }),
});
export type Rule = z.infer<typeof Rule>;

export const Policy = z.strictObject({
  id: z.string(),
  /** H22, A24 …: the short name in the policy notes. */
  short: z.string(),
  title: z.string(),
  date: z.string(),
  url: z.string(),
  /** Conditions over product, platform and ticket date under which this edition is the right one; highest `order` wins. */
  chosen: z.array(z.strictObject({ when: Condition, order: z.number(), why: z.string() })),
  /** Which clock tells whether a version is fine; eligible needs it known. */
  versionClock: z.strictObject({
    facts: z.array(z.string()),
    /** Known to be fine when this holds. */
    fine: Condition,
  }),
  /** Facts that raise a risk, and the condition that it is inside its limit; a raised risk that is open gives `unknown`. */
  risks: z.array(z.strictObject({ raised: Condition, inside: Condition, ask: z.array(z.string()), why: z.string() })),
  rules: z.array(Rule),
});
export type Policy = z.infer<typeof Policy>;
