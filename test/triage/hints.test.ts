import { describe, expect, it } from 'vitest';
import { readYaml } from '../../knowledge/load.ts';
import { TriggersFile } from '../../knowledge/schema.ts';
import { factNames } from '../../src/model/facts.ts';
import { hintedFacts } from '../../src/triage/hints.ts';

const { triggers } = readYaml('triggers.yaml', TriggersFile);

describe('facts that a word hints at', () => {
  it.each([
    ['the refusal says something about the Azure connection of the host', 'lastAzureSync'],
    ['we ran Set-VMMemory somewhere', 'nodeChange'],
    ['payment of the tenant failed', 'subscriptionState'],
    ['it uses an alpha api', 'featureStage'],
    ['no ingress since our cluster came back after the renovation', 'stoppedSince'],
    ['volumes are read-only; the machines were powered off for the audit', 'stoppedSince'],
    ['seit die VMs waren ausgeschaltet, geht nichts', 'stoppedSince'],
  ])('%s: %s', (text, fact) => {
    expect(hintedFacts([text], triggers)).toContain(fact);
  });
  it.each([
    ['our wordpress pod restarts'],
    ['alphabet service is slow'],
    ['coredns crash'],
    ['one node came back after its reboot'],
    ['the proxy was switched off, same error'],
    ['we never used SSH there'],
    [''],
  ])('%s hints at nothing', (text) => {
    expect([...hintedFacts([text], triggers)]).toEqual([]);
  });
  it('asks only facts that exist', () => {
    for (const { asks } of triggers) for (const fact of asks) expect(factNames).toContain(fact);
  });
});
