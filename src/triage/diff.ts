/** What changed between two editions of the policy, in words, and for which facts the change matters. */
import type { Policy, Rule } from '../../knowledge/schema.ts';
import { conditionWords } from './condition-words.ts';
import { judge, type WeighContext } from './judge.ts';
import { plainFacts } from './plain-facts.ts';

export type RuleChange = { rule: string; what: string[] };
export type CaseChange = { facts: Record<string, unknown>; rules: string[]; before: string; after: string };

export type EditionDiff = {
  from: { id: string; title: string; date: string };
  to: { id: string; title: string; date: string };
  /** Rules that only one of the two has, with what they mean. */
  gone: { rule: string; effect: string }[];
  added: { rule: string; effect: string }[];
  changed: RuleChange[];
  /** How the version clock differs; empty where it does not. */
  clock: string[];
  /** Examples of the rules above on which the two verdicts differ. */
  cases: CaseChange[];
};

export function diffEditions(a: Policy, b: Policy, ctx: WeighContext): EditionDiff {
  const before = new Map(a.rules.map((rule) => [rule.id, rule]));
  const after = new Map(b.rules.map((rule) => [rule.id, rule]));
  const only = (rules: readonly Rule[], other: ReadonlyMap<string, Rule>) =>
    rules.filter((rule) => !other.has(rule.id)).map((rule) => ({ rule: rule.id, effect: withoutCase(rule.effect) }));
  const changed = a.rules.flatMap((rule): RuleChange[] => {
    const twin = after.get(rule.id);
    const what = twin ? changesOf(rule, twin) : [];
    return what.length > 0 ? [{ rule: rule.id, what }] : [];
  });
  const gone = only(a.rules, after);
  const added = only(b.rules, before);
  const touched = new Set([...gone, ...added, ...changed].map((entry) => entry.rule));
  const examples = [...a.rules, ...b.rules].filter((rule) => touched.has(rule.id));
  return {
    from: named(a),
    to: named(b),
    gone,
    added,
    changed,
    clock: clockChange(a, b),
    cases: casesOf(examples, a, b, ctx),
  };
}

/** An effect speaks of a case in `{…}`; between editions there is none. */
const withoutCase = (effect: string): string =>
  effect.replace(/\s*(?:\(\{\w+\} here\)|\{still\})/g, '').replace(/\{\w+\}/g, '…');

const named = ({ id, title, date }: Policy) => ({ id, title, date });

function changesOf(a: Rule, b: Rule): string[] {
  const compare = (what: string, one: string, other: string) => (one === other ? [] : [`${what}: ${one} → ${other}`]);
  return [
    ...compare('heading', a.heading, b.heading),
    ...compare('role', a.role, b.role),
    ...compare('when', conditionWords(a.when), conditionWords(b.when)),
    ...compare('exempt', exemptWords(a), exemptWords(b)),
    ...compare('effect', withoutCase(a.effect), withoutCase(b.effect)),
    ...compare('duty', a.dutyText ?? 'nobody', b.dutyText ?? 'nobody'),
    ...compare('way back', withoutCase(a.wayBack ?? 'none'), withoutCase(b.wayBack ?? 'none')),
  ];
}

const exemptWords = (rule: Rule): string =>
  (rule.exempt ?? []).map(({ when, by }) => `${conditionWords(when)} (${by})`).join('; ') || 'nothing';

function clockChange(a: Policy, b: Policy): string[] {
  const [one, other] = [conditionWords(a.versionClock.fine), conditionWords(b.versionClock.fine)];
  return one === other ? [] : [`a version is fine when: ${one} → ${other}`];
}

/** Every example of a touched rule, weighed by both; equal facts once. */
function casesOf(rules: readonly Rule[], a: Policy, b: Policy, ctx: WeighContext): CaseChange[] {
  const cases = new Map<string, CaseChange>();
  for (const { id, examples } of rules) {
    for (const facts of [...examples.fires, ...examples.stays]) {
      const key = JSON.stringify(facts);
      const known = cases.get(key);
      if (known) {
        known.rules = [...new Set([...known.rules, id])];
        continue;
      }
      const [before, after] = [a, b].map((policy) => verdictWords(facts, policy, ctx));
      if (before !== undefined && after !== undefined && before !== after)
        cases.set(key, { facts, rules: [id], before, after });
    }
  }
  return [...cases.values()];
}

function verdictWords(values: Record<string, unknown>, policy: Policy, ctx: WeighContext): string {
  const { scope, scopeLimit, eligibility } = judge(plainFacts(values), policy, ctx);
  return `${scope}${scopeLimit ? ` (${scopeLimit})` : ''}, ${eligibility}`;
}

/** The difference as lines for a terminal. */
export function diffLines(diff: EditionDiff): string[] {
  const title = ({ id, title, date }: EditionDiff['from']) => `${id} (${title}, ${date})`;
  const section = (head: string, lines: string[]) =>
    lines.length > 0 ? ['', head, ...lines.map((line) => `  ${line}`)] : [];
  return [
    `From ${title(diff.from)} to ${title(diff.to)}`,
    ...section('Version clock', diff.clock),
    ...section(
      'Rules that are gone',
      diff.gone.map(({ rule, effect }) => `${rule}  ${effect}`),
    ),
    ...section(
      'Rules that are new',
      diff.added.map(({ rule, effect }) => `${rule}  ${effect}`),
    ),
    ...section(
      'Rules that read otherwise',
      diff.changed.flatMap(({ rule, what }) => what.map((line) => `${rule}  ${line}`)),
    ),
    ...section(
      'Facts for which it matters',
      diff.cases.map(
        ({ rules, facts, before, after }) => `${rules.join(', ')}  ${JSON.stringify(facts)}: ${before} → ${after}`,
      ),
    ),
  ];
}
