/**
 * The last step of an answer: one HTTP request to the channel. It opens the connection first, then asks whether the answer may
 * leave, and writes in the same breath; so what is noted as sent and what was sent differ by microseconds, not by a sign-in
 * and a handshake. And it tells apart what never left, what was refused, and what may have arrived.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

const CONNECT_MS = 5000;
/** Longer than Teams ever takes; who has said nothing by then has most likely taken it all the same. */
const RESPONSE_MS = 30_000;
/** Of an answer's answer: an id. */
const BODY_MAX = 100_000;
const RETRY_AFTER_MAX_S = 3600;

/** One answer on its way out, and how far it came. */
export type Passage = {
  /** Called when the connection stands, right before the first byte. False: it must not leave, somebody else sends it. */
  leave(): Promise<boolean>;
  left: boolean;
  /** `leave` said no. */
  unwanted: boolean;
  /** All of it was sent, and nobody answered. */
  unanswered: boolean;
  status: number | undefined;
  /** When the channel wants to be asked again. */
  retryAfterMs: number | undefined;
};

export const newPassage = (leave: () => Promise<boolean> = async () => true): Passage => ({
  leave,
  left: false,
  unwanted: false,
  unanswered: false,
  status: undefined,
  retryAfterMs: undefined,
});

const passages = new AsyncLocalStorage<Passage>();
/** Whatever `work` sends, it sends under this passage. */
export const under = <T>(passage: Passage, work: () => Promise<T>): Promise<T> => passages.run(passage, work);

/** What we use of the pipeline's request; its own packages are not ours to import. */
type Headers = { toJSON(): Record<string, string>; delete(name: string): void };
type PipelineRequest = {
  url: string;
  method: string;
  headers: Headers;
  body?: unknown;
  agent?: HttpAgent;
};
type PipelineResponse = { status: number; headers: Headers; request: PipelineRequest; bodyAsText: string };

const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/** Takes the place of the framework's HTTP client. */
export const connectorHttp = {
  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    const passage = passages.getStore() ?? newPassage();
    request.headers.delete('accept-encoding');
    const { protocol } = new URL(request.url);
    const isHttps = protocol === 'https:';
    const out = (isHttps ? httpsRequest : httpRequest)(request.url, {
      method: request.method,
      headers: request.headers.toJSON(),
      agent: request.agent ?? (isHttps ? agents.https : agents.http),
    });
    const broken = new Promise<never>((_, reject) => out.on('error', reject));
    broken.catch(() => undefined);
    try {
      await Promise.race([within(CONNECT_MS, connected(out, isHttps)), broken]);
      // Nothing may stand between this and the write.
      if (!(await passage.leave())) {
        passage.unwanted = true;
        throw new Error('Somebody else sends this.');
      }
      passage.left = true;
      const response = new Promise<IncomingMessage>((resolve) => out.once('response', resolve));
      out.end(typeof request.body === 'string' || request.body instanceof Uint8Array ? request.body : undefined);
      const answer = await Promise.race([answerWithin(passage, response), broken]);
      return await toPipeline(request, passage, answer);
    } catch (error) {
      out.destroy();
      throw error;
    }
  },
};

async function answerWithin(passage: Passage, response: Promise<IncomingMessage>): Promise<IncomingMessage> {
  try {
    return await within(RESPONSE_MS, response);
  } catch (error) {
    passage.unanswered = true;
    throw error;
  }
}

async function toPipeline(request: PipelineRequest, passage: Passage, answer: IncomingMessage) {
  const status = answer.statusCode ?? 0;
  passage.status = status;
  const seconds = Number(answer.headers['retry-after']);
  if (seconds > 0) passage.retryAfterMs = Math.min(seconds, RETRY_AFTER_MAX_S) * 1000;
  const HeadersOf = request.headers.constructor as new (raw: Record<string, string>) => Headers;
  const raw = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  return { status, headers: new HeadersOf(raw), request, bodyAsText: await bodyOf(answer) };
}

/** The status is the answer. A body that is cut off, or no JSON, must not make a message look unsent that has arrived. */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  try {
    await within(
      RESPONSE_MS,
      (async () => {
        for await (const chunk of answer.setEncoding('utf8')) {
          text += chunk;
          if (text.length > BODY_MAX) throw new Error('The answer is too long.');
        }
      })(),
    );
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? text : '{}';
  } catch {
    answer.destroy();
    return '{}';
  }
}

const connected = (out: ClientRequest, isHttps: boolean): Promise<void> =>
  new Promise((resolve) => {
    out.once('socket', (socket) => {
      if (socket.connecting) socket.once(isHttps ? 'secureConnect' : 'connect', () => resolve());
      else resolve();
    });
  });

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The channel did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
