/**
 * The HTTP edge: turns a request into a checked activity or a refusal, answers for operators, and leaves in good order. What a
 * refused caller learns is the status and nothing else.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InvokeResponse } from 'botbuilder';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Readiness } from '../ops/health.ts';
import { createLimiter } from '../ops/limits.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Tracer } from '../ops/tracing.ts';
import type { Settings } from '../settings.ts';
import { parseActivity } from './activity.ts';
import type { Channel } from './channel.ts';
import type { Delivery } from './delivery.ts';

/** A message of Teams is at most 100 KB of UTF-16, its HTML comes twice. */
const BODY_MAX = '1mb';
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the keep-alive of common load balancers, so that they close first. */
const KEEP_ALIVE_MS = 65_000;
/** Turns at work at once; more wait at the caller. */
const AT_WORK_MAX = 2000;
/** Turns get this long to finish when the process is told to stop. */
const LEAVE_MS = 25_000;
const CATCH_UP_EVERY_MS = 2000;

export type BotServerNeeds = {
  settings: Settings;
  channel: Channel;
  delivery: Delivery;
  readiness(): Promise<Readiness>;
  log: Log;
  metrics: Metrics;
  tracer: Tracer;
};

export type BotServer = {
  /** Listens and tells the address. */
  start(): Promise<{ host: string; port: number }>;
  /** Takes nothing new, lets running turns finish, then closes. */
  stop(): Promise<void>;
  server: Server;
};

