import { describe, expect, it } from 'vitest';
import { wording } from '../../dialogs/wording.ts';
import { smallExits, smallServices } from '../support/small-services.ts';
import { askedIn, cardsOf, player, START, textsOf, verdictsIn } from '../support/transcript.ts';

const OPENING = 'hi, kubectl says connection refused on 6443 since this morning';
const COMPLETE = 'api server down, 1.33.5, running all the time, nobody touched the VMs';

describe('the straight way', () => {
  it('asks what is missing on one card, then gives the verdict once', async () => {
    const { say } = player(smallServices());
    const first = await say(OPENING);
    expect(askedIn(first)).toEqual(['k8sVersion', 'clusterRunState', 'nodeChange', 'noneOfThese']);
    expect(verdictsIn(first)).toEqual([]);
    const second = await say('1.33.5\nit runs\nnobody touched the VMs');
    expect(askedIn(second)).toEqual([]);
    expect(new Set(verdictsIn(second))).toEqual(new Set(['r1']));
    expect(textsOf(second)).toContain('Eligible');
  });

  it('gives the verdict at once where nothing is left to ask', async () => {
    const { say } = player(smallServices());
    const first = await say(COMPLETE);
    expect(askedIn(first)).toEqual([]);
    expect(verdictsIn(first)).not.toEqual([]);
    expect(first.replies).toHaveLength(1);
  });

  it('takes the same answers from the card as in words', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const verdict = await say({
      do: 'answer',
      about: 'r1',
      k8sVersion: '1.33.5',
      noneOfThese: 'yes',
      clusterRunState: 'off',
      nodeChange: 'off',
    });
    expect(textsOf(verdict)).toContain('✔ Eligible');
  });

  it('reads a tick as yes and the rest of the group as no', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(OPENING);
    await say({
      do: 'answer',
      about: 'r1',
      k8sVersion: '1.33.5',
      noneOfThese: 'off',
      clusterRunState: 'off',
      nodeChange: 'yes',
    });
    const report = services.records.get('r1')?.report;
    expect(report?.eligibility).toBe('unsupported');
    expect(report?.facts.clusterRunState?.value).toBe('running');
  });

  it('takes an untouched group of ticks for "do not know", not for "no"', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(OPENING);
    await say({
      do: 'answer',
      about: 'r1',
      k8sVersion: '1.33.5',
      noneOfThese: 'off',
      clusterRunState: 'off',
      nodeChange: 'off',
    });
    expect(services.records.get('r1')?.report.eligibility).toBe('unknown');
    expect(services.records.get('r1')?.report.facts.nodeChange).toBeUndefined();
  });
});

describe('never the same question twice', () => {
  it('leaves open what was not answered and says how to find it', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const verdict = await say("I don't know\nit runs\nnobody touched the VMs");
    expect(askedIn(verdict)).toEqual([]);
    expect(textsOf(verdict)).toContain('Kubernetes version: kubectl version');
    expect(textsOf(verdict)).toContain('? Open');
  });

  it('goes on after "no idea" to everything', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const verdict = await say('no idea, I only have read access');
    expect(verdictsIn(verdict)).not.toEqual([]);
    expect(askedIn(verdict)).toEqual([]);
  });

  it('waits for the rest when one short line answers one of several', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const half = await say('1.33.5');
    expect(verdictsIn(half)).toEqual([]);
    expect(askedIn(half)).toEqual([]);
    expect(textsOf(half)).toContain('Still open: Running all the time and Node VMs changed');
    const verdict = await say('it runs, nobody touched the VMs');
    expect(textsOf(verdict)).toContain('✔ Eligible');
  });

  it('stays with the questions after one turn that it did not understand, without asking again', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const next = await say('the blue one next to the window');
    expect(textsOf(next)).toContain('“the blue one next to the window”');
    expect([...askedIn(next), ...verdictsIn(next)]).toEqual([]);
    expect(textsOf(await say('1.33.5\nruns\nnobody touched it'))).toContain('✔ Eligible');
  });

  it('offers choices and goes on after the second', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    await say('the blue one next to the window');
    const next = await say('purple curtains');
    const offered = next.replies.flatMap((reply) => (reply.kind === 'text' ? (reply.choices ?? []) : []));
    expect(offered).toContain(wording.choices.person);
    expect(verdictsIn(next)).not.toEqual([]);
  });

  it('takes a remark in between for what it is', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const aside = await say('wait, is that chat recorded?');
    expect(textsOf(aside)).toContain(wording.side.answers.privacy);
    expect(askedIn(aside)).toContain('k8sVersion');
  });

  it('offers choices and a person after two turns that it did not understand', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    await say('the blue one next to the window');
    const second = await say('purple curtains in the other room as well');
    const offered = second.replies.flatMap((reply) => (reply.kind === 'text' ? (reply.choices ?? []) : []));
    expect(offered).toContain(wording.choices.person);
  });
});

