/** The bot's own parts put together over one adapter: the handler, and safe delivery of what it wants to say. */
import type { Services } from '../../dialogs/services.ts';
import { wording } from '../../dialogs/wording.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Settings } from '../settings.ts';
import type { Departures } from '../store/departures.ts';
import type { Spool } from '../store/spool.ts';
import type { Store } from '../store/store.ts';
import { TriageBot } from './activity-handler.ts';
import type { Channel } from './channel.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { storageOver } from './storage.ts';
import { createWaitingRoom } from './waiting.ts';

/** The connector's audience of the public cloud. */
const AUDIENCE = 'https://api.botframework.com';

export type BotParts = {
  settings: Settings;
  services: Services;
  store: Store;
  /** Where messages wait while the store is away; without it nothing waits, and the channel has to send them again. */
  spool?: Spool;
  departures?: Departures;
  channel: Channel;
  log: Log;
  metrics: Metrics;
  now(): Date;
};

/** What the server hands every checked activity to. */
export function createBot(parts: BotParts): Delivery {
  const { settings, services, store, spool, departures, channel, log, metrics, now } = parts;
  const { adapter } = channel;
  const appId = settings.MicrosoftAppId ?? '';
  const bot = new TriageBot({
    services,
    storage: storageOver(store),
    elsewhere: (context, errand) => adapter.elsewhere(context, errand),
    metrics,
    experts: settings.TRIAGE_EXPERTS,
    expertChannel: settings.TRIAGE_EXPERT_CHANNEL,
    now,
  });
  const { error: broken, storeDown: storeAway, storeDownLater: storeAwayLater, stillWorking } = wording;
  return createDelivery({
    adapter,
    appId,
    audience: settings.ToChannelFromBotOAuthScope ?? AUDIENCE,
    store,
    waiting: createWaitingRoom(spool, services.mask),
    ...(departures ? { departures } : {}),
    log,
    metrics,
    words: { broken, storeAway, storeAwayLater, stillWorking },
    turn: (context) => bot.run(context),
    arrive: (there, task) => bot.arrive(there, task),
    refused: (note) => bot.refused(note),
  });
}
