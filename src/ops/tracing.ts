/**
 * One trace a turn, sent as OTLP over HTTP (JSON) where `OTEL_EXPORTER_OTLP_ENDPOINT` says so, and nothing at all where it does
 * not. The protocol's JSON form (https://opentelemetry.io/docs/specs/otlp/) is small enough to write down; the SDK for it would
 * be our largest dependency after the bot framework, for one kind of span.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const FLUSH_EVERY_MS = 5000;
const BATCH_MAX = 500;
/** Spans waiting while the collector is away; more are dropped, traces are no records. */
const QUEUE_MAX = 5000;
const TIMEOUT_MS = 5000;
const SPAN_INTERNAL = 1;
const SPAN_SERVER = 2;
const STATUS_ERROR = 2;

type Attributes = Record<string, string | number | boolean>;
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
};

export type Tracer = {
  /** Runs `work` in a span below the current one. `parent` is a `traceparent` header (https://www.w3.org/TR/trace-context/). */
  span<T>(name: string, attributes: Attributes, work: () => Promise<T>, parent?: string): Promise<T>;
  close(): Promise<void>;
};

export const noTracer: Tracer = { span: (_name, _attributes, work) => work(), close: async () => {} };

export type TracingSettings = {
  /** Base address of the collector; `/v1/traces` is added. */
  endpoint: string;
  headers: Record<string, string>;
  service: string;
  version: string;
};

/** `onFailure` hears of batches the collector did not take. */
export function createTracer(settings: TracingSettings, onFailure: (reason: string) => void): Tracer {
  const current = new AsyncLocalStorage<{ traceId: string; spanId: string }>();
  const url = `${settings.endpoint.replace(/\/+$/, '')}/v1/traces`;
  const resource = {
    attributes: attributes({ 'service.name': settings.service, 'service.version': settings.version }),
  };
  let queue: Span[] = [];

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const spans = queue.splice(0, BATCH_MAX);
      const body = { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: settings.service }, spans }] }] };
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...settings.headers },
          body: JSON.stringify(body),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!answer.ok) onFailure(`the collector answered ${answer.status}`);
        await answer.body?.cancel();
      } catch {
        onFailure('the collector cannot be reached');
        return;
      }
    }
  };
  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref();

  return {
    async span(name, given, work, parent) {
      const above = current.getStore() ?? parse(parent);
      const own = {
        traceId: above?.traceId ?? randomBytes(16).toString('hex'),
        spanId: randomBytes(8).toString('hex'),
      };
      const start = now();
      let status: Span['status'] = {};
      try {
        return await current.run(own, work);
      } catch (error) {
        status = { code: STATUS_ERROR };
        throw error;
      } finally {
        const parentSpanId = above && { parentSpanId: above.spanId };
        const kind = current.getStore() ? SPAN_INTERNAL : SPAN_SERVER;
        const times = { startTimeUnixNano: start, endTimeUnixNano: now() };
        if (queue.length < QUEUE_MAX) {
          queue.push({ ...own, ...parentSpanId, name, kind, ...times, attributes: attributes(given), status });
        }
      }
    },
    async close() {
      clearInterval(timer);
      await flush();
      queue = [];
    },
  };
}

const now = (): string => String(BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n);

const attributes = (given: Attributes) =>
  Object.entries(given).map(([key, value]) => ({
    key,
    value:
      typeof value === 'string'
        ? { stringValue: value }
        : typeof value === 'boolean'
          ? { boolValue: value }
          : Number.isInteger(value)
            ? { intValue: String(value) }
            : { doubleValue: value },
  }));

function parse(traceparent: string | undefined): { traceId: string; spanId: string } | undefined {
  const [, traceId, spanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent ?? '') ?? [];
  return traceId && spanId && !/^0+$/.test(traceId) && !/^0+$/.test(spanId) ? { traceId, spanId } : undefined;
}
