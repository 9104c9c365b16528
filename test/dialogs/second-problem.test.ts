import { describe, expect, it } from 'vitest';
import { wording } from '../../dialogs/wording.ts';
import { realServices } from '../support/desk.ts';
import { askedIn, player, textsOf } from '../support/transcript.ts';

const FIRST =
  'etcd lost quorum on AKS Arc, Azure Local 2607, Kubernetes 1.33.5, always running, nobody touched the VMs, no labels changed, subscription active, connected to Azure';

async function afterTheFirst() {
  const { services, store } = await realServices();
  const made = player(services);
  await made.say(FIRST);
  await made.say('verdict');
  const newest = async () => (await store.records.list()).find(({ messages }) => messages[0] !== FIRST);
  return { ...made, newest };
}

describe('a second problem', () => {
  it('keeps what is known of the cluster, says so, and asks nothing of it again', async () => {
    const { say, newest } = await afterTheFirst();
    await say('another problem on the same cluster: coredns does not resolve names');
    const next = await say('yes, a new one');
    expect(textsOf(next)).toContain('I keep what I know of the cluster: Kubernetes version 1.33.5');
    expect(askedIn(next)).toEqual([]);
    const record = await newest();
    expect(record?.report.facts.k8sVersion?.value).toBe('1.33.5');
    expect(record?.report.facts.component?.value).not.toBe('etcd');
    expect(record?.report.eligibility).toBe('eligible');
  });

  it('believes the new words before the kept facts', async () => {
    const { say, newest } = await afterTheFirst();
    await say('now a different problem: the pods cannot resolve names since we went to Kubernetes 1.32.9');
    await say('new problem');
    expect((await newest())?.report.facts.k8sVersion?.value).toBe('1.32.9');
  });

  it('starts without them where it is on another cluster', async () => {
    const { say, newest } = await afterTheFirst();
    await say('different cluster now: coredns does not resolve names there');
    const next = await say('new');
    expect(textsOf(next)).not.toContain('I keep what I know');
    expect((await newest())?.report.facts.k8sVersion).toBeUndefined();
  });

  it('drops them when the person says afterwards that it is another one', async () => {
    const { say } = await afterTheFirst();
    await say('another problem: coredns does not resolve names any more');
    await say('new problem');
    const next = await say('it is another cluster');
    expect(textsOf(next)).toContain(wording.switching.otherCluster);
    expect(next.conversation.triage?.keptCluster).toBeFalsy();
    const known = textsOf(await say('facts'));
    expect(known).not.toContain('1.33.5');
  });

  it('is left and found again with "back" and "forward"', async () => {
    const { say } = await afterTheFirst();
    const first = (await say('verdict')).conversation.triage?.recordId;
    await say('different cluster now: coredns does not resolve names there');
    const second = (await say('new')).conversation.triage?.recordId;
    expect((await say('back')).conversation.triage?.recordId).toBe(first);
    expect((await say('forward')).conversation.triage?.recordId).toBe(second);
  });
});

describe('what stands on a card can be said', () => {
  it.each([
    ['System labels or tags changed - none were changed', 'metadataChange', 'none'],
    ['Running all the time? Running all the time', 'clusterRunState', 'running'],
    ['Still in the supported list?: yes, it is in the list', 'k8sMinorStatus', 'supported'],
  ] as const)('%j', async (said, fact, value) => {
    const { services } = await realServices();
    const { record } = await services.start(
      { userId: 'a', tenantId: null, conversationId: 'c' },
      'etcd lost quorum on AKS Arc, Azure Local 2607',
    );
    const asked = ['k8sVersion', fact] as const;
    const step = await services.say(record.id, 'a', `1.32.9\n${said}`, [...asked]);
    expect(step.report.facts[fact]?.value).toBe(value);
  });

  it.each(['that was our own decision', 'no, that was our own idea', 'no it was me', 'nope, nobody told us to'])(
    'takes %j for who directed a change',
    async (said) => {
      const { services } = await realServices();
      const { record } = await services.start(
        { userId: 'a', tenantId: null, conversationId: 'c' },
        'nodes flap on AKS Arc, Azure Local 2607, 1.33.5. we gave the worker VMs more memory in hyper-v',
      );
      const step = await services.say(record.id, 'a', said, ['nodeChange']);
      expect(step.report.facts.nodeChange?.value[0]?.directedByMicrosoft).toBe(false);
      expect(step.report.eligibility).toBe('unsupported');
    },
  );
});
