/** The bot's own parts put together over one adapter: the handler, ways to reach people later, and safe delivery. */
import type { TurnContext } from 'botbuilder';
import type { Services } from '../../dialogs/services.ts';
import { wording } from '../../dialogs/wording.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { TriageBot } from './activity-handler.ts';
import type { Channel } from './channel.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import type { OutboxAdapter } from './outbox-adapter.ts';
import type { Privately } from './private-questions.ts';
import { storageOver } from './storage.ts';

/** The connector's audience of the public cloud. */
const AUDIENCE = 'https://api.botframework.com';

export type BotParts = {
  settings: Settings;
  services: Services;
  store: Store;
  channel: Channel;
  log: Log;
  metrics: Metrics;
  now(): Date;
};

/** What the server hands every checked activity to. */
export function createBot({ settings, services, store, channel, log, metrics, now }: BotParts): Delivery {
  const { adapter } = channel;
  const appId = settings.MicrosoftAppId ?? '';
  const bot = new TriageBot({
    services,
    storage: storageOver(store),
    later: (reference, logic) => adapter.later(appId, reference, logic),
    privately: personalChat(adapter, appId, settings.ToChannelFromBotOAuthScope ?? AUDIENCE),
    experts: settings.TRIAGE_EXPERTS,
    expertChannel: settings.TRIAGE_EXPERT_CHANNEL,
    now,
  });
  const words = { broken: wording.error, storeAway: wording.storeDown, storeAwayLater: wording.storeDownLater };
  return createDelivery({ adapter, appId, store, log, metrics, words, turn: (context) => bot.run(context) });
}

/** Opens, or finds, the personal chat with the person who wrote. */
const personalChat =
  (adapter: OutboxAdapter, appId: string, audience: string): Privately =>
  async (context: TurnContext, logic) => {
    const { from, recipient, conversation, channelId, serviceUrl } = context.activity;
    const tenantId = conversation.tenantId;
    const parameters = {
      isGroup: false,
      bot: recipient,
      members: [from],
      ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {}),
    };
    await adapter.createConversationAsync(
      appId,
      channelId,
      serviceUrl,
      audience,
      parameters as Parameters<OutboxAdapter['createConversationAsync']>[4],
      logic,
    );
  };
