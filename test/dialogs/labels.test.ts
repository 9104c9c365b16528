import { describe, expect, it } from 'vitest';
import { factLabel, factValue } from '../../dialogs/labels.ts';
import { FACTS, factNames } from '../../src/model/facts.ts';

describe('values in words', () => {
  it.each([
    ['product', 'aks-arc-ws', 'AKS on Windows Server'],
    ['nodeChange', [], 'none'],
    ['nodeChange', '[]', 'none'],
    ['nodeChange', '[{"via":"hyperv-api","what":"vm-resource"}]', 'memory, CPU or disk through Hyper-V'],
    [
      'nodeChange',
      '[{"via":"iaas-api","what":"nic","directedByMicrosoft":true,"reference":"2611010040001234"}]',
      'network adapter through VMM or the like, directed by Microsoft (2611010040001234)',
    ],
    ['allNodesDeallocated', 'true', 'yes'],
    [
      'nodeChange',
      [{ via: 'ssh', what: 'package', directedByMicrosoft: true }],
      'packages over SSH, directed by Microsoft',
    ],
    ['errorSignatures', ['a', 'b', 'c', 'd'], 'a, b, c'],
    ['azureConnected', false, 'no'],
    ['stoppedDays', 42, '42'],
    ['clusterName', '[not a list', '[not a list'],
    ['clusterName', '[x]', '[x]'],
    ['product', 'toString', 'toString'],
    ['topic', 'api-server', 'api server'],
  ])('%s %j is %j', (name, value, words) => {
    expect(factValue(name, value)).toBe(words);
  });

  it('names every fact', () => {
    for (const name of factNames) expect(factLabel(name)).not.toBe(name);
  });

  it('names every value of the facts that a person chooses', () => {
    for (const name of ['product', 'hostOs', 'componentClass', 'featureStage'] as const) {
      for (const value of FACTS[name].options) {
        if (!['stable', 'Datacenter'].includes(value)) expect(factValue(name, value), value).not.toBe(value);
      }
    }
  });
});
