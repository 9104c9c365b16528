/**
 * The smallest bot that shows every fault of delivery: it counts the messages of a conversation, keeps every word in a record, and
 * answers with both. Run as a program it serves until it is told to stop: `node counting-bot.ts STORE PORT`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { TurnContext } from 'botbuilder';
import { createChannel } from '../../src/bot/channel.ts';
import { createDelivery, type DeliveryNeeds } from '../../src/bot/delivery.ts';
import type { OutboxAdapter } from '../../src/bot/outbox-adapter.ts';
import { createBotServer } from '../../src/bot/server.ts';
import { createWaitingRoom } from '../../src/bot/waiting.ts';
import { readiness } from '../../src/ops/health.ts';
import { type Log, silentLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { noTracer } from '../../src/ops/tracing.ts';
import { readSettings } from '../../src/settings.ts';
import { openDepartures } from '../../src/store/departures.ts';
import { openStore } from '../../src/store/open.ts';
import { openSpool } from '../../src/store/spool.ts';
import type { Store } from '../../src/store/store.ts';
import { aRecord } from './records.ts';

export const WORDS = {
  broken: (reference: string) => `broken ${reference}`,
  storeAway: 'store away, say it again',
  storeAwayLater: 'store away, I answer later',
  stillWorking: 'still working',
};

/** One turn, in steps with pauses, so that a kill may fall between any two. */
export const countingTurn =
  (store: Store) =>
  async (context: TurnContext, adapter: OutboxAdapter): Promise<void> => {
    const { activity } = context;
    if (activity.type === 'invoke') {
      if (activity.name === 'adaptiveCard/action') await context.sendActivity('pressed');
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { said: activity.name } } });
      return;
    }
    if (activity.text === 'fail') throw new Error('a secret word of the user');
    const key = `msteams/conversations/${activity.conversation.id}/`;
    const count = Number((await store.items.read([key])).get(key)?.value ?? 0) + 1;
    await store.items.write(new Map([[key, { value: count }]]));
    await sleep(1);
    const id = `record ${activity.conversation.id}`;
    const record =
      (await store.records.get(id)) ?? aRecord({ id, messages: [], conversationId: activity.conversation.id });
    await store.records.save({ ...record, messages: [...record.messages, activity.text] });
    if (activity.text.startsWith('slow')) await sleep(300);
    await context.sendActivity(`${count}: ${activity.text}`);
    if (activity.text.startsWith('twice')) await context.sendActivity(`${count}: again`);
    if (activity.text.startsWith('errand')) {
      const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
      const to = { ...reference, conversation: { ...reference.conversation, id: 'a:elsewhere' } } as typeof reference;
      const told = { sent: 'told them', waits: 'tell them later', refused: 'they refuse' };
      adapter.elsewhere(context, { to, activities: [{ type: 'message', text: `${count}: elsewhere` }], told });
      await context.sendActivity('told them');
    }
    await sleep(1);
  };

export async function startCountingBot(
  env: Record<string, string>,
  { log = silentLog, store, slow }: { log?: Log; store?: Store; slow?: DeliveryNeeds['slow'] } = {},
) {
  const settings = readSettings({ PORT: '0', ...env });
  const used = store ?? (await openStore(settings.TRIAGE_DB));
  const metrics = createMetrics({ processMetrics: false });
  const channel = createChannel(settings);
  const { adapter } = channel;
  const turn = countingTurn(used);
  const spool = settings.TRIAGE_SPOOL ? openSpool(settings.TRIAGE_SPOOL, used.name) : undefined;
  const departures = settings.TRIAGE_SPOOL ? openDepartures(settings.TRIAGE_SPOOL, used.name) : undefined;
  const delivery = createDelivery({
    adapter,
    appId: settings.MicrosoftAppId ?? '',
    store: used,
    log,
    metrics,
    turn: (context) => turn(context, adapter),
    words: WORDS,
    waiting: createWaitingRoom(spool, (text) => text.replace('geheim', '[masked]')),
    ...(departures ? { departures } : {}),
    ...(slow ? { slow } : {}),
  });
  const ready = () => readiness({ store: () => used.ping() });
  const server = createBotServer({ settings, channel, delivery, readiness: ready, log, metrics, tracer: noTracer });
  const { port } = await server.start();
  return {
    url: `http://127.0.0.1:${port}`,
    store: used,
    metrics,
    delivery,
    server,
    async stop() {
      await server.stop();
      await used.close();
      spool?.close();
      departures?.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const [, , store = '', port = ''] = process.argv;
  const spool = process.env.TRIAGE_SPOOL ? { TRIAGE_SPOOL: process.env.TRIAGE_SPOOL } : {};
  const bot = await startCountingBot({ TRIAGE_DB: store, PORT: port, ...spool });
  process.on('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
  process.stdout.write('ready\n');
}
