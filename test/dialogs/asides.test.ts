import { describe, expect, it } from 'vitest';
import { tellsBeside } from '../../dialogs/said.ts';
import { wording } from '../../dialogs/wording.ts';
import { realServices } from '../support/desk.ts';
import { askedIn, type Player, player, textsOf, verdictsIn } from '../support/transcript.ts';

const OPENING = 'api server does not answer on 6443, AKS Arc on Windows Server 2022, 1.33.5';

async function person(): Promise<Player> {
  const { services } = await realServices();
  return player(services);
}

describe('words beside the questions', () => {
  it('explains the questions to who does not understand them', async () => {
    const { say } = await person();
    const asked = askedIn(await say(OPENING));
    const again = await say('what do you mean?');
    expect(askedIn(again)).toEqual(asked);
    expect(textsOf(again)).toContain('takes the whole cluster out of support');
  });

  it.each(['what do you mean?', 'I have to ask my colleague', 'why?'])(
    'does not go round in circles with %j',
    async (said) => {
      const { say } = await person();
      await say(OPENING);
      await say(said);
      const second = await say(said);
      expect(textsOf(second)).toContain(wording.goOnWithout);
      expect(verdictsIn(second)).not.toEqual([]);
    },
  );

  it('keeps the questions where another aside follows', async () => {
    const { say } = await person();
    await say(OPENING);
    await say('why?');
    expect(verdictsIn(await say('how do I find that out?'))).toEqual([]);
    expect(askedIn(await say('why?'))).not.toEqual([]);
  });

  it('takes the answers of a message that also asks', async () => {
    const talk = await person();
    await talk.say(OPENING);
    await talk.say('the subscription is active and the cluster was running all the time. do you need more?');
    expect(talk.conversation?.triage?.pending.map(({ fact }) => fact)).toEqual(
      expect.not.arrayContaining(['subscriptionState', 'clusterRunState']),
    );
  });

  it('hears a correction that ends with a question', async () => {
    const { say } = await person();
    await say(`${OPENING}, running all the time, nobody touched VMs or labels, subscription active`);
    const changed = await say(
      'we found that the Palo Alto drops it: without the firewall the errors are gone. so it is theirs?',
    );
    expect(textsOf(changed)).toContain(wording.change.title);
  });

  it('greets with the box in which the problem may be told', async () => {
    const { say } = await person();
    expect(askedIn(await say('hello'))).toEqual(['topic']);
    expect(askedIn(await say(OPENING))).not.toContain('topic');
  });
});

it.each([
  ['active\nwhat do you mean?', true],
  ['we took it out of the path and nothing changed. so what is it?', true],
  ['what is best effort?', false],
  ['hm. why do you ask?', false],
  ['why?\nwhat for?', false],
])('%j tells something beside its question: %s', (said, tells) => {
  expect(tellsBeside(said)).toBe(tells);
});
