import { afterEach, expect, it } from 'vitest';
import { newConversation, newTriage } from '../../dialogs/conversation.ts';
import { type Standing, standingOf, stepsBetween } from '../../src/bot/journey.ts';
import { startTestBot } from '../support/running-bot.ts';
import { smallServices } from '../support/small-services.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const standing = (recordId: string, isJudged: boolean): Standing => ({
  recordId,
  starter: 'alex',
  stage: isJudged ? 'verdict' : 'asking',
  isJudged,
  asked: 2,
});

it('reads from a conversation how its triage stands', () => {
  expect(standingOf(undefined)).toBeNull();
  expect(standingOf(newConversation())).toBeNull();
  const triage = { ...newTriage('r-1', 'alex'), asked: ['k8sVersion'] };
  expect(standingOf({ ...newConversation(), triage })).toEqual({
    recordId: 'r-1',
    starter: 'alex',
    stage: 'asking',
    isJudged: false,
    asked: 1,
  });
});

it.each([
  [null, null, []],
  [null, standing('a', false), []],
  [standing('a', false), standing('a', false), []],
  [null, standing('a', true), ['finished']],
  [standing('a', false), standing('a', true), ['finished']],
  // A correction shows the verdict again.
  [standing('a', true), standing('a', true), []],
  [standing('a', false), null, ['abandoned']],
  [standing('a', false), standing('b', false), ['abandoned']],
  [standing('a', true), standing('b', false), []],
  [standing('a', true), null, []],
])('from %j to %j it counts %j', (before, after, kinds) => {
  expect(stepsBetween(before, after).map(({ kind }) => kind)).toEqual(kinds);
});

it('counts conversations as they go', async () => {
  const bot = await startTestBot(smallServices());
  stops.push(bot.stop);
  const { say } = bot.client();
  await say('kubectl says connection refused on 6443');
  await say('1.33.5\nruns\nnobody touched it');
  const other = bot.client({ conversation: 'a:2' });
  await other.say('kubectl says connection refused on 6443');
  await other.say('cancel');
  const text = await (await fetch(bot.url.replace('/api/messages', '/metrics'))).text();
  expect(text).toContain('triage_triages_finished_total 1');
  expect(text).toContain('triage_triages_abandoned_total{stage="asking"} 1');
  expect(text).toContain('triage_triage_messages_sum 2');
  expect(text).toContain('triage_triage_questions_sum 3');
});
