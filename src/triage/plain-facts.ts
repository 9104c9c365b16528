/** Facts from plain values, as examples and cures of rules write them. */
import { FACTS, type Fact, type FactName, type Facts, isFactName } from '../model/facts.ts';

type Inexact = { about: number } | { atLeast?: number; atMost?: number };

const isInexact = (value: unknown): value is Inexact =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => key === 'about' || key === 'atLeast' || key === 'atMost');

/** Throws where a name or a value is none of the model's: an example that cannot occur proves nothing. */
export function plainFacts(values: Record<string, unknown>): Facts {
  const facts: Record<string, Fact> = {};
  for (const [name, given] of Object.entries(values)) {
    if (!isFactName(name)) throw new Error(`there is no fact "${name}"`);
    facts[name] = isInexact(given) ? inexact(given) : exact(name, given);
  }
  return facts as Facts;
}

function exact(name: FactName, given: unknown): Fact {
  const value = FACTS[name].parse(given) as Fact['value'];
  return { value, source: 'typed', evidence: `${name}: ${JSON.stringify(given)}`, approx: false };
}

function inexact(given: Inexact): Fact {
  if ('about' in given) return { value: given.about, source: 'typed', evidence: `about ${given.about}`, approx: true };
  const { atLeast: min, atMost: max } = given;
  const evidence = [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`]
    .join(' ')
    .trim();
  return {
    value: min ?? max ?? 0,
    source: 'typed',
    evidence,
    approx: true,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}
