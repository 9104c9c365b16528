import { describe, expect, it } from 'vitest';
import { UserError } from '../dialogs/services.ts';
import { realServices, TODAY } from './support/desk.ts';

const SESSION = { userId: 'u1', tenantId: 't1', conversationId: 'c1' };
const A24 = { edition: 'aks-arc-2024' };

describe('a triage over several turns', () => {
  it('asks what can still change the verdict, and nothing twice', async () => {
    const { services } = await realServices(A24);
    const first = await services.start(SESSION, 'etcd lost quorum on our AKS on Windows Server 2022 cluster');
    const asked = first.questions.map((question) => question.fact);
    expect(asked[0]).toBe('k8sVersion');
    await services.noteAsked(first.record.id, asked);
    const second = await services.say(first.record.id, 'u1', "I don't know", asked);
    expect(second.questions.filter((question) => asked.includes(question.fact))).toEqual([]);
    expect(second.report.eligibility).toBe('unknown');
  });

  it('asks which product it is before anything else, where that is open, and stops at another product', async () => {
    const { services } = await realServices();
    const first = await services.start(SESSION, 'my cluster create fails with a quota error');
    expect(first.questions.map((question) => question.fact)).toEqual(['product']);
    const second = await services.answer(first.record.id, 'u1', { product: 'aks-cloud' });
    expect(second.report).toMatchObject({ scope: 'out_of_scope', component: 'other_product', ask: [] });
  });

  it('reads several answers of one message, line by line', async () => {
    const { services } = await realServices(A24);
    const first = await services.start(SESSION, 'coredns crash loop, AKS Arc on windows server 2022');
    const second = await services.say(first.record.id, 'u1', 'v1.33.5\nnobody touched the VMs', [
      'k8sVersion',
      'nodeChange',
    ]);
    expect(second.report.eligibility).toBe('eligible');
    expect(second.report.facts).toMatchObject({ k8sVersion: { value: '1.33.5' }, nodeChange: { value: [] } });
    expect(second.changed.map((change) => change.fact)).toContain('k8sVersion');
  });

  it('takes a correction after the verdict, and says what changed', async () => {
    const { services } = await realServices(A24);
    const { record } = await services.start(SESSION, 'coredns crash loop, kubernetes 1.33.5, AKS Arc');
    const corrected = await services.say(record.id, 'u1', 'sorry, server version is 1.28.9', []);
    expect(corrected.report.eligibility).toBe('upgrade_first');
    expect(corrected.changed).toContainEqual({ fact: 'k8sVersion', from: '1.33.5', to: '1.28.9' });
  });

  it('lets later words replace an answer of a card', async () => {
    const { services } = await realServices(A24);
    const { record } = await services.start(SESSION, 'coredns crash loop, AKS Arc');
    await services.answer(record.id, 'u1', { k8sVersion: '1.33.5' });
    const corrected = await services.say(record.id, 'u1', 'correction: the cluster runs 1.28.9', []);
    expect(corrected.report.facts.k8sVersion?.value).toBe('1.28.9');
  });

  it('ends a suspension whose start was told before', async () => {
    const { services } = await realServices(A24);
    const { record } = await services.start(SESSION, 'arc says disabled subscription, kubernetes 1.33.5, AKS Arc');
    await services.answer(record.id, 'u1', { subscriptionState: 'suspended' });
    const suspended = await services.answer(record.id, 'u1', { subscriptionStateSince: '2026-09-01' });
    expect(suspended.report.eligibility).toBe('unsupported');
    const ended = await services.say(record.id, 'u1', 'it was reactivated on 15 october already, active since', []);
    expect(ended.report).toMatchObject({ eligibility: 'eligible', facts: { subscriptionStateDays: { value: 44 } } });
  });

  it('asks on whose instruction a VM was changed, and exempts what Microsoft directed', async () => {
    const { services } = await realServices(A24);
    const { record } = await services.start(SESSION, 'coredns crash loop, kubernetes 1.33.5, AKS Arc');
    const ticked = await services.answer(record.id, 'u1', { nodeChange: 'yes' });
    expect(ticked.report.eligibility).toBe('unsupported');
    expect(ticked.questions.map((question) => question.id)).toContain('nodeChange.directedByMicrosoft');
    const directed = await services.answer(record.id, 'u1', { 'nodeChange.directedByMicrosoft': 'directed' });
    expect(directed.report).toMatchObject({ eligibility: 'eligible' });
    expect(directed.report.rules).toContain('F10');
  });

  it('masks a secret in words and in card values before it is stored', async () => {
    const { services, store } = await realServices();
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
    const { record } = await services.start(SESSION, `etcd down, token ${secret}`);
    await services.answer(record.id, 'u1', { clusterName: secret });
    await services.say(record.id, 'u1', `again ${secret}`, []);
    expect(JSON.stringify(await store.records.get(record.id))).not.toContain(secret);
  });

  it('gives a record the same report again', async () => {
    const { services, desk } = await realServices(A24);
    const { record } = await services.start(SESSION, 'calico-node not ready on a fresh cluster, 1.33.5');
    const step = await services.answer(record.id, 'u1', { nodeChange: 'no', clusterRunState: 'no' });
    expect(JSON.stringify(desk.report(step.record))).toBe(JSON.stringify(step.report));
    expect(step.record.today).toBe(TODAY);
  });
});

describe('whose triage it is', () => {
  it('is shown and changed only by its starter or an expert', async () => {
    const { services } = await realServices({ experts: ['expert'] });
    const { record } = await services.start(SESSION, 'etcd lost quorum');
    await expect(services.say(record.id, 'somebody', 'x', [])).rejects.toBeInstanceOf(UserError);
    await expect(services.answer(record.id, 'somebody', { k8sVersion: '1.33.5' })).rejects.toBeInstanceOf(UserError);
    await expect(services.draft(record.id, 'somebody')).rejects.toBeInstanceOf(UserError);
    expect(await services.record(record.id, 'somebody')).toBeUndefined();
    expect(await services.record(record.id, 'expert')).toBeDefined();
  });

  it('says so where a record is gone', async () => {
    const { services } = await realServices();
    await expect(services.say('no-such-record', 'u1', 'x', [])).rejects.toThrow(/not there any more/);
  });
});

describe('card values from a client are never trusted', () => {
  it.each([
    [{ constructor: 'x', __proto__: 'y', nope: 'z' }],
    [{ k8sVersion: '<script>'.repeat(1000) }],
    [{ stoppedSince: '0000-99-99', aksReleasesBehind: '-7', hostOsSupported: 'maybe' }],
    [{ nodeChange: '[{"via":"ssh"}]' }],
  ])('%j changes no verdict and breaks nothing', async (values) => {
    const { services } = await realServices(A24);
    const { record, report } = await services.start(SESSION, 'coredns crash loop, kubernetes 1.33.5, AKS Arc');
    const step = await services.answer(record.id, 'u1', values as Record<string, string>);
    expect(step.report).toMatchObject({ scope: report.scope, eligibility: report.eligibility });
  });
});
