// One user can never read, change or submit another's triage or ticket, whatever their client sends.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk.ts';
import { IssueIndex } from '../../src/issues/search.ts';
import { shippedIssues } from '../../src/issues/shipped.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { createServices } from '../../src/services.ts';
import { memoryStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createTicketDesk } from '../../src/ticket-desk.ts';
import { startTestBot } from '../support/running-bot.ts';

/** Words that stand in nobody else's answers. */
const SECRET = /kanarienvogel|1\.31\.4/;
const OPENING = 'etcd lost quorum on cluster kanarienvogel, Kubernetes 1.31.4 on Azure Local 24H2';
const BUTTONS = [
  'answer',
  'unknown',
  'edit',
  'save',
  'verdict',
  'continue',
  'ticket',
  'editTicket',
  'saveTicket',
  'exit',
  'person',
  'right',
  'wrong',
  'corrected',
  'assign',
  'close',
  'giveBack',
  'made up',
];

let store: Store;
let bot: Awaited<ReturnType<typeof startTestBot>>;
let services: ReturnType<typeof createServices>;
beforeAll(async () => {
  store = await memoryStore();
  const index = IssueIndex.build(shippedIssues());
  const desk = createDesk({
    knowledge: loadKnowledge(),
    index: () => index,
    today: () => '2026-11-20',
    forcedEdition: null,
  });
  const now = () => new Date('2026-11-20T10:00:00Z');
  const experts = new Set(['expert']);
  services = createServices({ desk, store, tickets: createTicketDesk({ store }), watchedRepos: [], experts, now });
  bot = await startTestBot(services, { store, env: { TRIAGE_EXPERTS: 'expert' } });
});
afterAll(async () => {
  await bot.stop();
  await store.close();
});

let count = 0;
let owner: ReturnType<typeof bot.client>;
let conversation = '';
let recordId = '';
const kept = async () => JSON.stringify([await store.records.get(recordId), await store.drafts.get(recordId)]);

/** A triage of somebody, in a chat of their own or in a thread. */
const begin = async (place: Record<string, string> = {}) => {
  count++;
  conversation = `a:owner ${count}`;
  owner = bot.client({ user: `owner ${count}`, conversation, ...place });
  await owner.say(OPENING);
  recordId = (await store.records.list({ userId: `owner ${count}` }))[0]?.id ?? '';
  expect(recordId).not.toBe('');
};

describe('a stranger in a chat of their own', () => {
  beforeEach(() => begin());
  it.each(BUTTONS)('gets nowhere with "%s" and the id of somebody’s record', async (button) => {
    const before = await kept();
    const stranger = bot.client({ user: 'stranger', conversation: `b:${count}` });
    for (const id of [{ recordId }, { about: recordId }, { recordId, about: recordId }]) {
      const press = {
        do: button,
        ...id,
        k8sVersion: '1.0.0',
        title: 'mine now',
        kind: 'text',
        starter: `owner ${count}`,
        userId: `owner ${count}`,
      };
      const answers = [
        await stranger.press(press),
        await stranger.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: button, data: press } }),
      ];
      expect(JSON.stringify(answers)).not.toMatch(SECRET);
    }
    expect(await kept()).toBe(before);
  });

  it('gets nowhere in words, or after a triage of their own', async () => {
    const before = await kept();
    const stranger = bot.client({ user: 'stranger', conversation: `b:${count}` });
    await stranger.say('calico pods crash on 1.30');
    for (const words of [`show ${recordId}`, `ticket ${recordId}`, 'verdict', 'ticket', 'facts', 'back', 'issues']) {
      expect(JSON.stringify(await stranger.say(words))).not.toMatch(SECRET);
    }
    await stranger.press({ do: 'ticket', recordId });
    await stranger.press({ do: 'saveTicket', recordId, title: 'mine now' });
    expect(await kept()).toBe(before);
  });

  it('gets nowhere by posting it from a message', async () => {
    const stranger = bot.client({ user: 'stranger', conversation: `b:${count}` });
    const before = await kept();
    const value = {
      commandId: 'triageMessage',
      data: { recordId, do: 'ticket' },
      messagePayload: { body: { content: 'hello' } },
    };
    for (const name of ['composeExtension/fetchTask', 'composeExtension/submitAction']) {
      expect(JSON.stringify(await stranger.invoke(name, value))).not.toMatch(SECRET);
    }
    expect(await kept()).toBe(before);
  });
});

describe('somebody else in the same thread', () => {
  beforeEach(() => begin({ conversationType: 'channel' }));
  it.each(['saveTicket', 'save', 'answer', 'wrong', 'ticket', 'exit', 'editTicket'])(
    'changes nothing with "%s"',
    async (button) => {
      const before = await kept();
      const other = bot.client({ user: 'stranger', conversation, conversationType: 'channel' });
      await other.press({ do: button, recordId, k8sVersion: '1.0.0', title: 'mine now', kind: 'text' });
      expect(await kept()).toBe(before);
    },
  );

  it('changes nothing in words', async () => {
    const before = await kept();
    const other = bot.client({ user: 'stranger', conversation, conversationType: 'channel' });
    await other.say('sorry, it is 1.27.1');
    expect(await kept()).toBe(before);
  });
});

it('lets the owner in, and an expert', async () => {
  await begin();
  expect(JSON.stringify(await owner.press({ do: 'edit', recordId }))).toMatch(SECRET);
  const expert = bot.client({ user: 'expert', conversation: 'b:expert' });
  expect(JSON.stringify(await expert.press({ do: 'edit', recordId }))).toMatch(SECRET);
});

describe('the services themselves', () => {
  it('refuse everybody else', async () => {
    await begin();
    const before = await kept();
    expect(await services.record(recordId, 'stranger')).toBeUndefined();
    const calls = [
      services.say(recordId, 'stranger', 'it is 1.27', []),
      services.answer(recordId, 'stranger', { k8sVersion: '1.27.1' }),
      services.draft(recordId, 'stranger'),
      services.editDraft(recordId, 'stranger', { title: 'mine now' }),
      services.exits(recordId, 'stranger'),
      services.feedback(recordId, 'stranger', { right: false }),
      services.handoff(recordId, 'stranger', { state: 'assigned', expert: 'stranger' }),
    ];
    for (const call of calls) await expect(call).rejects.toThrow(/Only the person who started/);
    expect(await kept()).toBe(before);
  });
});
