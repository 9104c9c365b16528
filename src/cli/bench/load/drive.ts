/** Plays conversations against a bot, with a connector of our own that takes the answers. */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Load = {
  /** Sends activities, so many at once, and waits for every response; gives milliseconds of each. */
  play(bot: string, activities: Iterable<object>, atOnce: number): Promise<number[]>;
  /** Where the answers go. */
  serviceUrl: string;
  /** Answers that arrived. */
  received(): number;
  stop(): Promise<void>;
};

export async function startLoad(): Promise<Load> {
  let count = 0;
  const connector = createServer((incoming, response) => {
    incoming
      .resume()
      .on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"${++count}"}`));
  });
  connector.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  const agent = new Agent({ keepAlive: true });
  return {
    serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`,
    received: () => count,
    async play(bot, activities, atOnce) {
      const times: number[] = [];
      const queue = activities[Symbol.iterator]();
      const worker = async () => {
        for (let next = queue.next(); !next.done; next = queue.next()) {
          const start = performance.now();
          await post(agent, `${bot}/api/messages`, next.value);
          times.push(performance.now() - start);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      return times;
    },
    async stop() {
      agent.destroy();
      connector.closeAllConnections();
      await new Promise((resolve) => connector.close(resolve));
    },
  };
}

function post(agent: Agent, url: string, activity: object): Promise<void> {
  const body = JSON.stringify(activity);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`A bot of the benchmark answered ${response.statusCode}.`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

let ids = 0;
const base = (conversation: string, serviceUrl: string) => ({
  id: `bench-${++ids}`,
  timestamp: '2026-11-20T10:00:00.000Z',
  localTimezone: 'Europe/Berlin',
  channelId: 'msteams',
  serviceUrl,
  from: { id: `29:user-of-${conversation}`, name: 'Alex', aadObjectId: '00000000-0000-0000-0000-0000000000a1' },
  conversation: { id: conversation, conversationType: 'personal', tenantId: '11111111-1111-1111-1111-111111111111' },
  recipient: { id: '28:bot', name: 'Triage' },
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'Europe/Berlin' }],
  channelData: { tenant: { id: '11111111-1111-1111-1111-111111111111' } },
  locale: 'en-US',
});

export const message = (conversation: string, serviceUrl: string, text: string) => ({
  ...base(conversation, serviceUrl),
  type: 'message',
  textFormat: 'plain',
  text,
});

export const searchInvoke = (conversation: string, serviceUrl: string, text: string) => ({
  ...base(conversation, serviceUrl),
  type: 'invoke',
  name: 'composeExtension/query',
  value: {
    commandId: 'searchIssues',
    parameters: [{ name: 'query', value: text }],
    queryOptions: { skip: 0, count: 25 },
  },
});

/** What people say, one conversation after the other: the problem, an answer, what is left. */
const CONVERSATIONS = [
  [
    'etcd lost quorum after a power cut, kubectl times out. AKS Arc on Azure Local 24H2, Kubernetes 1.31.4',
    'it has been running all the time, subscription is active, nobody changed the VMs',
    "I don't know the rest",
  ],
  [
    'calico pods crash after the upgrade to 1.30.9 on Windows Server 2022',
    'the cluster was stopped for two days in October',
    "don't know",
  ],
  ['How do I write a Helm chart for my application?', 'thanks'],
  [
    'Node not ready, moc-operator says certificate has expired. We had it switched off since August.',
    'AKS on Azure Stack HCI 22H2',
    'verdict',
  ],
  [
    'Our persistent volumes do not mount: "rpc error: code = DeadlineExceeded" from csi-akshci',
    'aks arc 2510, k8s 1.32',
    "I don't know",
  ],
] as const;

/** Turns of so many conversations, mixed as they would be: every conversation's next turn after everybody's last one. */
export function* triageTurns(conversations: number, serviceUrl: string, name: string): Generator<object> {
  const longest = Math.max(...CONVERSATIONS.map((turns) => turns.length));
  for (let turn = 0; turn < longest; turn++) {
    for (let index = 0; index < conversations; index++) {
      const text = CONVERSATIONS[index % CONVERSATIONS.length]?.[turn];
      // Nobody's words are quite another's.
      const cluster = turn === 0 ? ` The cluster is called ${name}-${index}.` : '';
      if (text) yield message(`${name}-${index}`, serviceUrl, text + cluster);
    }
  }
}

const QUERIES = [
  'etcd quorum lost',
  'node not ready after upgrade',
  'certificate has expired',
  'calico crash',
  'csi mount timeout',
  'kva timed out',
];
const TYPED_FROM = 3;

/** People type: every key stroke from the third on is a search, and others have the same trouble. */
export function* searches(count: number, serviceUrl: string): Generator<object> {
  const strokes = QUERIES.flatMap((query) =>
    Array.from({ length: query.length - TYPED_FROM + 1 }, (_, typed) => query.slice(0, TYPED_FROM + typed)),
  );
  for (let index = 0; index < count; index++) {
    yield searchInvoke(`search-${index % 50}`, serviceUrl, strokes[index % strokes.length] ?? '');
  }
}
