import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/model/facts.ts';
import { understandMessages } from '../../src/triage/understand-messages.ts';
import { scopeGroup } from '../../src/triage/understanding/scope-group.ts';
import { realDesk } from '../support/desk.ts';

const NO_FACTS: Facts = {};
const { lexicon } = realDesk().knowledge;
const groupOf = (messages: string[]): string | null => {
  const { topic } = understandMessages(messages, NO_FACTS, lexicon).understanding;
  return topic === null ? null : scopeGroup(topic);
};

describe('a later message that says anew what is at fault', () => {
  it.each([
    [
      'citrix adc times out towards our service',
      'it is not the Citrix, the service IP times out from the node too',
      [null, 'in_scope'],
    ],
    ['velero backup fails with timeouts', 'I was wrong, it is not velero: every pvc hangs in attach', ['in_scope']],
    [
      'crowdstrike sensor pods crashloop',
      'we have uninstalled crowdstrike and the nodes still flap between Ready and NotReady',
      ['in_scope'],
    ],
    ['crowdstrike sensor pods crashloop', 'crowdstrike is gone now, the nodes go NotReady nevertheless', ['in_scope']],
    ['kafka operator fails', 'kafka is fine now. but the nodes where it ran are NotReady since', ['in_scope']],
    ['argocd does not sync', 'sorry, it is the microsoft.flux extension that does not sync, not argocd', ['in_scope']],
    ['pod network broken since monday', 'ah, somebody replaced the cni with cilium on monday', ['out_of_scope']],
    [
      'some pods cannot reach each other',
      'I should have told you that we set up our own BGP peering in calico',
      ['out_of_scope'],
    ],
    ['nodes go NotReady', 'after we removed crowdstrike the nodes are fine', ['out_of_scope']],
    [
      'api server slow',
      'we looked: a splunk forwarder hammers the api. if we stop it everything is fast',
      ['out_of_scope'],
    ],
    [
      'half of our calls time out. We have a FortiGate in the path and since its update it is so',
      'we took the FortiGate out of the path, same timeouts from pod to pod',
      ['in_scope'],
    ],
    ['persistent volumes do not mount', 'it is portworx, not the built-in csi driver', ['out_of_scope']],
    ['load balancer service stays pending', 'we installed metallb by helm ourselves', ['best_effort']],
    [
      'istio sidecars fail, installed with helm',
      'correction: it is the enterprise istio from solo.io, paid',
      ['out_of_scope'],
    ],
  ])('%s / %s', (opening, later, groups) => {
    expect(groups).toContain(groupOf([opening, later]));
  });

  it('hears it through answers that came between', () => {
    expect(
      groupOf(['pods get no IP, calico', '1.33.5\nno\nrunning', 'by the way, we switched calico to eBPF yesterday']),
    ).toBe('out_of_scope');
  });

  it('takes the problem that follows small talk, not the answers that do', () => {
    expect(groupOf(['hello bot, are you there today?', 'good. etcd has lost its leader'])).toBe('in_scope');
    expect(groupOf(['is 1.34 planned for this year?', 'azure local 2607', 'nobody touched the VMs'])).toBe(
      'not_a_support_request',
    );
  });
});

describe('answers leave the topic where the opening put it', () => {
  const OPENINGS = [
    'the webhook of cert-manager ends with "context deadline exceeded", we installed it with helm',
    'our Palo Alto firewall drops calls from pods',
    'calico-node does not get ready on one node',
    'how do I write a helm chart for our python service?',
    'calls to the API server run into timeouts, every second one',
  ];
  const ANSWERS = [
    'nobody touched the VMs',
    'yes, it was our own decision, we gave the workers more memory in hyper-v',
    'it runs, never stopped\nactive\nno',
    'we updated the firmware of the hosts, nothing else',
    'windows server 2022, but not all hosts',
    'none of us has a login for Hyper-V Manager, it refuses our accounts',
    'no idea, the SCVMM people do not answer and we are denied there',
    'suspended on 3 november, active again since the 10th',
    'no number at hand, but the portal shows a warning that the version is deprecated',
  ];
  it.each(OPENINGS)('%s', (opening) => {
    for (const answer of ANSWERS) expect(groupOf([opening, answer]), answer).toBe(groupOf([opening]));
  });
});
