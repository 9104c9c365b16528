/** Policy editions: policies/<edition>.yaml, one file an edition, complete in itself. */
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * A test of one fact. A bare value means `is`; several keys in one test all have to hold. Numbers are whole days or counts:
 * `moreThan: 30` is true from 31 on. A fact that is absent, or whose value is the word `unknown`, leaves the test unknown.
 */
export type Test = string | number | boolean | FullTest;
export type FullTest = {
  is?: string | number | boolean | undefined;
  in?: (string | number | boolean)[] | undefined;
  moreThan?: number | undefined;
  atMost?: number | undefined;
  /** A value is known at all; `false`: none is. */
  known?: boolean | undefined;
  /** Somebody spoke of it, were it only to say that it is not known. */
  mentioned?: boolean | undefined;
  /** A list (nodeChange) has an entry that meets all these tests. */
  some?: Record<string, Test> | undefined;
  /** Whole months that have passed since a date; day and month equal is not yet more. */
  moreThanMonthsAgo?: number | undefined;
  atMostMonthsAgo?: number | undefined;
  /** A date lies on this day or later, or before it. */
  from?: string | undefined;
  before?: string | undefined;
  /** A dotted version comes before this one (`1.0.22`). */
  versionBelow?: string | undefined;
  /** Kubernetes minors between this version and the one in another fact. */
  minorsFrom?: { fact: string; moreThan: number } | undefined;
  /**
   * What an unknown fact counts as: `met` is silent, `presumed` counts as met too, but the fact is named as one that could
   * still turn the verdict.
   */
  whileUnknown?: 'met' | 'presumed' | undefined;
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
      mentioned: z.boolean().optional(),
      some: z.record(z.string(), Test).optional(),
      moreThanMonthsAgo: z.number().int().optional(),
      atMostMonthsAgo: z.number().int().optional(),
      from: Day.optional(),
      before: Day.optional(),
      versionBelow: z.string().optional(),
      minorsFrom: z.strictObject({ fact: z.string(), moreThan: z.number() }).optional(),
      whileUnknown: z.enum(['met', 'presumed']).optional(),
    }),
  ]),
);

/** `{ fact: test, … }` (all of them), `{ all: […] }`, `{ any: […] }`, `{ not: … }`. `today` can be tested like a fact. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { [fact: string]: Test };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.record(z.string(), Test),
  ]),
);

/** Plain values by fact name; `{ about: 40 }` is a guess, `{ atLeast: 31, atMost: 60 }` a range with certain ends. */
const PlainFacts = z.record(z.string(), z.unknown());

/** Whether the topic is Microsoft's. */
export const Scope = z.enum(['in_scope', 'best_effort', 'out_of_scope', 'not_a_support_request', 'undetermined']);
export type Scope = z.infer<typeof Scope>;
export const ScopeLimit = z.enum(['install_and_basic_configuration', 'business_hours']);
export type ScopeLimit = z.infer<typeof ScopeLimit>;

/**
 * Place of a rule in the order of precedence: `gate` (cluster out of support), `upgrade` (upgrade first); then the topic:
 * `exclusion` before `best_effort` before `in_scope`. `warning` and `note` are attached to whatever verdict stands and count
 * among its reasons, because something about them was said. `background` only adds duties and explanations.
 */
export const Role = z.enum([
  'gate',
  'upgrade',
  'exclusion',
  'best_effort',
  'in_scope',
  'warning',
  'note',
  'background',
]);
export type Role = z.infer<typeof Role>;

