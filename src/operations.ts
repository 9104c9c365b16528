/** What stands around the running bot: log, metrics, traces, readiness and the daily work. */
import packageJson from '../package.json' with { type: 'json' };
import { checkCredentials, checkDates, checkIndex, checkStore, type Dated, indexAgeHours } from './ops/checks.ts';
import { runDaily } from './ops/daily.ts';
import { type Readiness, readiness } from './ops/health.ts';
import { createLog, type Log } from './ops/log.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { createTracer, noTracer, type Tracer } from './ops/tracing.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

const GAUGES_EVERY_MS = 30_000;
const HOUR_SECONDS = 3600;

export type Instruments = { log: Log; metrics: Metrics; tracer: Tracer };

export function createInstruments(settings: Settings): Instruments {
  const log = createLog(settings.TRIAGE_LOG_LEVEL);
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: headers,
    OTEL_SERVICE_NAME: service,
  } = settings;
  const tracer = endpoint
    ? createTracer({ endpoint, headers: headersOf(headers), service, version: packageJson.version }, (said) =>
        log.warn('traces', { said }),
      )
    : noTracer;
  return { log, metrics: createMetrics(), tracer };
}

/** `name=value,name=value`, as the OpenTelemetry variable wants it. */
const headersOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split('='))
      .filter(([name, value]) => name && value !== undefined)
      .map(([name = '', ...value]) => [name.trim(), decodeURIComponent(value.join('=').trim())]),
  );

export type OperationsNeeds = Instruments & {
  settings: Settings;
  store: Store;
  repos: readonly string[];
  tables: readonly Dated[];
  today(): string;
  now(): Date;
  /** Throws where the process cannot answer yet. */
  loaded(): void;
};

export type Operations = { readiness(): Promise<Readiness>; start(): void; stop(): Promise<void> };

export function createOperations(needs: OperationsNeeds): Operations {
  const { settings, store, repos, tables, today, now, metrics, log, tracer } = needs;
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  const checks = async () => [
    ...checkCredentials(settings, today()),
    ...(await checkStore(store)),
    ...(await checkIndex(store, repos, settings, now())),
    ...checkDates(tables, today()),
  ];
  const gauges = async () => {
    metrics.issues.set(await store.issues.count());
    const hours = await indexAgeHours(store, repos, now());
    if (hours !== undefined) metrics.indexAgeSeconds.set(hours * HOUR_SECONDS);
  };
  const refresh = () => {
    gauges().catch((error: unknown) => log.error('gauges.failed', error));
  };

  return {
    readiness: () =>
      readiness({
        store: () => store.ping(),
        index: needs.loaded,
        credentials: () => {
          const end = settings.TRIAGE_SECRET_EXPIRES;
          if (settings.authenticated && end && end < today()) throw new Error('The client secret has ended.');
        },
      }),
    start() {
      refresh();
      timer = setInterval(refresh, GAUGES_EVERY_MS).unref();
      void runDaily({ store, retentionDays: settings.TRIAGE_RETENTION_DAYS, checks, log, metrics, now }, ending.signal);
    },
    async stop() {
      ending.abort();
      clearInterval(timer);
      await tracer.close();
    },
  };
}