export function createBotServer(needs: BotServerNeeds): BotServer {
  const { settings, delivery, readiness, log, metrics } = needs;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('query parser', 'simple');
  const state = { atWork: 0, leaving: false };

  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const found: Readiness = state.leaving
      ? { ready: false, checks: [{ check: 'leaving', ok: false }] }
      : await readiness();
    metrics.ready.set(found.ready ? 1 : 0);
    response.status(found.ready ? 200 : 503).json(found);
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  const messages = createMessages(needs, state);
  app.post('/api/messages', messages.before, express.json({ limit: BODY_MAX }), messages.handle);
  app.use((_request, response) => void response.status(404).end());
  app.use(refuse(metrics));

  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  let timer: NodeJS.Timeout | undefined;
  let catchingUp: Promise<void> | undefined;
  let isBehind = false;
  const catchUp = () => {
    catchingUp ??= delivery
      .catchUp()
      .then(() => {
        isBehind = false;
      })
      .catch((error: unknown) => {
        // An outage is told once, not every two seconds.
        if (!isBehind) log.error('catch-up.failed', error);
        isBehind = true;
      })
      .finally(() => {
        catchingUp = undefined;
      });
  };

  return {
    server,
    async start() {
      server.listen({ port: settings.PORT, host: settings.host });
      await once(server, 'listening');
      catchUp();
      timer = setInterval(catchUp, CATCH_UP_EVERY_MS).unref();
      const { address, port } = server.address() as AddressInfo;
      log.info('listening', { host: address, port });
      return { host: address, port };
    },
    async stop() {
      state.leaving = true;
      metrics.ready.set(0);
      clearInterval(timer);
      delivery.close();
      const closed = new Promise((resolve) => server.close(resolve));
      const giveUpAt = Date.now() + LEAVE_MS;
      while (state.atWork > 0 && Date.now() < giveUpAt) await new Promise((wake) => setTimeout(wake, 20));
      log.info('leaving', { count: state.atWork });
      const left = new Promise((wake) => setTimeout(wake, Math.max(0, giveUpAt - Date.now())).unref());
      await Promise.race([catchingUp, left]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function createMessages(needs: BotServerNeeds, state: { atWork: number; leaving: boolean }) {
  const { settings, channel, delivery, log, metrics, tracer } = needs;
  const perMinute = (count: number) => createLimiter({ burst: count, perSecond: count / 60 });
  const users = perMinute(settings.TRIAGE_RATE_USER);
  const tenants = perMinute(settings.TRIAGE_RATE_TENANT);
  const refused = (response: Response, status: number, reason: string) => {
    metrics.refused.inc({ reason });
    log.debug('refused', { status, reason });
    response.status(status).end();
  };

  /** What can be told from the headers alone, before a byte of the body is read. */
  const before = (request: Request, response: Response, next: () => void) => {
    if (state.leaving || state.atWork >= AT_WORK_MAX) {
      response.set('connection', 'close').set('retry-after', '1');
      return refused(response, 503, state.leaving ? 'leaving' : 'busy');
    }
    if (settings.authenticated && !/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.headers.authorization ?? '')) {
      return refused(response, 401, 'token');
    }
    next();
  };

  const handle = async (request: Request, response: Response) => {
    const activity = parseActivity(request.body);
    if (!activity) return refused(response, 400, 'form');
    const sender = await channel.check(activity, request.headers.authorization ?? '');
    if (!sender) return refused(response, 401, 'token');
    if (settings.authenticated) {
      const tenant = tenants.take(
        String(activity.conversation.tenantId ?? activity.channelData?.tenant?.id),
        Date.now(),
      );
      const user = users.take(`${activity.channelId}/${activity.from.id}`, Date.now());
      const wait = Math.max(...[tenant, user].map((one) => (one.kind === 'wait' ? one.seconds : 0)));
      if (wait > 0) {
        response.set('retry-after', String(wait));
        return refused(response, 429, user.kind === 'wait' ? 'user rate' : 'tenant rate');
      }
    }

    const turn = randomUUID();
    const kind = KINDS.has(activity.type) ? activity.type : 'other';
    const start = performance.now();
    let outcome = 'done';
    state.atWork++;
    try {
      const parent = request.headers.traceparent;
      const spanOf = { 'bot.turn': turn, 'bot.activity': kind, 'bot.name': knownName(activity.name) };
      const work = () => delivery.deliver(sender, activity, turn, (answer) => send(response, answer));
      await tracer.span('turn', spanOf, work, typeof parent === 'string' ? parent : undefined);
    } catch (error) {
      outcome = 'failed';
      log.error('turn.failed', error, { turn });
      if (!response.headersSent) response.status(500).end();
    } finally {
      state.atWork--;
      const ms = Math.round((performance.now() - start) * 10) / 10;
      metrics.turns.inc({ kind, outcome });
      metrics.turnSeconds.observe({ kind }, ms / 1000);
      log.info('turn', {
        turn,
        kind,
        name: knownName(activity.name),
        channel: activity.channelId,
        conversation: log.hash(activity.conversation.id),
        ms,
        outcome,
      });
    }
  };

  return { before, handle };
}

const KINDS = new Set([
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'event',
  'typing',
]);
const NAME = /^[a-zA-Z]{1,40}\/[a-zA-Z]{1,40}$/;
/** The name of an invoke, where it looks like one. */
const knownName = (name: string | undefined): string => (name && NAME.test(name) ? name : '');

/** Answers the request; true once all of it has left for the caller, false where the caller has gone. */
async function send(response: Response, { status, body }: InvokeResponse): Promise<boolean> {
  if (response.headersSent || response.destroyed) return false;
  const gone = new Promise<boolean>((resolve) => {
    response.once('finish', () => resolve(true));
    response.once('close', () => resolve(false));
  });
  if (status === 503) response.set('retry-after', '5');
  // With its length a body leaves in one piece.
  if (body === undefined) response.writeHead(status, { 'content-length': 0 }).end();
  else {
    const text = Buffer.from(JSON.stringify(body));
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length };
    response.writeHead(status, headers).end(text);
  }
  return gone;
}

/** Bodies that are no JSON, too long, cut off or packed in an unknown way. */
const refuse =
  (metrics: Metrics): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = (error as { status?: unknown }).status;
    const known = typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
    metrics.refused.inc({ reason: known === 413 ? 'too long' : known === 500 ? 'fault' : 'form' });
    response.status(known).end();
  };
