import { afterEach, describe, expect, it } from 'vitest';
import { cardWords, inputIds } from '../../dialogs/cards/read-card.ts';
import type { Services } from '../../dialogs/services.ts';
import { wording } from '../../dialogs/wording.ts';
import { type Connector, type Received, startConnector } from '../support/connector.ts';
import { type Reply, replyCards, startTestBot } from '../support/running-bot.ts';
import { smallServices } from '../support/small-services.ts';

const OPENING = 'kubectl says connection refused on 6443';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function started(services: Services, env: Record<string, string> = {}) {
  const connector = await startConnector();
  const bot = await startTestBot(services, { env });
  stops.push(bot.stop, connector.stop);
  const chat = (from: Record<string, string> = {}) => bot.client({ serviceUrl: connector.url, ...from });
  return { bot, connector, chat };
}

const cardsIn = (received: Received[]) => replyCards(received.map(({ activity }) => activity as unknown as Reply));
const to = (connector: Connector, conversation: string): Received[] =>
  connector.received.filter(({ path }) =>
    path.includes(`/conversations/${encodeURIComponent(conversation)}/activities`),
  );

describe('handing over to people', () => {
  const EXPERTS = '19:experts@thread.tacv2';
  const env = { TRIAGE_EXPERT_CHANNEL: EXPERTS };
  const invoke = (verb: string, recordId: string) => ({
    action: { type: 'Action.Execute', verb, data: { do: verb, about: recordId } },
  });

  it('posts one card with what is known and what is open, and tells the person', async () => {
    const { connector, chat } = await started(smallServices(), env);
    const { post } = chat();
    await post({ type: 'message', text: OPENING });
    await post({ type: 'message', text: 'person' });
    await post({ type: 'message', text: 'person' });
    const [card, ...more] = cardsIn(to(connector, EXPERTS));
    expect(more).toEqual([]);
    expect(card && cardWords(card)).toContain('Kubernetes version; Running all the time?; Node VMs changed');
    expect(connector.texts()).toEqual(expect.arrayContaining([wording.handoff.sent, wording.handoff.already]));
  });

  it('tells both sides when an expert takes and closes it, and replaces the card', async () => {
    const services = smallServices();
    const { connector, chat } = await started(services, env);
    await chat().post({ type: 'message', text: OPENING });
    await chat().post({ type: 'message', text: 'person' });
    const expert = chat({
      user: 'kim',
      name: 'Kim',
      conversation: `${EXPERTS};messageid=1`,
      conversationType: 'channel',
    });
    const taken = await expert.invoke('adaptiveCard/action', invoke('assign', 'r1'));
    expect(JSON.stringify(taken.body)).toContain(`${wording.handoff.states.assigned} · Kim`);
    expect(connector.texts()).toEqual(
      expect.arrayContaining([wording.handoff.taken('Kim'), wording.handoff.toExpert('Alex')]),
    );
    await expert.invoke('adaptiveCard/action', invoke('close', 'r1'));
    expect(services.records.get('r1')?.handoff?.state).toBe('closed');
    expect(connector.texts()).toContain(wording.handoff.closed('Kim'));
  });

  it('lets nobody outside the experts’ channel take a case', async () => {
    const services = smallServices();
    const { chat } = await started(services, env);
    await chat().post({ type: 'message', text: OPENING });
    await chat().post({ type: 'message', text: 'person' });
    const { body } = await chat({ user: 'mallory' }).invoke('adaptiveCard/action', invoke('assign', 'r1'));
    expect(JSON.stringify(body)).toContain(wording.handoff.notExpert);
    expect(services.records.get('r1')?.handoff?.state).toBe('unassigned');
  });

  it('leaves a next step where there is no channel, or it refuses', async () => {
    const without = await started(smallServices());
    await without.chat().say(OPENING);
    expect((await without.chat().say('person')).map(({ text }) => text)).toEqual([wording.handoff.none]);
    const services = smallServices();
    const refusing = await started(services, env);
    await refusing.chat().say(OPENING);
    refusing.connector.answer.status = 403;
    expect((await refusing.chat().say('person')).map(({ text }) => text)).toEqual([wording.handoff.failed]);
    expect(services.records.get('r1')?.handoff?.state).toBe('closed');
  });

  it('says that the channel is away, and passes the case on later, once', async () => {
    const { bot, connector, chat } = await started(smallServices(), env);
    await chat().say(OPENING);
    connector.answer.status = 503;
    expect((await chat().say('person')).map(({ text }) => text)).toEqual([wording.handoff.waits]);
    connector.answer.status = 201;
    await bot.catchUp();
    await bot.catchUp();
    expect(cardsIn(to(connector, EXPERTS))).toHaveLength(1);
  });

  it('tells the person where the channel refuses after all', async () => {
    const services = smallServices();
    const { bot, connector, chat } = await started(services, env);
    await chat().post({ type: 'message', text: OPENING });
    connector.answer.status = 503;
    await chat().post({ type: 'message', text: 'person' });
    connector.answer.status = 404;
    await bot.catchUp();
    connector.answer.status = 201;
    await bot.catchUp();
    expect(services.records.get('r1')?.handoff?.state).toBe('closed');
    expect(connector.texts()).toContain(wording.handoff.failed);
  });
});