describe('corrections', () => {
  it('recomputes the verdict and says what changed', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    const corrected = await say(
      'stop, correction: 1.33.5 was my kubectl. server version is 1.28.9'.replace('1.33.5 was my kubectl. ', ''),
    );
    const words = textsOf(corrected);
    expect(words).toContain('The verdict changed.');
    expect(words).toContain('Cluster was “Eligible” and is now “Upgrade first”.');
    expect(words).toContain('▲ Upgrade first');
  });

  it('says that the verdict stays where a correction changes nothing', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(textsOf(await say('sorry, it is 1.32.4'))).toContain('The verdict stays');
  });

  it('works while questions are open, and does not ask again what the correction answers', async () => {
    const { say } = player(smallServices());
    await say(`${OPENING}, version 1.33.5`);
    const next = await say('sorry, it is 1.28, and it runs, nobody touched it');
    expect(askedIn(next)).toEqual([]);
    expect(textsOf(next)).toContain('Upgrade first');
  });

  it('lets facts be edited on a card that shows what is known', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    const edit = await say('edit');
    expect(textsOf(edit)).toContain('1.33.5');
    const saved = await say({ do: 'save', about: 'r1', k8sVersion: '1.28.9' });
    expect(textsOf(saved)).toContain('The verdict changed.');
  });
});

