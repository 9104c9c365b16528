/**
 * The last step of an answer: one HTTP request to the channel. It opens the connection first, then asks whether the answer may
 * leave, and writes in the same breath; so what is noted as sent and what was sent differ by microseconds, not by a sign-in
 * and a handshake. And it tells apart what never left, what was refused, and what may have arrived.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Activity } from 'botbuilder';
import packageJson from '../../package.json' with { type: 'json' };

const CONNECT_MS = 5000;
/** Longer than Teams ever takes; who has said nothing by then has most likely taken it all the same. */
const RESPONSE_MS = 30_000;
/** Of an answer's answer: an id. */
const BODY_MAX = 100_000;
const RETRY_AFTER_MAX_S = 3600;
const USER_AGENT = `Microsoft-BotFramework/3.1 ${packageJson.name}/${packageJson.version}`;

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
    const { method, body, agent } = request;
    request.headers.delete('accept-encoding');
    const wanted = { url: new URL(request.url), method, headers: request.headers.toJSON(), body, agent };
    const { status, headers, text } = await exchange(wanted, passages.getStore() ?? newPassage());
    const HeadersOf = request.headers.constructor as new (raw: Record<string, string>) => Headers;
    const raw = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return { status, headers: new HeadersOf(raw), request, bodyAsText: text };
  },
};

/** What we use of the framework's client of one channel. */
export type Connector = {
  baseUri: string;
  credentials: { signRequest(request: { headers: Map<string, string> }): Promise<unknown> };
};

/** The framework's client goes through a proxy where one of these is set. */
const PROXIES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
export const isBehindProxy = (): boolean => PROXIES.some((name) => process.env[name]);

/** A message is sent the same way every time; the framework's way there, through twenty policies, costs more than the request. */
export async function sendActivity(to: Connector, activity: Partial<Activity>, passage: Passage): Promise<void> {
  const { id: _, ...message } = activity;
  const conversation = `v3/conversations/${encodeURIComponent(activity.conversation?.id ?? '')}/activities`;
  const path = activity.replyToId ? `${conversation}/${encodeURIComponent(activity.replyToId)}` : conversation;
  const headers = new Map([['content-type', 'application/json; charset=utf-8']]);
  await to.credentials.signRequest({ headers });
  const url = new URL(path, to.baseUri.endsWith('/') ? to.baseUri : `${to.baseUri}/`);
  const wanted = { url, method: 'POST', headers: Object.fromEntries(headers), body: JSON.stringify(message) };
  const { status } = await exchange(wanted, passage);
  if (!TAKEN.has(status)) throw new Error(`The channel answered ${status}.`);
}
const TAKEN = new Set([200, 201, 202]);

type Wanted = {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: unknown;
  agent?: HttpAgent | undefined;
};

async function exchange({ url, method, headers, body, agent }: Wanted, passage: Passage) {
  const isHttps = url.protocol === 'https:';
  const out = (isHttps ? httpsRequest : httpRequest)(url, {
    method,
    headers: { 'user-agent': USER_AGENT, accept: '*/*', ...headers },
    agent: agent ?? (isHttps ? agents.https : agents.http),
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
    out.end(typeof body === 'string' || body instanceof Uint8Array ? body : undefined);
    const answer = await Promise.race([answerWithin(passage, response), broken]);
    const status = answer.statusCode ?? 0;
    passage.status = status;
    const seconds = Number(answer.headers['retry-after']);
    if (seconds > 0) passage.retryAfterMs = Math.min(seconds, RETRY_AFTER_MAX_S) * 1000;
    return { status, headers: answer.headers, text: await bodyOf(answer) };
  } catch (error) {
    out.destroy();
    throw error;
  }
}

async function answerWithin(passage: Passage, response: Promise<IncomingMessage>): Promise<IncomingMessage> {
  try {
    return await within(RESPONSE_MS, response);
  } catch (error) {
    passage.unanswered = true;
    throw error;
  }
}

/** The status is the answer. A body that is cut off, or no JSON, must not make a message look unsent that has arrived. */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  try {
    const text = await within(RESPONSE_MS, textOf(answer));
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? text : '{}';
  } catch {
    answer.destroy();
    return '{}';
  }
}

const textOf = (answer: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.length > BODY_MAX) reject(new Error('The answer is too long.'));
    });
    answer.once('end', () => resolve(text)).once('error', reject);
    answer.once('close', () => reject(new Error('The answer was cut off.')));
  });

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
