/** The real bot behind its real server and adapter on a free port, with services a test chooses, and a client that talks to it. */
import type { Card } from '../../dialogs/cards/card.ts';
import type { Services } from '../../dialogs/services.ts';
import { createBot } from '../../src/bot/bot.ts';
import { createChannel } from '../../src/bot/channel.ts';
import { createBotServer } from '../../src/bot/server.ts';
import { readiness } from '../../src/ops/health.ts';
import { silentLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { noTracer } from '../../src/ops/tracing.ts';
import { readSettings } from '../../src/settings.ts';
import { memoryStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

export type Reply = {
  type: string;
  text?: string;
  summary?: string;
  attachments?: { contentType: string; content: Card }[];
  suggestedActions?: { actions: { title: string }[] };
};

export async function startTestBot(
  services: Services,
  options: { store?: Store; env?: Record<string, string>; now?: () => Date } = {},
) {
  const settings = readSettings({ PORT: '0', ...options.env });
  const store = options.store ?? (await memoryStore());
  const channel = createChannel(settings);
  const metrics = createMetrics({ processMetrics: false });
  const now = options.now ?? (() => new Date('2026-11-20T10:00:00Z'));
  const delivery = createBot({ settings, services, store, channel, log: silentLog, metrics, now });
  const ready = () => readiness({ store: () => store.ping() });
  const server = createBotServer({
    settings,
    channel,
    delivery,
    readiness: ready,
    log: silentLog,
    metrics,
    tracer: noTracer,
  });
  const { port } = await server.start();
  const url = `http://127.0.0.1:${port}/api/messages`;
  return {
    url,
    port,
    store,
    catchUp: delivery.catchUp,
    client: (from: Partial<Sender> = {}) => client(url, from),
    async stop() {
      await server.stop();
      if (!options.store) await store.close();
    },
  };
}

type Sender = { user: string; name: string; conversation: string; conversationType: string; serviceUrl: string };
let activityCount = 0;

/** A client that reads the answer from the response. */
export function client(url: string, from: Partial<Sender> = {}) {
  const { user = 'alex', name = 'Alex', conversation = 'a:1', conversationType = 'personal' } = from;
  const serviceUrl = from.serviceUrl ?? 'http://127.0.0.1:9';
  const activity = (more: Record<string, unknown>) => ({
    id: `activity-${++activityCount}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: user, name },
    recipient: { id: 'bot', name: 'Arc Triage' },
    conversation: { id: conversation, conversationType, isGroup: conversationType !== 'personal' },
    timestamp: '2026-11-20T10:00:00Z',
    ...more,
  });
  const post = async (more: Record<string, unknown>): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity(more)),
    });
  const ask = async (more: Record<string, unknown>): Promise<Reply[]> => {
    const response = await post({ deliveryMode: 'expectReplies', ...more });
    if (response.status !== 200) throw new Error(`The bot answered ${response.status}.`);
    const { activities } = (await response.json()) as { activities: Reply[] };
    return activities.filter(({ type }) => type === 'message');
  };
  return {
    post,
    ask,
    say: (text: string, more: Record<string, unknown> = {}) => ask({ type: 'message', text, ...more }),
    press: (value: Record<string, unknown>) => ask({ type: 'message', value }),
    async invoke(name: string, value: unknown): Promise<{ status: number; body: never }> {
      const response = await post({ type: 'invoke', name, value });
      return { status: response.status, body: (await response.json()) as never };
    },
  };
}

export const replyCards = (replies: Reply[]): Card[] =>
  replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content));
