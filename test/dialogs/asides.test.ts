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

  it('gives a first word to who only wants to know whether there is help, and keeps the questions', async () => {
    const { say } = await person();
    const asked = askedIn(await say(OPENING));
    const word = await say('I have no time for this, do you help me or not?');
    expect(textsOf(word)).toContain('So far: Support covers this');
    expect(askedIn(word)).toEqual(asked);
    expect(verdictsIn(await say('verdict'))).not.toEqual([]);
  });

  it('greets with the box in which the problem may be told', async () => {
    const { say } = await person();
    expect(askedIn(await say('hello'))).toEqual(['topic']);
    expect(askedIn(await say(OPENING))).not.toContain('topic');
  });
});

it.each([
  ['active\nwhat do you mean?', true],
  ['we went round it and it is the same. so what is it?', true],
  ['what is best effort?', false],
  ['hm. why do you ask?', false],
  ['why?\nwhat for?', false],
])('%j tells something beside its question: %s', (said, tells) => {
  expect(tellsBeside(said)).toBe(tells);
});

describe('answers given one at a time', () => {
  it('takes a line for the question it answers, and for no other', async () => {
    const talk = await person();
    await talk.say('etcd lost its leader, AKS hybrid on windows server 2019');
    const half = await talk.say('newest release');
    expect(textsOf(half)).toContain('Still open: Node VMs changed, Running all the time');
    const verdict = await talk.say('none of that');
    expect(textsOf(verdict)).toContain('✔ Eligible');
  });

  it('reads no day into the subscription that was said of the fault', async () => {
    const talk = await person();
    await talk.say('something is broken on our AKS Arc cluster');
    const half = await talk.say('dns does not work in the pods since tuesday');
    expect(textsOf(half)).not.toContain('Subscription state since');
    expect(textsOf(half)).toContain('State of the Azure subscription');
  });

  it('waits twice, then gives the verdict with what is open', async () => {
    const talk = await person();
    await talk.say('kubectl does not connect, AKS Arc');
    await talk.say('1.33.5');
    await talk.say('subscription is active');
    const third = await talk.say('nobody touched the VMs');
    expect(verdictsIn(third)).not.toEqual([]);
    expect(textsOf(third)).toContain(wording.verdict.open);
  });
});

describe('corrections in few words', () => {
  it('takes the change back that was on another cluster', async () => {
    const talk = await person();
    await talk.say('PVCs pending, AKS Arc 1.33.5, server 2022. we added a disk to a worker VM in hyper-v, own idea');
    const changed = await talk.say('wait, that was on another cluster');
    expect(textsOf(changed)).toMatch(/Changes to node VMs “?none/);
    expect(textsOf(changed)).not.toContain('Run state');
  });

  it('takes a length for that of the stop that is over', async () => {
    const talk = await person();
    await talk.say('cluster was off for 3 weeks, now etcd does not start. AKS Arc 1.33.5, Azure Local 2607');
    await talk.say("don't know");
    const changed = await talk.say('no, sorry, it was 5 weeks');
    expect(textsOf(await talk.say('verdict'))).toContain('✖ Unsupported');
    expect(textsOf(changed)).not.toContain('Changes to node VMs');
  });
});

describe('changes of mind while questions are open', () => {
  it('takes back whose word a change was', async () => {
    const talk = await person();
    await talk.say('we resized worker VMs in SCVMM, nodes not ready now, AKS Arc 1.33.5');
    await talk.say('microsoft told us to');
    const changed = await talk.say('oh sorry it was our partner, not microsoft');
    expect(textsOf(changed)).toContain('not directed by Microsoft');
    expect(textsOf(changed)).not.toContain('System labels and tags');
    expect(textsOf(await talk.say('verdict'))).toContain('✖ Unsupported');
  });

  it('takes a corrected day for the day before it, and no "no" for the other questions', async () => {
    const talk = await person();
    await talk.say('subscription disabled error when we install an extension, AKS Arc 1.33.5, Azure Local 2607');
    await talk.say('since 1 september');
    const changed = await talk.say('no wait, 1 november');
    expect(textsOf(changed)).toContain('Subscription state since “2026-11-01” (was “2026-09-01”)');
    expect(textsOf(changed)).toContain('Still open: Node VMs changed, Running all the time');
  });

  it('goes on in the new problem of who called it one and then tells more', async () => {
    const talk = await person();
    await talk.say('pods cannot resolve names, azure local 2607, 1.33.5');
    await talk.say('next problem: the portal shows the arc agent as expired, same cluster');
    const next = await talk.say('and that is since yesterday');
    expect(textsOf(next)).toContain(wording.switching.started);
    expect(textsOf(next)).not.toContain('Noted: Subscription');
  });

  it('takes back another product', async () => {
    const talk = await person();
    expect(textsOf(await talk.say('our aks cluster in azure does not resolve names'))).toContain('Out of scope');
    await talk.say('no sorry, it is the arc one on our own hardware');
    await talk.say('windows server 2022, 1.33.5');
    expect(textsOf(await talk.say('verdict'))).toContain('✔ In scope');
  });

  it('reads a "no" to what was offered as ticks, and to nothing else', async () => {
    const talk = await person();
    await talk.say('calico-node is not ready, AKS Arc 1.32.9 on Windows Server 2022');
    const after = await talk.say('no');
    expect(textsOf(after)).toContain('Still open: Still in the supported list');
    expect(textsOf(after)).toContain('Subscription “active”');
  });

  it('reads each piece of a line for the question it answers', async () => {
    const talk = await person();
    await talk.say('Update-AksHci fails, AKS hybrid on Windows Server 2019');
    const after = await talk.say('two releases behind, no stop, nobody changed the VMs');
    expect(textsOf(after)).toContain('Releases behind “2”');
    expect(textsOf(after)).toContain('Run state “running”');
  });

  it('hears who is wanted before anything was told', async () => {
    const { say } = await person();
    expect(textsOf(await say('I want to talk to somebody'))).toContain(wording.handoff.noTriage);
  });
});
