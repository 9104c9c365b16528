/** Puts the bot together: knowledge, store, index, services, Bot Framework, server. Nothing else sees everything. */
import { createBot } from './bot/bot.ts';
import { createChannel } from './bot/channel.ts';
import { type BotServer, createBotServer } from './bot/server.ts';
import { createDesk } from './desk.ts';
import { IssueIndex } from './issues/search.ts';
import { shippedIssues } from './issues/shipped.ts';
import { loadKnowledge } from './knowledge.ts';
import { readiness } from './ops/health.ts';
import { createLog } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { noTracer } from './ops/tracing.ts';
import { createServices } from './services.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store/open.ts';
import { createTicketDesk } from './ticket-desk.ts';

/** Opens everything the bot needs; nothing listens before `start`. Throws where knowledge or store cannot be used. */
export async function openBot(settings: Settings): Promise<BotServer> {
  const log = createLog(settings.TRIAGE_LOG_LEVEL);
  const metrics = createMetrics();
  const knowledge = loadKnowledge();
  const store = await openStore(settings.TRIAGE_DB);
  const now = () => new Date();
  const today = () => settings.TRIAGE_TODAY ?? now().toISOString().slice(0, 10);
  const index = IssueIndex.build(shippedIssues());
  const desk = createDesk({ knowledge, index: () => index, today, forcedEdition: settings.TRIAGE_EDITION ?? null });
  const services = createServices({
    desk,
    store,
    tickets: createTicketDesk({ store }),
    watchedRepos: settings.TRIAGE_REPOS ?? [...new Set(shippedIssues().map(({ repo }) => repo))],
    experts: new Set(settings.TRIAGE_EXPERTS),
    now,
  });
  const channel = createChannel(settings);
  const delivery = createBot({ settings, services, store, channel, log, metrics, now });
  const ready = () => readiness({ store: () => store.ping() });
  const server = createBotServer({ settings, channel, delivery, readiness: ready, log, metrics, tracer: noTracer });
  return {
    ...server,
    async stop() {
      await server.stop();
      await store.close();
    },
  };
}
