import { afterEach, describe, expect, it } from 'vitest';
import { cardWords, inputIds } from '../../dialogs/cards/read-card.ts';
import { wording } from '../../dialogs/wording.ts';
import { memoryStore } from '../../src/store/open.ts';
import { client, type Reply, replyCards, startTestBot } from '../support/running-bot.ts';
import { knownIssue, smallServices } from '../support/small-services.ts';

type Bot = Awaited<ReturnType<typeof startTestBot>>;
const running: Bot[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((bot) => bot.stop()));
});

async function started(...given: Parameters<typeof startTestBot>): Promise<Bot> {
  const bot = await startTestBot(...given);
  running.push(bot);
  return bot;
}

const OPENING = 'kubectl says connection refused on 6443';
const words = (replies: Reply[]): string =>
  [...replies.map(({ text = '' }) => text), ...replyCards(replies).map(cardWords)].join('\n');

describe('a client that reads its answers from the response', () => {
  it('gets questions with the facts as ids, then the verdict with the record in its buttons', async () => {
    const { say } = (await started(smallServices())).client();
    const [question] = replyCards(await say(OPENING));
    expect(question && inputIds(question)).toEqual(['k8sVersion', 'clusterRunState', 'nodeChange', 'noneOfThese']);
    const [verdict] = replyCards(await say('1.33.5\nit runs\nnobody touched it'));
    expect(verdict?.actions?.map(({ data }) => (data as { recordId?: string } | undefined)?.recordId)).toContain('r1');
  });

  it('takes the card as a button press', async () => {
    const { say, press } = (await started(smallServices())).client();
    await say(OPENING);
    const replies = await press({ do: 'answer', about: 'r1', k8sVersion: '1.33.5', noneOfThese: 'yes' });
    expect(words(replies)).toContain('✔ Eligible');
  });

  it('says in words what a correction changed', async () => {
    const { say } = (await started(smallServices())).client();
    await say(`${OPENING}, 1.33.5, running, nobody touched it`);
    expect(words(await say('sorry, it is 1.28'))).toContain('The verdict changed.');
  });

  it('needs no address to send to', async () => {
    const bot = await started(smallServices());
    const replies = await client(bot.url, { serviceUrl: 'https://elsewhere.contoso.example' }).say('hi');
    expect(words(replies)).toContain(wording.greeting);
  });

  it('keeps text and card in messages of their own', async () => {
    const { say } = (await started(smallServices())).client();
    await say(`${OPENING}, 1.33.5, running, nobody touched it`);
    for (const reply of await say('sorry, it is 1.28'))
      expect(Boolean(reply.text) && Boolean(reply.attachments?.length)).toBe(false);
  });
});

describe('a process that was killed', () => {
  it('goes on where the conversation was', async () => {
    const store = await memoryStore();
    const services = smallServices();
    const first = await startTestBot(services, { store });
    await first.client().say(OPENING);
    await first.stop();
    const second = await started(services, { store });
    expect(words(await second.client().say('1.33.5\nit runs\nnobody touched it'))).toContain('✔ Eligible');
  });
});

describe('installing', () => {
  const added = { type: 'conversationUpdate', membersAdded: [{ id: 'bot' }, { id: 'alex' }] };

  it('welcomes once, whatever messages announce it', async () => {
    const { ask } = (await started(smallServices())).client();
    const replies = [
      ...(await ask({ type: 'installationUpdate', action: 'add' })),
      ...(await ask(added)),
      ...(await ask(added)),
    ];
    expect(replyCards(replies).map(cardWords)).toEqual([expect.stringContaining(wording.welcome.title)]);
  });

  it('greets a team with one hint and nobody in it one by one', async () => {
    const bot = await started(smallServices());
    const { ask } = bot.client({ conversationType: 'channel', conversation: '19:team' });
    expect(await ask({ type: 'conversationUpdate', membersAdded: [{ id: 'sam' }] })).toEqual([]);
    expect(words(await ask(added))).toBe(wording.group.added);
  });
});

