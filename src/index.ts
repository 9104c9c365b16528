/** Puts the bot together: knowledge, store, index, services, Bot Framework, server. Nothing else sees everything. */
import { dirname, join } from 'node:path';
import { createBot } from './bot/bot.ts';
import { createChannel } from './bot/channel.ts';
import { measuredServices } from './bot/measured-services.ts';
import { type BotServer, createBotServer } from './bot/server.ts';
import { createDesk } from './desk.ts';
import { loadKnowledge } from './knowledge.ts';
import { createKnownIssues } from './known-issues.ts';
import { createInstruments, createOperations } from './operations.ts';
import { knowledgeDates, watchedRepos } from './ops/knowledge-dates.ts';
import { createServices } from './services.ts';
import type { Settings } from './settings.ts';
import { openDepartures } from './store/departures.ts';
import { isPostgres, openStore } from './store/open.ts';
import { openPatiently } from './store/patient.ts';
import { openSpool } from './store/spool.ts';
import { createTicketDesk } from './ticket-desk.ts';

/**
 * Opens everything the bot needs; nothing listens before `start`. Throws where knowledge or store cannot be used; with
 * `onRefused` a store that is only away may come later, and is told there if it turns out to be none for us.
 */
export async function openBot(settings: Settings, onRefused?: (reason: unknown) => void): Promise<BotServer> {
  const instruments = createInstruments(settings);
  const { metrics, tracer, log } = instruments;
  const knowledge = loadKnowledge();
  const store = await (onRefused
    ? openPatiently(settings.TRIAGE_DB, {
        onAway: (reason, pauseMs) => log.error('store.away', reason, { ms: pauseMs }),
        onOpen: () => log.info('store.open'),
        onRefused,
      })
    : openStore(settings.TRIAGE_DB));
  const now = () => new Date();
  const today = () => settings.TRIAGE_TODAY ?? now().toISOString().slice(0, 10);
  const repos = watchedRepos(settings);
  const issues = createKnownIssues({ ...instruments, settings, store, repos, now });
  const desk = createDesk({
    knowledge,
    index: issues.index,
    search: issues.search,
    today,
    forcedEdition: settings.TRIAGE_EDITION ?? null,
  });
  const bare = createServices({
    desk,
    store,
    tickets: createTicketDesk({ store, env: process.env }),
    watchedRepos: repos,
    experts: new Set(settings.TRIAGE_EXPERTS),
    now,
  });
  const services = measuredServices(bare, metrics, tracer);
  const channel = createChannel(settings);
  const folder = spoolFolder(settings);
  const spool = folder === undefined ? undefined : openSpool(folder, store.name);
  const departures = folder === undefined ? undefined : openDepartures(folder, store.name);
  const kept = spool && departures ? { spool, departures } : {};
  const delivery = createBot({ ...instruments, settings, services, store, channel, now, ...kept });
  const tables = knowledgeDates(knowledge);
  const operations = createOperations({
    ...instruments,
    settings,
    store,
    repos,
    tables,
    today,
    now,
    loaded: issues.loaded,
  });
  const server = createBotServer({ ...instruments, settings, channel, delivery, readiness: operations.readiness });
  return {
    ...server,
    async start() {
      const address = await server.start();
      operations.start();
      issues.start();
      return address;
    },
    async stop() {
      await server.stop();
      await issues.stop();
      await operations.stop();
      await store.close();
      spool?.close();
      departures?.close();
    },
  };
}

/** A store in memory is never away. */
function spoolFolder({ TRIAGE_SPOOL, TRIAGE_DB }: Settings): string | undefined {
  if (TRIAGE_SPOOL) return TRIAGE_SPOOL;
  if (TRIAGE_DB === ':memory:') return undefined;
  return join(isPostgres(TRIAGE_DB) ? 'data' : dirname(TRIAGE_DB), 'waiting');
}
