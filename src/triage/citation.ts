/** What a rule says to a person in this case: the citation, with the words it rests on. */
import type { Policy } from '../../knowledge/schema.ts';
import type { Fact, Facts } from '../model/facts.ts';
import type { Because, Citation } from '../model/report.ts';
import type { Spoken } from './judge.ts';

export const factNamed = (facts: Facts, name: string): Fact | undefined =>
  (facts as Record<string, Fact | undefined>)[name];

export function citationOf({ rule, because }: Spoken, facts: Facts, policy: Policy): Citation {
  return {
    rule: rule.id,
    heading: rule.heading,
    url: rule.url ?? `${policy.url}#${fragment(rule.heading)}`,
    effect: fill([rule.effect, rule.advice ?? ''].join(' ').trim(), facts),
    because: because.flatMap((name) => becauseOf(name, facts)),
  };
}

function becauseOf(name: string, facts: Facts): Because[] {
  const fact = factNamed(facts, name);
  return fact ? [{ fact: name, value: fact.value, evidence: fact.evidence }] : [];
}

/** The anchor that learn.microsoft.com gives a heading. */
export const fragment = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/** Puts facts into a sentence: "{stoppedDays} days". A fact that is not known leaves "some". */
export const fill = (text: string, facts: Facts, more: Record<string, string> = {}): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => more[name] ?? said(factNamed(facts, name)));

function said(fact: Fact | undefined): string {
  if (fact === undefined) return 'some';
  if (!fact.approx) return String(fact.value);
  return fact.min === undefined ? `about ${fact.value}` : `at least ${fact.min}`;
}