describe('channels and group chats', () => {
  const mention = {
    text: `<at>Arc Triage</at> ${OPENING}`,
    entities: [{ type: 'mention', text: '<at>Arc Triage</at>', mentioned: { id: 'bot', name: 'Arc Triage' } }],
  };

  it('strips the mention and keeps one triage a thread', async () => {
    const services = smallServices();
    const bot = await started(services);
    const first = bot.client({ conversationType: 'channel', conversation: '19:team;messageid=1' });
    const second = bot.client({ conversationType: 'channel', conversation: '19:team;messageid=2' });
    await first.ask({ type: 'message', ...mention });
    await second.ask({ type: 'message', ...mention });
    expect([...services.records.values()].map(({ messages }) => messages[0])).toEqual([OPENING, OPENING]);
  });

  it('gives every person in a group chat a triage of their own', async () => {
    const services = smallServices();
    const bot = await started(services);
    const chat = { conversationType: 'groupChat', conversation: '19:chat' };
    await bot.client({ ...chat, user: 'alex' }).ask({ type: 'message', ...mention });
    await bot.client({ ...chat, user: 'sam' }).ask({ type: 'message', ...mention });
    expect(services.records.size).toBe(2);
  });

  it('answers in a thread only to the person who started it', async () => {
    const bot = await started(smallServices());
    const thread = { conversationType: 'channel', conversation: '19:team;messageid=1' };
    await bot.client({ ...thread, user: 'alex' }).ask({ type: 'message', ...mention });
    expect(words(await bot.client({ ...thread, user: 'sam' }).say('1.28.1'))).toBe(wording.notYours);
  });

  it('sends people to the personal chat for private questions where it cannot open one', async () => {
    const bot = await started(smallServices({ sensitive: ['nodeChange'] }));
    const { say } = bot.client({ conversationType: 'channel', conversation: '19:team;messageid=1' });
    const replies = await say(`${OPENING} 1.33.5 running`);
    expect(replyCards(replies).flatMap(inputIds)).not.toContain('nodeChange');
    expect(words(replies)).toContain(wording.privately.waits);
  });
});

