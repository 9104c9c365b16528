import { describe, expect, it } from 'vitest';
import { actionData } from '../../dialogs/cards/read-card.ts';
import type { Outcome } from '../../dialogs/conversation.ts';
import type { Services, TicketOutcome } from '../../dialogs/services.ts';
import { ticketWords } from '../../dialogs/ticket-words.ts';
import { wording } from '../../dialogs/wording.ts';
import { realServices } from '../support/desk.ts';
import { smallServices } from '../support/small-services.ts';
import { CLASSIFICATION, FakeSupport, SUBSCRIPTION } from '../support/support-service.ts';
import { askedIn, cardsOf, player, textsOf } from '../support/transcript.ts';

const { sending } = wording;
const PROBLEM =
  'etcd lost quorum on AKS Arc, Azure Local 24H2, Kubernetes 1.33.5, always running, nobody touched the VMs, subscription active, connected to Azure';
const PERSON =
  'first name Jane, last name Doe, mail jane.doe@contoso.com, time zone Europe/Berlin, country DE, language en-us';

const dataOf = (outcome: Outcome, action: string) =>
  cardsOf(outcome)
    .flatMap(actionData)
    .find((data) => data.do === action);

/** The real desk before a fake of the support service, with the verdict given. */
async function atTheVerdict() {
  const support = new FakeSupport().listen();
  const { services, store } = await realServices({ env: { AZURE_ACCESS_TOKEN: 'token-1' } });
  const made = player(services);
  await made.say(PROBLEM);
  const shown = await made.say('verdict');
  return { ...made, support, store, recordId: shown.conversation.triage?.recordId ?? '' };
}

async function filledIn() {
  const made = await atTheVerdict();
  await made.say('ticket');
  await made.say(`${PERSON}\nsubscription ${SUBSCRIPTION}\nseverity B`);
  await made.say('send to Microsoft');
  await made.say('problem type 1, contact by mail');
  return made;
}

describe('sending a ticket', () => {
  it('says what is missing by its name, asks for consent without choosing, and sends nothing', async () => {
    const { say, support } = await atTheVerdict();
    expect(dataOf(await say('ticket'), 'preview')).toBeDefined();
    const preview = await say('send');
    const words = textsOf(preview);
    expect(words).toContain(sending.title);
    expect(words).toContain('Still empty: subscription id, problem type, consent to advanced diagnostics');
    expect(askedIn(preview)).toContain('subscriptionId');
    expect(dataOf(preview, 'send')).toBeUndefined();
    expect(textsOf(await say('yes'))).toContain('Still empty');
    expect(textsOf(await say('send'))).toContain('Still empty');
    expect(support.made).toBe(0);
  });

  it('is done in words alone, in two turns', async () => {
    const { say, support } = await filledIn();
    const ready = await say('consent yes');
    expect(textsOf(ready)).toContain('Control plane');
    expect(textsOf(ready)).toContain(sending.say);
    expect(support.made).toBe(0);
    const sent = await say('send');
    expect(support.made).toBe(1);
    expect(textsOf(sent)).toContain('Ticket 261120001 is made.');
    expect(JSON.stringify(cardsOf(sent))).toContain('https://portal.azure.com/');
    const body = [...support.tickets.values()][0]?.body.properties;
    expect(body?.advancedDiagnosticConsent).toBe('Yes');
    expect(textsOf(await say('send it'))).toContain('is made');
    expect(textsOf(await say('ticket'))).toContain(wording.ticket.states.created);
    expect(support.made).toBe(1);
  });

  it('is done with buttons alone', async () => {
    const { say, support, recordId } = await atTheVerdict();
    await say({ do: 'ticket', recordId });
    const about = recordId;
    await say({ do: 'preview', about });
    const saved = await say({
      do: 'savePreview',
      about,
      subscriptionId: SUBSCRIPTION,
      firstName: 'Jane',
      lastName: 'Doe',
      primaryEmailAddress: 'jane.doe@contoso.com',
      preferredTimeZone: 'Europe/Berlin',
      country: 'DE',
      preferredSupportLanguage: 'en-us',
      preferredContactMethod: 'email',
      severity: 'B',
      advancedDiagnosticConsent: 'No',
    });
    expect(askedIn(saved)).toContain('problemClassificationId');
    const ready = await say({ do: 'savePreview', about, problemClassificationId: CLASSIFICATION });
    const send = dataOf(ready, 'send');
    expect(send).toMatchObject({ about });
    await say({ do: 'send', ...send });
    expect(support.made).toBe(1);
  });

  it('loses nothing on "no"', async () => {
    const { say, support } = await filledIn();
    await say('consent no');
    expect(textsOf(await say('no'))).toBe(sending.kept);
    const again = textsOf(await say('send'));
    expect(again).toContain('jane.doe@contoso.com');
    expect(again).toContain(SUBSCRIPTION);
    expect(support.made).toBe(0);
    await say('yes');
    expect(support.made).toBe(1);
  });

  it('does not send what has changed since it was seen', async () => {
    const { say, support } = await filledIn();
    const old = dataOf(await say('consent yes'), 'send');
    await say('title: DNS of plant 7 is down');
    const refused = await say({ ...old });
    expect(textsOf(refused)).toContain(sending.changed);
    expect(textsOf(refused)).toContain('DNS of plant 7 is down');
    await say('sorry, it is 1.33.4');
    expect(textsOf(await say('send'))).toContain(sending.title);
    expect(support.made).toBe(0);
  });

  it('does not take a later yes for a yes to the preview', async () => {
    const { say, support } = await filledIn();
    await say('consent yes');
    await say('thanks');
    await say('yes');
    expect(support.made).toBe(0);
    expect(textsOf(await say('send'))).toContain(sending.title);
    await say('send');
    expect(support.made).toBe(1);
  });

  it('tells of a refusal with the next step, keeps the draft, and makes one ticket in the end', async () => {
    const { say, support } = await filledIn();
    await say('consent yes');
    support.behaviour.refusal = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no role' } } };
    const refused = await say('send');
    expect(textsOf(refused)).toContain(sending.outcomes.refused.title);
    expect(textsOf(refused)).toContain('Support Request Contributor');
    expect(JSON.stringify(cardsOf(refused))).toContain('https://portal.azure.com/');
    support.behaviour.refusal = null;
    expect(textsOf(await say('send'))).toContain('jane.doe@contoso.com');
    await say('send');
    expect(support.made).toBe(1);
  });

  it('says a wrong value in a sentence and shows the preview again', async () => {
    const { say } = await filledIn();
    const wrong = textsOf(await say('country Atlantis'));
    expect(wrong).toContain('That country is not known');
    expect(wrong).toContain(sending.title);
  });

  it('shows open tickets for the same service', async () => {
    const first = await filledIn();
    await first.say('consent yes');
    first.support.tickets.set('older', {
      number: '1',
      body: {
        properties: {
          title: 'API server of plant 7',
          serviceId: (await first.store.drafts.get(first.recordId))?.serviceId,
        },
      },
    });
    expect(textsOf(await first.say('preview'))).toContain('2026-11-20 API server of plant 7');
    expect(first.support.made).toBe(0);
  });

  it('shows mail and phone to nobody else in a channel', async () => {
    const support = new FakeSupport().listen();
    const { services } = await realServices({ env: { AZURE_ACCESS_TOKEN: 'token-1' } });
    const { say } = player(services, { place: 'group' });
    await say(PROBLEM);
    await say('verdict');
    await say('ticket');
    await say({ do: 'saveTicket', primaryEmailAddress: 'jane.doe@contoso.com', phoneNumber: '+49 89 7654321' });
    for (const word of ['edit ticket', 'send']) {
      const shown = textsOf(await say(word));
      expect(shown).not.toContain('jane.doe@contoso.com');
      expect(shown).not.toContain('7654321');
    }
    const other = await say('send', { user: { id: 'sam', name: 'Sam' } });
    expect(textsOf(other)).toBe(wording.notYours);
    expect(support.made).toBe(0);
  });
});

