/** A fake of Microsoft.Support 2026-07-01 from its published shapes: tickets by name, slow operations, refusals, lost answers. */
import { type Asked, service, type Told } from './http.ts';

export const ARM = 'https://management.azure.com';
export const SUBSCRIPTION = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const SERVICE = '/providers/Microsoft.Support/services/32545be3-202c-9cd6-2031-98e763d29b5e';
export const CLASSIFICATION = `${SERVICE}/problemClassifications/11111111-2222-3333-4444-555555555555`;

type Behaviour = {
  /** Polls until an operation is done; 0 answers 200 at once. */
  polls: number;
  /** Each of the next requests is answered by the first of these that is left. */
  faults: (Told | 'no answer' | 'lost')[];
  /** Answers to PUT of a ticket instead of making it. */
  refusal: Told | null;
  /** How the operation ends instead of with success. */
  failure: { code: string; message: string } | null;
};

const error = (status: number, code: string, message: string): Told => ({ status, body: { error: { code, message } } });

export class FakeSupport {
  readonly tickets = new Map<string, { number: string; body: { properties: Record<string, unknown> } }>();
  readonly files = new Map<string, string[]>();
  readonly requests: Asked[] = [];
  readonly behaviour: Behaviour = { polls: 0, faults: [], refusal: null, failure: null };
  /** How often a PUT made a ticket that was not there. */
  made = 0;
  private readonly operations = new Map<string, { name: string; left: number }>();

  listen(): this {
    service(ARM, (asked) => {
      this.requests.push(asked);
      const fault = this.behaviour.faults.shift();
      if (fault === 'lost') {
        this.answer(asked);
        return 'no answer';
      }
      return fault ?? this.answer(asked);
    });
    return this;
  }

  private answer({ method, url, body }: Asked): Told {
    if (url.searchParams.get('api-version') !== '2026-07-01')
      return error(400, 'InvalidApiVersion', 'The api-version is not known.');
    const [path = '', , , ...rest] = [
      url.pathname,
      ...url.pathname.slice(1).split('/').slice(0, 2),
      ...url.pathname.slice(1).split('/').slice(2),
    ];
    if (!path.startsWith(`/subscriptions/${SUBSCRIPTION}/`))
      return error(404, 'SubscriptionNotFound', 'The subscription could not be found.');
    const [, , kind = '', name = '', action = ''] = rest;
    if (kind === 'supportTickets' && name === '') return this.list();
    if (kind === 'supportTickets')
      return method === 'PUT' ? this.put(name, body as { properties: Record<string, unknown> }) : this.ticket(name);
    if (kind === 'operationsStatus') return this.operation(name);
    if (kind === 'checkNameAvailability') return this.name(String((body as { name: string }).name));
    if (kind === 'services' && action === 'classifyProblems') {
      return {
        status: 200,
        body: {
          problemClassificationResults: [
            {
              problemId: 'p1',
              title: 'Control plane',
              description: 'API server, etcd',
              problemClassificationId: CLASSIFICATION,
            },
          ],
        },
      };
    }
    if (kind === 'classifyServices')
      return {
        status: 200,
        body: { serviceClassificationResults: [{ serviceId: SERVICE, displayName: 'AKS on Azure Local' }] },
      };
    if (kind === 'fileWorkspaces') return this.file(name, rest.slice(4), method, body);
    return error(404, 'NotFound', `No such path: ${path}`);
  }

  private shown(name: string): unknown {
    const ticket = this.tickets.get(name);
    return {
      id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Support/supportTickets/${name}`,
      name,
      properties: {
        ...ticket?.body.properties,
        supportTicketId: ticket?.number,
        status: 'Open',
        createdDate: '2026-11-20T08:00:00Z',
        serviceLevelAgreement: { expirationTime: '2026-11-20T16:00:00Z', slaMinutes: 480 },
      },
    };
  }

  private ticket(name: string): Told {
    return this.tickets.has(name)
      ? { status: 200, body: this.shown(name) }
      : error(404, 'ResourceNotFound', 'The ticket was not found.');
  }

  private put(name: string, body: { properties: Record<string, unknown> }): Told {
    const { refusal, failure, polls } = this.behaviour;
    if (refusal) return refusal;
    if (this.tickets.has(name)) return error(409, 'Conflict', 'A ticket of this name exists.');
    if (!failure) {
      this.made++;
      this.tickets.set(name, { number: `26112000${this.made}`, body });
    }
    if (polls === 0 && !failure) return { status: 200, body: this.shown(name) };
    const id = `op-${this.requests.length}`;
    this.operations.set(id, { name, left: polls });
    const address = `${ARM}/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Support/operationsStatus/${id}?api-version=2026-07-01`;
    return { status: 202, headers: { 'azure-asyncoperation': address, location: address, 'retry-after': '1' } };
  }

  private operation(id: string): Told {
    const operation = this.operations.get(id);
    if (!operation) return error(404, 'NotFound', 'No such operation.');
    if (operation.left-- > 0) return { status: 200, body: { status: 'InProgress' }, headers: { 'retry-after': '2' } };
    const { failure } = this.behaviour;
    return { status: 200, body: failure ? { status: 'Failed', error: failure } : { status: 'Succeeded' } };
  }

  private name(name: string): Told {
    const wrong = name.length > 255 || /^\d+$|^tmp-|[<>%&:\\?/]/.test(name);
    const taken = this.tickets.has(name);
    return {
      status: 200,
      body:
        wrong || taken
          ? { nameAvailable: false, reason: taken ? 'AlreadyExists' : 'Invalid', message: 'The name cannot be used.' }
          : { nameAvailable: true },
    };
  }

  private list(): Told {
    return { status: 200, body: { value: [...this.tickets.keys()].map((name) => this.shown(name)) } };
  }

  private file(workspace: string, [, file = '', action = '']: string[], method: string, body: unknown): Told {
    if (file === '') {
      this.files.set(workspace, this.files.get(workspace) ?? []);
      return { status: 201, body: { name: workspace, properties: {} } };
    }
    if (action === 'upload' && method === 'POST') {
      this.files.get(workspace)?.push(Buffer.from((body as { content: string }).content, 'base64').toString('utf8'));
      return { status: 204 };
    }
    const { fileSize, numberOfChunks } = (body as { properties: { fileSize: number; numberOfChunks: number } })
      .properties;
    return fileSize > 5_242_880 || numberOfChunks > 2
      ? error(400, 'InvalidFile', 'The file is too large.')
      : { status: 201, body: { name: file } };
  }
}
