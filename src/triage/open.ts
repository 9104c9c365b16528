/** What is still undecided, and whether it could change the verdict. */
import type { Policy, Rule } from '../../knowledge/schema.ts';
import { isGate, type Judgement, SCOPE_ROLES } from './judge.ts';

export type Open = {
  fact: string;
  /** The part of a fact that is open although the fact is known, such as who directed a node change. */
  part?: string;
  rules: string[];
  couldChange: 'scope' | 'eligibility';
  /**
   * `clock`: the version is not known to be fine. `raised`: a risk was mentioned and is undecided. `presumed`: a rule speaks
   * as long as nobody says otherwise. `not_raised`: nobody spoke of it.
   */
  why: 'clock' | 'raised' | 'presumed' | 'not_raised';
};

const WHY_ORDER: readonly Open['why'][] = ['clock', 'raised', 'presumed', 'not_raised'];

export function openOf(judgement: Judgement, policy: Policy): Open[] {
  if (judgement.outside) return [];
  const found = [...clockOpen(judgement, policy), ...ruleOpen(judgement), ...presumedOpen(judgement)];
  for (const fact of judgement.outsideNeeds) found.push({ fact, rules: [], couldChange: 'scope', why: 'not_raised' });
  return merge(found);
}

function clockOpen({ clock, eligibility }: Judgement, policy: Policy): Open[] {
  if (clock.held !== 'unknown' || eligibility === 'unsupported' || eligibility === 'upgrade_first') return [];
  const rules = policy.rules.filter((rule) => rule.role === 'upgrade').map((rule) => rule.id);
  return clock.needs.map((fact) => ({ fact, rules, couldChange: 'eligibility', why: 'clock' }));
}

function ruleOpen(judgement: Judgement): Open[] {
  return judgement.undecided.flatMap(({ rule, needs, raised }) => {
    const couldChange = changes(rule, judgement);
    if (!couldChange) return [];
    return needs().map(
      (fact): Open => ({ fact, rules: [rule.id], couldChange, why: raised ? 'raised' : 'not_raised' }),
    );
  });
}

/** Which axis would move if the rule spoke: a rule that ranks below the standing verdict moves nothing. */
function changes(rule: Rule, { eligibility, scope, scopeLimit, reasons }: Judgement): Open['couldChange'] | undefined {
  if (rule.role === 'gate') return eligibility === 'unsupported' ? undefined : 'eligibility';
  if (rule.role === 'upgrade')
    return eligibility === 'unsupported' || eligibility === 'upgrade_first' ? undefined : 'eligibility';
  if (!SCOPE_ROLES.includes(rule.role)) return undefined;
  const standing = reasons.find((reason) => SCOPE_ROLES.includes(reason.rule.role))?.rule;
  const same = rule.then.scope === scope && (rule.then.limit ?? null) === scopeLimit;
  if (same) return undefined;
  return standing === undefined || outranks(rule, standing) ? 'scope' : undefined;
}

function outranks(rule: Rule, standing: Rule): boolean {
  const step = SCOPE_ROLES.indexOf(standing.role) - SCOPE_ROLES.indexOf(rule.role);
  return step === 0 ? rule.weight > standing.weight : step > 0;
}

/** A presumption matters only where no other reason holds the same axis without one. */
function presumedOpen(judgement: Judgement): Open[] {
  return judgement.reasons.flatMap(({ rule, presumed }) => {
    if (presumed.length === 0) return [];
    const scope = SCOPE_ROLES.includes(rule.role);
    if (!scope && !isGate(rule)) return [];
    const alike = judgement.reasons.filter((other) =>
      scope ? SCOPE_ROLES.includes(other.rule.role) : other.rule.role === rule.role,
    );
    if (alike.some((other) => other.presumed.length === 0)) return [];
    const couldChange = scope ? 'scope' : 'eligibility';
    return presumed.map((name): Open => ({ ...named(name), rules: [rule.id], couldChange, why: 'presumed' }));
  });
}

function named(name: string): { fact: string; part?: string } {
  const [fact = name, part] = name.split('.');
  return part === undefined ? { fact } : { fact, part };
}

/** What several rules leave open is open once, with all of them and the weightiest why. */
function merge(found: readonly Open[]): Open[] {
  const alike = new Map<string, Open[]>();
  for (const open of found) {
    const key = `${open.fact}.${open.part ?? ''} ${open.couldChange}`;
    const before = alike.get(key);
    if (before) before.push(open);
    else alike.set(key, [open]);
  }
  const merged = [...alike.values()].map((all): Open => {
    const why = WHY_ORDER.find((one) => all.some((open) => open.why === one)) ?? 'not_raised';
    return { ...(all.at(-1) as Open), rules: [...new Set(all.flatMap((open) => open.rules))].sort(), why };
  });
  return merged.sort(
    (a, b) =>
      WHY_ORDER.indexOf(a.why) - WHY_ORDER.indexOf(b.why) ||
      a.fact.localeCompare(b.fact) ||
      a.couldChange.localeCompare(b.couldChange),
  );
}
