import { expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { plainText } from '../../src/text/clean.ts';
import { shapes } from './tables/shapes.ts';

it.each(shapes)('reads %s', (text, expected) => {
  const { facts } = readFacts(text, { today: '2026-11-20' });
  for (const [name, value] of Object.entries(expected)) {
    const fact = facts[name as keyof typeof facts];
    expect(fact && !fact.approx ? fact.value : null, name).toEqual(value);
    if (fact) expect(plainText(text)).toContain(fact.evidence);
  }
});