describe('side questions and manners', () => {
  it('answers a side question shortly and puts the questions on the table again', async () => {
    const { say } = player(smallServices());
    const first = await say(OPENING);
    const aside = await say('btw whats the difference between aks hybrid and aks arc, is it only the name?');
    expect(textsOf(aside)).toContain('AKS hybrid is the older name');
    expect(askedIn(aside)).toEqual(askedIn(first));
    expect(textsOf(await say('1.33.5\nruns\nnobody touched it'))).toContain('✔ Eligible');
  });

  it('says why it asks', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const why = await say('why do you want to know this?');
    expect(textsOf(why)).toContain('An old minor must be upgraded first.');
    expect(askedIn(why)).toContain('k8sVersion');
  });

  it.each([
    'why should I tell you that?',
    'what has this to do with my problem?',
    'is that really necessary?',
    'do you really need that?',
    'hm, why does that matter here',
    'and why are you asking me all that',
  ])('takes %j for a "why"', async (said) => {
    const { say } = player(smallServices());
    await say(OPENING);
    const why = await say(said);
    expect(textsOf(why)).toContain('An old minor must be upgraded first.');
    expect(askedIn(why)).toContain('k8sVersion');
  });

  it.each([
    ['I have to ask my colleague about that', wording.wait],
    ['let me check, back in 10 minutes', wording.wait],
    ['where can I look that up, how do I see it?', 'kubectl version'],
    ['can you please open a support ticket for me', wording.ticket.title],
    ['I would like to start all over again', wording.restarting.ask],
    ['enough questions, just tell me', wording.verdict.title],
  ])('follows %j in free words', async (said, answer) => {
    const { say } = player(smallServices());
    await say(OPENING);
    expect(textsOf(await say(said))).toContain(answer);
  });

  it('hands over when a person is asked for in free words', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    expect((await say('I would rather speak with a real engineer about this')).effects).toHaveLength(1);
  });

  it('reads facts first, whatever else the sentence asks', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const next = await say('why do you need that, it is 1.33.5, runs, and nobody touched it');
    expect(textsOf(next)).toContain('✔ Eligible');
  });

  it('answers a side question about the policy in a sentence', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const aside = await say('btw would coredns be covered, too?');
    expect(textsOf(aside)).toContain('In short: This is covered by the policy.');
    expect(askedIn(aside)).toContain('k8sVersion');
  });

  it('says after the verdict what it rests on', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(textsOf(await say('why?'))).toContain('**D02** [Control plane](https://learn.microsoft.com');
  });

  it('says how to find it out', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    expect(textsOf(await say('how do I find that?'))).toContain('kubectl version');
  });

  it.each([
    ['hi', wording.greeting],
    ['Hello!', wording.greeting],
    ['HELP', wording.help.title],
    ['thanks!', wording.thanksIdle],
    ['', wording.empty],
    ['🤖🤖', wording.empty],
    ['xkcd', wording.nonsense],
    ['cancel', wording.nothingToCancel],
    ['back', wording.back.nothing],
    ['ticket', wording.noTriage],
    ['person', wording.handoff.noTriage],
    ['yes', wording.nonsense],
  ])('answers %j with a next step and starts nothing', async (said, answer) => {
    const services = smallServices();
    const { say } = player(services);
    expect(textsOf(await say(said))).toContain(answer);
    expect(services.records.size).toBe(0);
  });

  it('offers one big box where everything starts, and takes it as if it were typed', async () => {
    const services = smallServices();
    const { say } = player(services);
    expect(askedIn(await say('help'))).toEqual(['topic']);
    expect(askedIn(await say({ do: 'open', topic: OPENING }))).toContain('k8sVersion');
    expect(services.records.get('r1')?.messages).toEqual([OPENING]);
  });

  it('offers choices and a person after two openings without a problem', async () => {
    const { say } = player(smallServices());
    await say('xkcd');
    const [reply] = (await say('no idea')).replies;
    expect(reply).toMatchObject({
      text: wording.nonsenseAgain,
      choices: [wording.choices.help, wording.choices.person],
    });
  });

  it.each(['hi', 'thanks', 'wait', 'help', 'ok', 'hmm', '👍', '??'])(
    'keeps the questions on the table after %j',
    async (said) => {
      const { say } = player(smallServices());
      await say(OPENING);
      const aside = await say(said);
      expect(aside.replies.length).toBeGreaterThan(0);
      expect(textsOf(await say('1.33.5\nruns\nnobody touched it'))).toContain('✔ Eligible');
    },
  );

  it('masks credentials in what it quotes and in what waits', async () => {
    const made = player(smallServices());
    await made.say(COMPLETE);
    const asked = await made.say('now another problem: coredns fails with secret-abc123 in the log');
    expect(textsOf(asked)).not.toContain('secret-abc123');
    expect(JSON.stringify(made.conversation)).not.toContain('secret-abc123');
  });
});

describe('restart, cancel, back', () => {
  it('asks once before starting over, and "back" undoes it', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(textsOf(await say('restart'))).toContain(wording.restarting.ask);
    expect(textsOf(await say('yes'))).toContain(wording.restarting.done);
    const back = await say('back');
    expect(verdictsIn(back)).toContain('r1');
  });

  it('takes a new problem for a yes to starting over', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(COMPLETE);
    await say('start over');
    const next = await say('coredns pods crash on 1.33.5');
    expect(services.records.size).toBe(2);
    expect(askedIn(next)).toContain('nodeChange');
  });

  it('goes on where it was when starting over is declined', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    await say('restart');
    expect(askedIn(await say('no'))).toContain('k8sVersion');
  });

  it('goes one card back with the answers filled in', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    await say({ do: 'answer', about: 'r1', k8sVersion: '1.28.9', noneOfThese: 'yes' });
    const back = await say('back');
    expect(askedIn(back)).toContain('k8sVersion');
    expect(textsOf(back)).toContain('1.28.9');
    const again = await say({ do: 'answer', about: 'r1', k8sVersion: '1.33.5', noneOfThese: 'yes' });
    expect(textsOf(again)).toContain('The verdict changed.');
  });

  it('shows what lies on the table on "continue"', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    expect(askedIn(await say('continue'))).toContain('k8sVersion');
    await say('cancel');
    expect(askedIn(await say('where were we?'))).toContain('k8sVersion');
  });

  it('stops on cancel and can be taken up again', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    expect(textsOf(await say('cancel'))).toContain(wording.cancelled);
    expect(askedIn(await say('back'))).toContain('k8sVersion');
  });
});

