import { describe, expect, it } from 'vitest';
import { realDesk } from '../support/desk.ts';

const rulesOf = (text: string): string[] => realDesk().once(text).rules;

describe('a settled topic, told finer', () => {
  it.each([
    'one worker is NotReady, aks arc 1.33.5',
    'our nodes flap since the night, aks arc 1.33.5',
    'kubelet does not come up on two nodes, aks arc 1.33.5',
    'after the repair the node does not join again, aks arc 1.33.5',
  ])('cites the rules about kubelet and nodes for %j', (text) => {
    expect(rulesOf(text)).toEqual(expect.arrayContaining(['B01', 'F04']));
  });

  it('leaves a pool that does not grow to the product’s procedures', () => {
    const rules = rulesOf('scale out of the node pool hangs, the new nodes are NotReady, aks arc 1.33.5');
    expect(rules).toContain('E02');
    expect(rules).not.toContain('F04');
  });

  it('takes the part that fails by name over the field it belongs to', () => {
    expect(
      rulesOf('kube-proxy fails to sync its rules on two nodes, services are unreachable, aks arc 1.33.5'),
    ).toContain('B04');
  });

  it('takes the API server that is named over the network that is guessed', () => {
    expect(realDesk().once('somebody turned all machines off in hyper-v. api is dead now. aks arc').component).toBe(
      'control_plane',
    );
  });
});