describe('where sending is not set up', () => {
  it('says so and shows the other ways', async () => {
    const { say } = player(smallServices());
    await say('api server down, 1.33.5, running all the time, nobody touched the VMs');
    expect(dataOf(await say('ticket'), 'preview')).toBeUndefined();
    const words = textsOf(await say('send it to Microsoft'));
    expect(words).toContain(sending.notHere);
    expect(words).toContain(wording.ticket.exits);
  });
});

describe('what became of it', () => {
  const outcomes: [TicketOutcome['kind'], string | null][] = [
    ['pending', 'https://portal.azure.com/'],
    ['incomplete', null],
    ['refused', 'javascript:alert(1)'],
    ['gone', null],
  ];
  it.each(outcomes)('is told for %s, with a next step', async (kind, url) => {
    const small = smallServices();
    const draft = await small.draft('r1', 'alex');
    const services: Services = {
      ...small,
      sending: {
        preview: async () => ({ draft, problems: [], notes: [], openTickets: [], problemTypes: [] }),
        send: async () => ({ kind, text: 'In words.', url, ticketId: null }),
      },
    };
    const { say } = player(services);
    await say('api server down, 1.33.5, running all the time, nobody touched the VMs');
    await say('send');
    const told = await say('send');
    expect(textsOf(told)).toContain('In words.');
    expect(textsOf(told)).toContain(sending.outcomes[kind].next);
    expect(JSON.stringify(cardsOf(told))).not.toContain('javascript:');
  });
});

const TYPES = [
  { id: 'first', title: 'Control plane' },
  { id: 'second', title: 'Networking and DNS' },
];

describe('the ticket in words', () => {
  it.each([
    ['severity B', { severity: 'B' }],
    ['please set the severity to A', { severity: 'A' }],
    ['consent: yes', { advancedDiagnosticConsent: 'Yes' }],
    ['I do not consent', { advancedDiagnosticConsent: 'No' }],
    ['problem type 2', { problemClassificationId: 'second' }],
    ['problem type is networking', { problemClassificationId: 'second' }],
    ['my phone number is +49 89 1234567', { phoneNumber: '+49 89 1234567' }],
    ['contact me by phone and severity A', { preferredContactMethod: 'phone', severity: 'A' }],
    ['title: DNS, and everything after it, is down', { title: 'DNS, and everything after it, is down' }],
    ['consent yes, phone +43 1 2345678', { advancedDiagnosticConsent: 'Yes', phoneNumber: '+43 1 2345678' }],
  ])('reads %j', (said, fields) => {
    expect(ticketWords(said, TYPES)).toEqual(fields);
  });

  it.each(['sorry, it is 1.27', 'the api server is down again', 'severity', 'severity B\nthe nodes are NotReady'])(
    'leaves %j to the triage',
    (said) => {
      expect(ticketWords(said, TYPES)).toBeUndefined();
    },
  );
});
