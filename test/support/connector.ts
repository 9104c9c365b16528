/** Teams' side of the conversation: takes what the bot sends, and can be away, slow or wrong. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  path: string;
  method: string;
  activity: { type: string; text?: string; replyToId?: string; value?: unknown } & Record<string, unknown>;
};

export type Connector = {
  url: string;
  received: Received[];
  /** Text of the messages that were received. */
  texts(): string[];
  /** How the next requests are answered; default 201. `lie`: with a body that is none, one that is cut off, or not at all. */
  answer: { status: number; delayMs: number; headers: Record<string, string>; lie?: 'wrong' | 'cut' | 'hang up' };
  stop(): Promise<void>;
};

export async function startConnector(): Promise<Connector> {
  const received: Received[] = [];
  const answer: Connector['answer'] = { status: 201, delayMs: 0, headers: {} };
  let count = 0;
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { status, delayMs, headers, lie } = answer;
    if (status < 300)
      received.push({ path: request.url ?? '', method: request.method ?? '', activity: JSON.parse(body || '{}') });
    if (delayMs > 0) await new Promise((wake) => setTimeout(wake, delayMs));
    if (lie === 'hang up') return void request.socket.destroy();
    if (lie) {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(lie === 'cut' ? { 'content-length': '500' } : {}),
      });
      response.write('{"id": <html>');
      return lie === 'cut' ? void setTimeout(() => request.socket.destroy(), 10) : void response.end();
    }
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ id: `sent-${++count}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    texts: () => received.filter((one) => one.activity.type === 'message').map((one) => one.activity.text ?? ''),
    answer,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let ids = 0;
/** A message as Teams sends it. */
export function aMessage(text: string, change: Record<string, unknown> = {}) {
  return {
    type: 'message',
    id: `m-${process.pid}-${++ids}`,
    timestamp: '2026-11-20T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: '29:alex', name: 'Alex', aadObjectId: '00000000-0000-0000-0000-0000000000a1' },
    recipient: { id: '28:bot', name: 'Triage' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-US',
    text,
    ...change,
  };
}
export const TENANT = '11111111-1111-1111-1111-111111111111';

/** Posts an activity; `status` 0 means that the connection broke. */
export async function post(
  bot: string,
  activity: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; text: string; headers: Headers }> {
  try {
    const response = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, text, body: isJson ? JSON.parse(text) : undefined, headers: response.headers };
  } catch {
    return { status: 0, text: '', body: undefined, headers: new Headers() };
  }
}
