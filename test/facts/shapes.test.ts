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

/** Two clusters in one table: the words below choose one, set one aside, or leave it open. */
const TWO =
  'Name   KubernetesVersion ProvisioningState\n----   ----------------- -----------------\nkiln-1 v1.31.12          provisioned\nkiln-2 v1.33.4           provisioned\n\n';

it.each([
  ['kiln-2 does not start any more', 'kiln-2'],
  ['Only kiln-1 is affected', 'kiln-1'],
  ['kiln-2 is fine', 'kiln-1'],
  ['kiln-1 works, kiln-2 does not', 'kiln-2'],
  ['kiln-1 is not ok', 'kiln-1'],
  ['kiln-2 is not working', 'kiln-2'],
  ['kiln-1 is working no longer', 'kiln-1'],
  ['kiln-2 is good for nothing since the upgrade', 'kiln-2'],
  ['kiln-1 geht, kiln-2 nicht', 'kiln-2'],
  ['Es geht um kiln-2, kiln-1 läuft', 'kiln-2'],
  ['please ignore kiln-2', 'kiln-1'],
  ['kiln-1 is still there but kiln-2 is gone', 'kiln-2'],
  ['we migrated from kiln-1 to kiln-2 and now kiln-2 hangs', 'kiln-2'],
  ['kiln-1 and kiln-2 are both broken', undefined],
  ['both are slow', undefined],
  ['pods on kiln-1 cannot reach the API, on kiln-2 they can', undefined],
  ['kiln-2 was created as a copy of kiln-1', undefined],
])('of two clusters, "%s" means %s', (words, name) => {
  const { facts } = readFacts(TWO + words, { today: '2026-11-20' });
  expect(facts.clusterName?.value).toBe(name);
  expect(facts.k8sVersion?.value).toBe(name && { 'kiln-1': '1.31.12', 'kiln-2': '1.33.4' }[name]);
});