describe('another problem', () => {
  it('asks once whether it is new, and starts it with the words that waited', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(COMPLETE);
    const asked = await say('by the way, another problem: coredns pods crash every night');
    expect(services.records.size).toBe(1);
    expect(textsOf(asked)).toContain('a new problem');
    await say('new problem');
    expect(services.records.get('r2')?.messages[0]).toContain('coredns pods crash');
  });

  it('adds the words to this triage where the person says so', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(COMPLETE);
    await say('by the way, another problem: coredns pods crash every night');
    await say('part of this one');
    expect(services.records.size).toBe(1);
    expect(services.records.get('r1')?.messages.join()).toContain('coredns pods crash');
  });

  it('asks also where nobody says "another", but the words are about something else', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(textsOf(await say('now the csi disks do not attach any more in the morning'))).toContain('a new problem');
  });

  it('does not take a longer message for the answer to something that was left open', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(OPENING);
    await say("I don't know");
    const asked: unknown[] = [];
    const { say: really } = services;
    services.say = (recordId, userId, text, facts) => {
      asked.push(facts);
      return really(recordId, userId, text, facts);
    };
    await say('the api server is still not there after lunch today');
    await say('1.33.5');
    expect(asked).toEqual([[], ['k8sVersion', 'clusterRunState', 'nodeChange']]);
  });

  it('takes news about the cluster for news, not for another problem', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    const news = await say('just heard from my colleague: he did change the disk of two worker VMs in hyper-v manager');
    expect(textsOf(news)).toContain('Cluster was “Eligible” and is now “Unsupported”');
  });
});

describe('after days', () => {
  it('says where the person was, with the facts, and goes on', async () => {
    const { say } = player(smallServices());
    await say(`${OPENING} 1.33.5`);
    const later = await say('hi', { now: '2026-11-24T10:00:00.000Z' });
    const words = textsOf(later);
    expect(words).toContain('You were at the open questions 4 days ago');
    expect(words).toContain('Kubernetes version 1.33.5');
    expect(askedIn(later)).toContain('nodeChange');
  });

  it('says nothing of it within the same day', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const next = await say('1.33.5\nruns\nnobody touched it', { now: START });
    expect(textsOf(next)).not.toContain('Welcome back');
  });
});

describe('who may do what', () => {
  it('lets nobody else change a triage in a thread', async () => {
    const services = smallServices();
    const { say } = player(services, { place: 'group' });
    await say(COMPLETE);
    const other = await say('sorry, it is 1.28', { user: { id: 'sam', name: 'Sam' } });
    expect(textsOf(other)).toContain(wording.notYours);
    expect(services.records.get('r1')?.report.facts.k8sVersion?.value).toBe('1.33.5');
  });

  it('lets an expert change it', async () => {
    const services = smallServices({ experts: ['kim'] });
    const { say } = player(services, { place: 'group' });
    await say(COMPLETE);
    const other = await say('sorry, it is 1.28', { user: { id: 'kim', name: 'Kim' }, expert: true });
    expect(textsOf(other)).toContain('Upgrade first');
  });

  it('trusts no record id that a client sends', async () => {
    const services = smallServices();
    await player(services).say(COMPLETE);
    const thief = player(services);
    const got = await thief.say({ do: 'ticket', recordId: 'r1' }, { user: { id: 'mallory', name: 'Mallory' } });
    expect(textsOf(got)).toContain(wording.gone);
    expect(cardsOf(got)).toEqual([]);
  });

  it.each([
    { do: 'nonsense', recordId: 'r1' },
    { do: 'ticket', recordId: '../../etc' },
    { do: { a: 1 } },
    {},
    { do: 'answer', about: 'r1', k8sVersion: { toString: 1 } },
  ])('answers a made-up button %j without harm', async (value) => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect((await say(value)).replies.length).toBeGreaterThan(0);
  });

  it('lets nobody take up a triage that somebody else left in the thread', async () => {
    const { say } = player(smallServices(), { place: 'group' });
    await say(COMPLETE);
    await say('cancel');
    const mallory = { user: { id: 'mallory', name: 'Mallory' } };
    expect(textsOf(await say('back', mallory))).toBe(wording.notYours);
    expect(textsOf(await say({ do: 'unknown', about: 'r1' }, mallory))).toBe(wording.gone);
  });

  it('starts anew, with the words at hand, where the record was deleted meanwhile', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(OPENING);
    services.records.clear();
    const next = await say('1.33.5, the api server still refuses');
    expect(textsOf(next)).toContain(wording.goneNew);
    expect(askedIn(next)).toContain('nodeChange');
  });

  it('asks private questions only in the personal chat', async () => {
    const { say } = player(smallServices({ sensitive: ['nodeChange'] }), { place: 'group' });
    const first = await say(OPENING);
    expect(askedIn(first)).not.toContain('nodeChange');
    const next = await say('1.33.5\nit runs');
    expect(next.effects).toEqual([expect.objectContaining({ kind: 'askPrivately', recordId: 'r1' })]);
  });
});

