/** What takes nodes down or changes them from inside the cluster: the customer's DaemonSets (F14), labels and taints (C05, C06). */
import { describe, expect, it } from 'vitest';
import { readLexiconSource, readTraining } from '../../knowledge/lexicon.ts';
import { readFacts } from '../../src/facts/read.ts';
import { readKept } from '../../src/text/classifier.ts';
import { lexicon, understand } from '../../src/triage/understand.ts';
import { scopeGroup } from '../../src/triage/understanding/scope-group.ts';

const training = readTraining();
const compiled = lexicon(readLexiconSource(), training && readKept(training));

function topicOf(text: string): string | null {
  const { facts } = readFacts(text, { today: '2026-11-20' });
  return understand(text, facts, compiled).topic;
}

const DAMAGED = [
  'Carbon Black ds came on Tuesday, Tuesday evening all workers NotReady. Took it off one worker, that one is Ready, the rest still NotReady. 1.33.5',
  'Removed the Sophos daemonset from two nodes: these are Ready, the remaining six still NotReady. 1.33.5',
  'tetragon (OSS) ds oopses the kernel; nodes go NotReady. Without tetragon stable since days. please debug it',
  'nodes down after we deployed the Elastic agent ds; after undeploy nodes are Ready, but the remaining 3 still hang',
  'the log forwarder daemonset (fluent-bit) fills /var on each worker until NotReady, without fluent-bit nodes are fine. 1.33.5',
  'node NotReady after our gpu burn-in DaemonSet starts, without it the node is stable',
];

const NOT_DAMAGED = [
  'Nodes NotReady every hour. We have a Falco daemonset but removed it, still NotReady. 1.33.5',
  'Removed the Dynatrace ds from all nodes, nodes are still not ready. 1.33.5',
  'We took the Sophos ds off one node: still NotReady there. 1.33.5',
  'Nodes NotReady since this morning, kubelet stopped posting status. We run the Dynatrace agent on all nodes since last year. 1.33.5',
];

describe('a node that a DaemonSet of the customer takes down', () => {
  it.each(DAMAGED)('is not diagnosed, whoever wrote it: %s', (text) => {
    expect(topicOf(text)).toBe('daemonset-damage');
  });

  it.each(NOT_DAMAGED)('is covered where it is down without it too: %s', (text) => {
    expect(scopeGroup(topicOf(text) ?? 'open')).toBe('in_scope');
  });

  it('leaves a tool whose pods fail on healthy nodes what it is', () => {
    expect(topicOf('Falco daemonset pods crash with driver not found, nodes are all Ready. 1.33.5')).toBe('oss-tool');
  });
});

const LABELLED = [
  'after upgrading the pool all labels that we had put on our nodes ourselves are gone. is that expected? 1.33.5',
  'our node labels (zone=a) disappear each time the pool is upgraded, how do we keep them? 1.33.5',
  'node taints of our team are missing since the nodes were replaced, does the product remove them? 1.33.4',
  'we set own labels on nodes with kubectl label. does that cost us our support? 1.33.5',
  'Unsere eigenen Labels an den Knoten sind nach dem Upgrade weg, ist das normal? 1.33.5',
  'a colleague overwrote kubernetes.io/arch on two workers, now the csi daemonset is not scheduled there. 1.33.5',
  'someone deleted the label node-role.kubernetes.io/control-plane on a node, now system pods are Pending. 1.33.5',
];

describe('labels and taints of nodes', () => {
  it.each(LABELLED)('are a matter of the nodes: %s', (text) => {
    expect(topicOf(text)).toBe('node');
  });

  it.each([
    'my pods are not scheduled because nodeSelector app=web matches no node label; how do I label nodes? 1.33.5',
    'deployment selector label does not match pod labels, how to fix my yaml? 1.33.5',
  ])('are taught elsewhere where Kubernetes itself is asked about: %s', (text) => {
    expect(topicOf(text)).toBe('k8s-howto');
  });
});
