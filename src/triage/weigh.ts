/** Weighs the facts of a case by one edition of the support policy: the verdict on both axes with everything that backs it. */
import type { Policy } from '../../knowledge/schema.ts';
import type { Facts } from '../model/facts.ts';
import type { Citation, Duty, Eligibility, Scope, ScopeLimit, Warning } from '../model/report.ts';
import { citationOf } from './citation.ts';
import { type Judgement, judge, type WeighContext } from './judge.ts';
import { warningsOf } from './limits.ts';
import { type Open, openOf } from './open.ts';
import { wayBack } from './way-back.ts';

export type { WeighContext } from './judge.ts';
export type { Open } from './open.ts';

export type Weighing = {
  scope: Scope;
  scopeLimit: ScopeLimit | null;
  eligibility: Eligibility;
  /** Reasons, most decisive first; each has a citation. */
  rules: string[];
  citations: Citation[];
  /** Rules that apply but are no reasons: duties and explanations. */
  background: Citation[];
  warnings: Warning[];
  duties: Duty[];
  wayBack: string[];
  open: Open[];
  /** The topic is known, but this edition says nothing about it: nothing is promised from silence. */
  silent: boolean;
};

/** Pure; the same facts, policy and day give the same weighing, whatever the order of facts and rules. */
export function weigh(facts: Facts, policy: Policy, ctx: WeighContext): Weighing {
  const judgement = judge(facts, policy, ctx);
  const { scope, scopeLimit, eligibility, reasons, background } = judgement;
  return {
    scope,
    scopeLimit,
    eligibility,
    rules: reasons.map(({ rule }) => rule.id),
    citations: reasons.map((spoken) => citationOf(spoken, facts, policy)),
    background: background.map((spoken) => citationOf(spoken, facts, policy)),
    warnings: warningsOf(judgement, facts, policy, ctx),
    duties: dutiesOf(judgement),
    wayBack: wayBack(judgement, facts, ctx),
    open: openOf(judgement, policy),
    silent: scope === 'undetermined' && facts.topic !== undefined && !facts.topic.approx,
  };
}

function dutiesOf({ reasons, background }: Judgement): Duty[] {
  const duties = [...reasons, ...background].flatMap(({ rule }): Duty[] =>
    rule.duty === 'none' || rule.dutyText === undefined ? [] : [{ who: rule.duty, what: rule.dutyText }],
  );
  return duties.filter((duty, at) => duties.findIndex((other) => other.what === duty.what) === at);
}