describe('the message extension', () => {
  type Extension = {
    composeExtension: {
      type: string;
      text?: string;
      attachments?: { content: { version: string }; preview: unknown }[];
    };
  };

  it('finds known issues while typing, as cards with a preview', async () => {
    const { invoke } = (await started(smallServices())).client();
    const { body } = await invoke('composeExtension/query', {
      commandId: 'searchIssues',
      parameters: [{ name: 'query', value: 'refused on 6443' }],
    });
    const { composeExtension } = body as Extension;
    expect(JSON.stringify(composeExtension.attachments?.[0]?.content)).toContain(knownIssue.workaround);
    expect(composeExtension.attachments?.[0]?.preview).toBeDefined();
  });

  it('says that there is no match instead of showing a poor one', async () => {
    const { invoke } = (await started(smallServices())).client();
    const { body } = await invoke('composeExtension/query', {
      commandId: 'searchIssues',
      parameters: [{ name: 'query', value: 'lunch' }],
    });
    expect((body as Extension).composeExtension).toEqual({ type: 'message', text: wording.issues.none });
  });

  it.each([
    ['https://github.com/contoso/arc/issues/42', 1],
    ['https://github.com/contoso/arc/issues/42#issuecomment-1', 1],
    ['https://github.com/contoso/arc/issues/43', 0],
    ['https://github.com/fabrikam/other/issues/42', 0],
    ['http://github.com/contoso/arc/issues/42', 0],
    ['https://github.com.contoso.example/contoso/arc/issues/42', 0],
    ['not an address', 0],
  ])('shows %s as %i cards', async (url, cards) => {
    const { invoke } = (await started(smallServices())).client();
    const { body } = await invoke('composeExtension/queryLink', { url });
    const shown = (body as Partial<Extension>).composeExtension?.attachments ?? [];
    expect(shown).toHaveLength(cards);
    for (const { content } of shown) expect(content.version).toBe('1.3');
  });

  it('triages a colleague’s message and ends in a visible card', async () => {
    const services = smallServices();
    const { invoke } = (await started(services)).client();
    const opened = await invoke('composeExtension/fetchTask', {
      commandId: 'triageMessage',
      commandContext: 'message',
      messagePayload: { body: { contentType: 'html', content: `<p>${OPENING}</p><p>secret-12345</p>` } },
    });
    const task = (opened.body as { task: { value: { card: { content: { actions: { data: { text: string } }[] } } } } })
      .task;
    const data = task.value.card.content.actions[0]?.data;
    expect(data?.text).toBe(`${OPENING}\n[masked: secret]`);
    expect(services.records.size).toBe(0);
    const sent = await invoke('composeExtension/submitAction', { commandId: 'triageMessage', data });
    expect(JSON.stringify((sent.body as Extension).composeExtension.attachments?.[0]?.content)).toContain(
      'Answer the open questions',
    );
    expect(services.records.size).toBe(1);
  });

  it('goes on from that card with the open questions', async () => {
    const { invoke, press } = (await started(smallServices())).client();
    await invoke('composeExtension/submitAction', { commandId: 'triageMessage', data: { text: OPENING } });
    expect(replyCards(await press({ do: 'continue', recordId: 'r1' })).flatMap(inputIds)).toContain('k8sVersion');
  });

  it('says so where a message has no text', async () => {
    const { invoke } = (await started(smallServices())).client();
    const { body } = await invoke('composeExtension/fetchTask', {
      commandId: 'triageMessage',
      messagePayload: { body: { content: '' } },
    });
    expect(body as unknown).toEqual({ task: { type: 'message', value: wording.extension.noText } });
  });
});

describe('an edited message', () => {
  it('is heard as a correction', async () => {
    const services = smallServices();
    const { ask, say } = (await started(services)).client();
    await say(`${OPENING}, 1.33.5, running, nobody touched it`);
    const edited = { type: 'messageUpdate', text: 'sorry, it is 1.28', channelData: { eventType: 'editMessage' } };
    expect(words(await ask(edited))).toContain('The verdict changed.');
  });
});

describe('odd activities', () => {
  it.each([
    [
      'a card sent from the compose box',
      {
        type: 'message',
        text: '',
        attachments: [{ contentType: 'text/html', content: '<span class="inline-compose-card"></span>' }],
      },
      0,
    ],
    ['an image without words', { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'x' }] }, 1],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }, 0],
    ['somebody typing', { type: 'typing' }, 0],
    ['a value that is a list', { type: 'message', value: [1, 2] }, 1],
    [
      'mentions of no form',
      { type: 'message', text: 'hi', entities: [{ type: 'mention' }, { type: 'mention', text: '' }] },
      1,
    ],
    ['nobody as the recipient', { type: 'message', text: 'hi', recipient: null }, 1],
    ['an unknown button', { type: 'message', value: { do: 'format' } }, 1],
  ])('takes %s calmly', async (_, activity, replies) => {
    const { ask } = (await started(smallServices())).client();
    expect(await ask(activity)).toHaveLength(replies);
  });

  it('reads tables and code from the HTML that Teams sends beside the text', async () => {
    const services = smallServices();
    const { ask } = (await started(services)).client();
    const html = '<p>api server down</p><pre>NAME  VERSION<br>moc-1  v1.33.5</pre>';
    await ask({
      type: 'message',
      text: 'api server down NAME VERSION moc-1 v1.33.5',
      attachments: [{ contentType: 'text/html', content: html }],
    });
    expect(services.records.get('r1')?.messages[0]).toContain('\nmoc-1');
  });
});