describe('questions that a channel should not read', () => {
  it('are asked in the personal chat, and the verdict goes back to the thread without the answer', async () => {
    const services = smallServices({ sensitive: ['nodeChange'] });
    const { connector, chat } = await started(services);
    const thread = '19:team@thread.tacv2;messageid=1';
    await chat({ conversation: thread, conversationType: 'channel' }).post({
      type: 'message',
      text: `${OPENING} 1.33.5 running`,
    });
    const personal = connector.received.find(({ activity }) => activity.text === wording.privately.intro);
    const conversation = decodeURIComponent(/conversations\/([^/]+)\//.exec(personal?.path ?? '')?.[1] ?? '');
    expect(conversation).not.toBe('');
    expect(cardsIn(to(connector, conversation)).flatMap(inputIds)).toEqual(['nodeChange']);
    expect(cardsIn(to(connector, thread)).flatMap(inputIds)).toEqual([]);

    await chat({ conversation }).post({ type: 'message', text: 'nobody touched them' });
    const published = cardsIn(to(connector, thread)).at(-1);
    expect(published && cardWords(published)).toContain('✔ Eligible');
    expect(published && cardWords(published)).not.toContain('Changes to node VMs');
  });
});

describe('private questions while the channel is away', () => {
  it('are asked once it is back, once, and the verdict still finds its thread', async () => {
    const { bot, connector, chat } = await started(smallServices({ sensitive: ['nodeChange'] }));
    const thread = '19:team@thread.tacv2;messageid=1';
    connector.answer.status = 503;
    const replies = await chat({ conversation: thread, conversationType: 'channel' }).say(`${OPENING} 1.33.5 running`);
    expect(replies.map(({ text }) => text)).toContain(wording.privately.waits);
    connector.answer.status = 201;
    await bot.catchUp();
    await bot.catchUp();
    const personal = connector.received.filter(({ activity }) => activity.text === wording.privately.intro);
    expect(personal).toHaveLength(1);
    const conversation = decodeURIComponent(/conversations\/([^/]+)\//.exec(personal[0]?.path ?? '')?.[1] ?? '');
    connector.answer.status = 503;
    const done = await chat({ conversation }).say('nobody touched them');
    expect(done.map(({ text }) => text)).toContain(wording.privately.doneLater);
    connector.answer.status = 201;
    await bot.catchUp();
    expect(cardsIn(to(connector, thread)).map(cardWords).join()).toContain('✔ Eligible');
  });
});

describe('private questions without a personal chat', () => {
  it('wait until the person comes and says "continue"', async () => {
    const { connector, chat } = await started(smallServices({ sensitive: ['nodeChange'] }));
    const thread = chat({ conversation: '19:team@thread.tacv2;messageid=1', conversationType: 'channel' });
    connector.answer.status = 403;
    const replies = await thread.say(`${OPENING} 1.33.5 running`);
    expect(replies.map(({ text }) => text)).toContain(wording.privately.noChat);
    connector.answer.status = 201;
    const asked = await chat({ conversation: 'a:alex' }).say('continue');
    expect(replyCards(asked).flatMap(inputIds)).toEqual(['nodeChange']);
    const verdict = await chat({ conversation: 'a:alex' }).say('nobody touched them');
    expect(replyCards(verdict).map(cardWords).join()).toContain('✔ Eligible');
  });
});

describe('slow answers', () => {
  it('show that the bot is typing, and never after the answer', async () => {
    const services = smallServices();
    const slow: Services = {
      ...services,
      async start(session, text) {
        await new Promise((wake) => setTimeout(wake, 900));
        return services.start(session, text);
      },
    };
    const { connector, chat } = await started(slow);
    await chat().post({ type: 'message', text: OPENING });
    expect(connector.received.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
  });

  it('show nothing of it where the answer is quick', async () => {
    const { connector, chat } = await started(smallServices());
    await chat().post({ type: 'message', text: OPENING });
    expect(connector.received.map(({ activity }) => activity.type)).toEqual(['message']);
  });
});

describe('a fault in the middle', () => {
  it('is an apology with a reference, and the conversation is as it was', async () => {
    const services = smallServices();
    let broken = true;
    const failing: Services = {
      ...services,
      async say(...given) {
        if (broken) throw new Error('the words of a user');
        return services.say(...given);
      },
    };
    const { chat } = await started(failing);
    await chat().say(OPENING);
    const [apology] = await chat().say('1.33.5\nruns\nnobody touched it');
    expect(apology?.text).toContain('Something went wrong on my side');
    expect(apology?.text).not.toContain('the words of a user');
    broken = false;
    expect(
      replyCards(await chat().say('1.33.5\nruns\nnobody touched it'))
        .map(cardWords)
        .join(),
    ).toContain('✔ Eligible');
  });
});