describe('feedback, ticket, people', () => {
  it('keeps thumbs with the record', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(COMPLETE);
    await say({ do: 'right', recordId: 'r1' });
    expect(services.records.get('r1')?.feedback).toEqual({ right: true });
  });

  it('asks what would be right and keeps the correction as a labelled case', async () => {
    const services = smallServices();
    const { say } = player(services);
    await say(COMPLETE);
    expect(askedIn(await say('wrong'))).toEqual(['scope', 'eligibility', 'knownIssue', 'note']);
    await say({ do: 'corrected', about: 'r1', scope: 'best_effort', eligibility: 'eligible', note: 'open source' });
    expect(services.records.get('r1')?.feedback).toEqual({
      right: false,
      corrected: { scope: 'best_effort' },
      note: 'open source',
    });
  });

  it('shows the ticket by word and by button alike', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    const word = await say('open a ticket');
    const button = await say({ do: 'ticket', recordId: 'r1' });
    expect(cardsOf(word)).toEqual(cardsOf(button));
    expect(textsOf(word)).toContain('Symptom: connection refused on 6443.');
  });

  it('gives a way out to the letter, by word and by button alike', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    const word = await say('az command');
    expect(textsOf(word)).toContain(smallExits[1]?.content);
    expect(textsOf(word)).toContain(smallExits[1]?.twin);
    expect((await say({ do: 'exit', kind: 'az', about: 'r1' })).replies).toEqual(word.replies);
  });

  it('says so where a way out does not fit the case', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(textsOf(await say('github'))).toBe(wording.ticket.notOffered);
    expect(textsOf(await say({ do: 'exit', kind: 'carrier pigeon', about: 'r1' }))).toBe(wording.unknownAction);
  });

  it('lets every field of the ticket be reviewed and keeps what was changed', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(askedIn(await say('edit ticket'))).toContain('advancedDiagnosticConsent');
    const saved = await say({ do: 'saveTicket', about: 'r1', title: 'A better title', supportTicketId: 'injected' });
    expect(textsOf(saved)).toContain('A better title');
    expect(textsOf(saved)).not.toContain('injected');
  });

  it('says in a sentence why a value of the ticket was refused, and keeps the conversation', async () => {
    const { say } = player(smallServices());
    await say(COMPLETE);
    expect(textsOf(await say({ do: 'saveTicket', about: 'r1', severity: 'wrong' }))).toBe('The severity is A, B or C.');
    expect(textsOf(await say('ticket'))).toContain('Symptom');
  });

  it('hands over with what was asked and not answered', async () => {
    const { say } = player(smallServices());
    await say(OPENING);
    const asked = await say('can I talk to a person?');
    expect(asked.effects).toEqual([
      {
        kind: 'handoff',
        recordId: 'r1',
        why: wording.handoff.whyAsked,
        open: ['Kubernetes version', 'Running all the time?', 'Node VMs changed'],
      },
    ]);
  });
});
