import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/ticket.ts';
import { memoryStore } from '../../src/store/open.ts';
import { createSupportClient } from '../../src/tickets/submit/client.ts';
import { createArm, waitMs } from '../../src/tickets/submit/http.ts';
import { createSubmission } from '../../src/tickets/submit/submission.ts';
import { TokenRefused } from '../../src/tickets/submit/token.ts';
import { Crash, MemoryKeeper } from '../support/draft-keeper.ts';
import { CLASSIFICATION, FakeSupport, SERVICE } from '../support/support-service.ts';
import { DATA, fullDraft, NOW } from '../support/ticket-cases.ts';

const error = (status: number, code: string, message: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { error: { code, message } },
});

let support: FakeSupport;
let keeper: MemoryKeeper;
let slept: number[];
const draft = fullDraft({ id: 'a1' });

type Options = { send?: typeof fetch; token?: () => Promise<string> };
function submission({ send, token = async () => 'token-1' }: Options = {}) {
  const sleep = async (ms: number) => void slept.push(ms);
  const arm = createArm({ token, sleep, apiVersion: DATA.apiVersion, ...(send ? { fetch: send } : {}) });
  return createSubmission({ client: createSupportClient({ arm, sleep }), keeper, data: DATA, now: () => NOW });
}

beforeEach(async () => {
  support = new FakeSupport().listen();
  keeper = new MemoryKeeper();
  slept = [];
  await keeper.save(draft);
  keeper.writes.length = 0;
});