export const Rule = z.strictObject({
  id: z.string().regex(/^[A-L]\d{2}$/),
  /** Heading of this edition's document under which the sentence stands. */
  heading: z.string(),
  /** Full address where it is not the heading's place on the edition's page. */
  url: z.string().optional(),
  /** Line of the document as it was read, where the project has it. */
  line: z.string().optional(),
  role: Role,
  when: Condition,
  /** The rule stays silent where this holds. Unknown: the rule speaks, and the fact is named as one that could still turn it. */
  exempt: z.array(z.strictObject({ when: Condition, by: z.string() })).optional(),
  /** The risk of a gate was raised: while the gate itself is undecided, eligibility stays unknown. */
  raised: Condition.optional(),
  // biome-ignore lint/suspicious/noThenProperty: the word of the house for a rule's effect; it never holds a function.
  then: z.strictObject({
    scope: Scope.optional(),
    limit: ScopeLimit.optional(),
    eligibility: z.enum(['upgrade_first', 'unsupported']).optional(),
  }),
  /** What the rule means for the person, one sentence. `{stoppedDays}` is replaced by that fact. */
  effect: z.string(),
  duty: z.enum(['microsoft', 'customer', 'shared', 'none']),
  /** Who does what, one sentence; needed where `duty` is not `none`. */
  dutyText: z.string().optional(),
  /** What to do or to know beyond the effect. */
  advice: z.string().optional(),
  /** The day on which a number of days reaches its limit, for a rule that warns before it. */
  due: z.strictObject({ fact: z.string(), limit: z.number() }).optional(),
  /** Makes the cluster eligible again, or says what would change the verdict. `{supportedMinors}` and `{dueDate}` are filled in. */
  wayBack: z.string().optional(),
  /** Facts as they are once the way back was gone; the engine weighs again with them before it shows the way. */
  cure: PlainFacts.optional(),
  /** Why the rule reads so, with the reading's id (X05) where the text leaves room. */
  why: z.string(),
  /** More weight is named first among rules of one role. */
  weight: z.number().default(0),
  examples: z.strictObject({ fires: z.array(PlainFacts), stays: z.array(PlainFacts) }),
});
export type Rule = z.infer<typeof Rule>;

/** What this policy does not judge: no gate applies and eligibility stays unknown. */
export const Outside = z.strictObject({
  when: Condition,
  scope: Scope,
  limit: ScopeLimit.optional(),
  /** Rules that are cited all the same, where the edition has them. */
  cites: z.array(z.string()).default([]),
  why: z.string(),
});
export type Outside = z.infer<typeof Outside>;

const PolicyFile = z.strictObject({
  id: z.string(),
  /** H22, A24 …: the short name in the policy notes. */
  short: z.string(),
  title: z.string(),
  date: Day,
  url: z.string(),
  why: z.string(),
  /** Conditions over product, platform and `today` under which this edition is the right one; the highest `order` wins. */
  chosen: z.array(
    z.strictObject({ when: Condition, order: z.number(), why: z.string(), guess: z.boolean().default(false) }),
  ),
  /** The clock that tells whether a version is fine; eligible needs it known. */
  versionClock: z.strictObject({ facts: z.array(z.string()), fine: Condition }),
  /** Numbers of days that grow every day while the condition holds; a warning is given this many days before a gate's limit. */
  nearLimit: z.strictObject({ days: z.number().int(), growing: z.record(z.string(), Condition) }),
  /** First match wins. */
  outside: z.array(Outside),
  rules: z.array(Rule),
});

const SCOPE_OF: Partial<Record<Role, readonly string[]>> = {
  exclusion: ['out_of_scope', 'undetermined'],
  best_effort: ['best_effort'],
  in_scope: ['in_scope'],
};
const ELIGIBILITY_OF: Partial<Record<Role, string>> = { gate: 'unsupported', upgrade: 'upgrade_first' };

/** What no single field can say: the role fits the effect, ids are there once, and whoever is referred to exists. */
export const Policy = PolicyFile.superRefine((policy, context) => {
  const ids = policy.rules.map((rule) => rule.id);
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  policy.rules.forEach((rule, at) => {
    const scopes = SCOPE_OF[rule.role];
    if (ids.indexOf(rule.id) !== at) complain(['rules', at, 'id'], `${rule.id} stands here twice`);
    const fits = scopes ? scopes.includes(rule.then.scope ?? '') : rule.then.scope === undefined;
    if (!fits)
      complain(
        ['rules', at, 'then'],
        `a rule of the role ${rule.role} has the scope ${scopes?.join(' or ') ?? 'of no kind'}`,
      );
    if (rule.then.eligibility !== ELIGIBILITY_OF[rule.role]) {
      complain(
        ['rules', at, 'then'],
        `a rule of the role ${rule.role} has the eligibility ${ELIGIBILITY_OF[rule.role] ?? 'of no kind'}`,
      );
    }
    if ((rule.duty === 'none') !== (rule.dutyText === undefined)) {
      complain(['rules', at, 'duty'], 'a duty needs its dutyText, and "none" has no dutyText');
    }
    rule.exempt?.forEach(({ by }, index) => {
      if (!ids.includes(by)) complain(['rules', at, 'exempt', index, 'by'], `there is no rule ${by} in this edition`);
    });
  });
  policy.outside.forEach((outside, at) => {
    for (const id of outside.cites)
      if (!ids.includes(id)) complain(['outside', at, 'cites'], `there is no rule ${id} in this edition`);
  });
});
export type Policy = z.infer<typeof Policy>;