describe('preview', () => {
  it('makes nothing, and shows what would leave and what is open for the same service', async () => {
    support.tickets.set('other', { number: '1', body: { properties: { title: 'older one', serviceId: SERVICE } } });
    support.tickets.set('vm', {
      number: '2',
      body: { properties: { title: 'a VM', serviceId: '/providers/Microsoft.Support/services/0' } },
    });
    const preview = await submission().preview('a1');
    expect(preview?.openTickets).toEqual([
      { id: '1', title: 'older one', createdDate: '2026-11-20T08:00:00Z', status: 'Open' },
    ]);
    expect(preview?.body.properties.title).toBe(draft.title);
    expect(preview?.problems).toEqual([]);
    expect(support.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(keeper.writes).toEqual([]);
  });

  it('asks the service for problem types where none is chosen', async () => {
    await keeper.save({ ...draft, problemClassificationId: null });
    const preview = await submission().preview('a1');
    expect(preview?.problemTypes).toEqual([
      { id: CLASSIFICATION, title: 'Control plane', description: 'API server, etcd' },
    ]);
    expect(preview?.problems.map(({ field }) => field)).toEqual(['problemClassificationId']);
  });

  it('says what it could not ask and goes on', async () => {
    support.behaviour.faults = [error(403, 'AuthorizationFailed', 'no')];
    const preview = await submission().preview('a1');
    expect(preview?.notes).toEqual([expect.stringContaining('Support Request Contributor')]);
  });

  it('knows nothing of a record without a draft', async () => {
    expect(await submission().preview('nobody')).toBeUndefined();
  });
});

describe('submit', () => {
  it('makes one ticket, with the summary attached, and keeps its number', async () => {
    const outcome = await submission().submit('a1', 'the whole triage, äöü');
    expect(outcome).toMatchObject({ kind: 'created', attached: true, answerBy: '2026-11-20T16:00:00Z' });
    expect(support.tickets.get('aks-arc-a1')?.body.properties).toMatchObject({
      title: draft.title,
      fileWorkspaceName: 'aks-arc-a1',
    });
    expect(support.files.get('aks-arc-a1')).toEqual(['the whole triage, äöü']);
    expect(await keeper.get('a1')).toMatchObject({ state: 'created', supportTicketId: '261120001' });
    expect(keeper.writes).toEqual(['creating', 'created']);
  });

  it('makes no second one when asked again, also at the same time', async () => {
    const two = submission();
    await Promise.all([two.submit('a1'), two.submit('a1')]);
    await submission().submit('a1');
    expect(support.made).toBe(1);
  });

  it.each([1, 5, 30])('waits for a slow operation of %i polls, as long as it is told', async (polls) => {
    support.behaviour.polls = polls;
    expect((await submission().submit('a1')).kind).toBe('created');
    expect(slept.length).toBe(polls + 1);
    expect(slept).toContain(2_000);
  });

  it('says that it is pending when patience ends, and finds the ticket later', async () => {
    support.behaviour.polls = 10_000;
    const outcome = await submission().submit('a1');
    expect(outcome).toMatchObject({ kind: 'pending', text: expect.stringContaining('not become two') });
    expect((await keeper.get('a1'))?.state).toBe('creating');
    expect((await submission().submit('a1')).kind).toBe('created');
    expect(support.made).toBe(1);
  });

  it.each([
    ['no answer', 'no answer' as const],
    ['a lost answer', 'lost' as const],
    ['500', error(500, 'InternalError', 'x')],
    ['429', error(429, 'TooManyRequests', 'x', { 'retry-after': '7' })],
    ['a proxy page', { status: 502, body: undefined }],
  ])('gets over %s at every request', async (_name, fault) => {
    for (let at = 0; at < 5; at++) {
      support.tickets.clear();
      support.made = 0;
      await keeper.save(draft);
      const before = support.requests.length;
      let seen = 0;
      const send: typeof fetch = async (...args) => {
        if (seen++ === at) support.behaviour.faults.push(fault);
        return fetch(...args);
      };
      expect((await submission({ send }).submit('a1')).kind).toBe('created');
      expect(support.made).toBe(1);
      expect(support.requests.length).toBeGreaterThan(before);
    }
  });

  it('heeds Retry-After', async () => {
    support.behaviour.faults = [error(429, 'TooManyRequests', 'x', { 'retry-after': '7' })];
    await submission().submit('a1');
    expect(slept).toContain(7_000);
  });

  const refusals: [string, Partial<FakeSupport['behaviour']>, string, RegExp][] = [
    [
      'the role',
      { refusal: error(403, 'AuthorizationFailed', 'The client does not have authorization.') },
      'role',
      /Support Request Contributor/,
    ],
    ['the sign-in', { refusal: error(401, 'ExpiredAuthenticationToken', 'expired') }, 'sign_in', /Sign in again/],
    [
      'the plan',
      { refusal: error(400, 'BadRequest', 'Your support plan type does not allow this.') },
      'plan',
      /portal works with every plan/,
    ],
    [
      'the plan, in the operation',
      { failure: { code: 'Failed', message: 'The plan type CSP is too low.' } },
      'plan',
      /Professional Direct/,
    ],
    ['a value', { refusal: error(400, 'InvalidInput', 'country is wrong') }, 'validation', /“country is wrong”/],
    [
      'the language of severity A',
      {
        refusal: error(
          400,
          'InvalidInput',
          'Severity value of Critical is not supported for the specified support language',
        ),
      },
      'validation',
      /en-us/,
    ],
    [
      'the missing phone',
      { refusal: error(400, 'InvalidInput', 'Specify a valid phone number for severity Critical') },
      'validation',
      /phone number with country code/,
    ],
    ['the name', { refusal: error(409, 'Conflict', 'name in use elsewhere') }, 'name', /refused the name/],
    [
      'throttling that does not end',
      { refusal: error(429, 'TooManyRequests', 'x') },
      'throttled',
      /not become two tickets/,
    ],
    [
      'an outage',
      { refusal: error(503, 'ServiceUnavailable', 'x') },
      'unavailable',
      /look there under your support requests/,
    ],
  ];
  it.each(refusals)(
    'says what to do about %s, and keeps the draft and a portal link',
    async (_name, behaviour, kind, sentence) => {
      Object.assign(support.behaviour, behaviour);
      const outcome = await submission().submit('a1');
      if (outcome.kind !== 'refused') throw new Error(`not refused: ${outcome.kind}`);
      expect(outcome.refusal.kind).toBe(kind);
      expect(outcome.refusal.text).toMatch(sentence);
      expect(outcome.portalUrl).toMatch(/^https:\/\/portal\.azure\.com\/#view\//);
      expect(await keeper.get('a1')).toMatchObject({ title: draft.title, description: draft.description });
      Object.assign(support.behaviour, { refusal: null, failure: null });
      expect((await submission().submit('a1')).kind).toBe('created');
      expect(support.made).toBe(1);
    },
  );

  it('gives each refusal its own sentence', () => {
    const sentences = refusals.map(([, , , sentence]) => sentence.source);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('sends nothing while something is missing or would be refused', async () => {
    await keeper.save({ ...draft, advancedDiagnosticConsent: null, missing: ['advancedDiagnosticConsent'] });
    expect(await submission().submit('a1')).toMatchObject({
      kind: 'incomplete',
      problems: [{ field: 'advancedDiagnosticConsent' }],
    });
    expect(support.requests).toEqual([]);
  });

  it('asks for a new sign-in where Microsoft Entra gives no token', async () => {
    const token = async () => {
      throw new TokenRefused('no');
    };
    expect(await submission({ token }).submit('a1')).toMatchObject({ kind: 'refused', refusal: { kind: 'sign_in' } });
  });

  it('sends the token to Azure Resource Manager only, whatever an answer points at', async () => {
    const asked: string[] = [];
    const send: typeof fetch = async (input, init) => {
      asked.push(new URL(String(input)).origin);
      const response = await fetch(input, init);
      if (init?.method !== 'PUT' || !String(input).includes('/supportTickets/')) return response;
      return new Response(null, { status: 202, headers: { 'azure-asyncoperation': 'https://contoso.example/steal' } });
    };
    expect((await submission({ send }).submit('a1')).kind).toBe('pending');
    expect(new Set(asked)).toEqual(new Set(['https://management.azure.com']));
  });

  it('knows nothing of a record without a draft', async () => {
    expect(await submission().submit('nobody')).toEqual({ kind: 'gone' });
  });

  it('waits no longer than half a minute, whatever it is told', () => {
    expect(waitMs(new Headers({ 'retry-after': '3600' }), 1)).toBe(30_000);
    expect(waitMs(new Headers({ 'retry-after': 'nonsense' }), 3)).toBe(4_000);
    expect(waitMs(undefined, 1)).toBe(1_000);
  });
});

describe('crashes', () => {
  const CRASHES = 120;

  it.each(['memory', 'SQLite'])(
    `survives ${CRASHES} crashes at random points with drafts in %s: none is lost, no second ticket is made`,
    async (kept) => {
      const store = kept === 'SQLite' ? await memoryStore() : undefined;
      keeper.inner = store?.drafts;
      let state = 20_261_120;
      const chance = (below: number) => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state % below;
      };
      let crashes = 0;
      const moments = new Set<string>();
      for (let run = 0; crashes < CRASHES; run++) {
        const id = `run-${run}`;
        const name = `aks-arc-${id}`;
        const first: Draft = fullDraft({ id });
        keeper.crash = () => {};
        await keeper.save(first);
        support.behaviour.polls = chance(4);
        let done = false;
        for (let attempt = 0; attempt < 30 && !done; attempt++) {
          let left = attempt < 8 ? chance(16) : Number.MAX_SAFE_INTEGER;
          const perhaps = (moment: string) => {
            if (left-- > 0) return;
            crashes++;
            moments.add(moment);
            throw new Crash(moment);
          };
          keeper.crash = perhaps;
          const send: typeof fetch = async (...args) => {
            const what = `${args[1]?.method} ${new URL(String(args[0])).pathname.split('/').at(5)}`;
            perhaps(`before ${what}`);
            const response = await fetch(...args);
            perhaps(`after ${what}`);
            return response;
          };
          try {
            done = (await submission({ send }).submit(id, 'summary')).kind === 'created';
          } catch (error) {
            expect(error).toBeInstanceOf(Crash);
          }
          expect(await keeper.get(id)).toMatchObject({
            title: first.title,
            description: first.description,
            contact: first.contact,
          });
        }
        keeper.crash = () => {};
        expect(done).toBe(true);
        expect([...support.tickets.keys()].filter((one) => one === name)).toHaveLength(1);
        expect(support.made).toBe(run + 1);
      }
      await store?.close();
      expect(moments.size).toBeGreaterThan(8);
    },
  );
});
