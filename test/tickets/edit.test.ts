import { describe, expect, it } from 'vitest';
import { ticketFields } from '../../src/model/ticket.ts';
import { problemsOf } from '../../src/tickets/check.ts';
import { draftTicket } from '../../src/tickets/draft.ts';
import { editDraft, redrafted } from '../../src/tickets/edit.ts';
import { CLASSIFICATION, SERVICE } from '../support/support-service.ts';
import { ANSWERS, DATA, fullDraft, NOW, ticketRecord } from '../support/ticket-cases.ts';

const edit = (values: Record<string, string>, draft = fullDraft()) =>
  editDraft(draft, values, { data: DATA, now: NOW });

describe('editDraft', () => {
  it('fills a fresh draft until nothing is missing', () => {
    const { draft, problems } = edit(ANSWERS, draftTicket(ticketRecord(), DATA));
    expect(draft.missing).toEqual([]);
    expect(problems).toEqual([]);
  });

  const rows: [string, string, object][] = [
    ['title', 'Other title', { title: 'Other title' }],
    ['description', 'one\ntwo', { description: 'one\ntwo' }],
    ['severity', 'c', { severity: 'minimal' }],
    [
      'subscriptionId',
      '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      { subscriptionId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
    ],
    ['resourceId', '-', { resourceId: null }],
    ['serviceId', 'aks-edge', { serviceName: 'AKS Edge Essentials', problemClassificationId: null }],
    [
      'problemClassificationId',
      `${SERVICE}/problemClassifications/99999999-2222-3333-4444-555555555555`,
      { problemClassificationId: `${SERVICE}/problemClassifications/99999999-2222-3333-4444-555555555555` },
    ],
    ['problemStartTime', '2026-11-19', { problemStartTime: '2026-11-19T00:00:00Z' }],
    ['advancedDiagnosticConsent', 'no', { advancedDiagnosticConsent: 'No' }],
    ['require24X7Response', 'yes', { require24X7Response: true }],
    ['firstName', 'Zoë', { contact: { firstName: 'Zoë' } }],
    ['lastName', 'O’Neil', { contact: { lastName: 'O’Neil' } }],
    ['primaryEmailAddress', 'z@contoso.com', { contact: { primaryEmailAddress: 'z@contoso.com' } }],
    ['preferredContactMethod', 'phone', { contact: { preferredContactMethod: 'phone' }, missing: ['phoneNumber'] }],
    ['phoneNumber', '+49 89 1', { contact: { phoneNumber: '+49 89 1' } }],
    ['preferredTimeZone', 'Asia/Kolkata', { contact: { preferredTimeZone: 'India Standard Time' } }],
    ['country', 'us', { contact: { country: 'USA' } }],
    ['preferredSupportLanguage', 'fr', { contact: { preferredSupportLanguage: 'fr-fr' } }],
  ];
  it.each(rows)('changes %s', (field, value, expected) =>
    expect(edit({ [field]: value }).draft).toMatchObject(expected),
  );
  it('knows every field', () => expect(rows.map(([field]) => field).sort()).toEqual([...ticketFields].sort()));

  it.each([
    [{ severity: 'Z' }, /A \(critical\)/],
    [{ advancedDiagnosticConsent: 'maybe' }, /Yes or No/],
    [{ preferredTimeZone: 'Mars' }, /Europe\/Berlin/],
    [{ country: 'Atlantis' }, /two or three letters/],
    [{ problemStartTime: 'soon' }, /UTC/],
    [{ serviceId: 'nonsense' }, /choose one of/],
    [{ preferredContactMethod: 'pigeon' }, /email or phone/],
  ])('refuses %j with a sentence and changes nothing', (values, sentence) => {
    const { draft, problems } = edit(values as Record<string, string>);
    expect(problems.map(({ text }) => text).join()).toMatch(sentence);
    expect(draft).toEqual({ ...fullDraft(), updatedAt: NOW.toISOString() });
  });

  it('takes an empty input for "not touched" and leaves unknown names alone', () => {
    expect(edit({ title: ' ', firstName: '', state: 'created', recordId: 'other' }).draft).toEqual(fullDraft());
  });

  it('masks a credential that is typed into a field', () => {
    const { draft } = edit({ description: 'the password is Hunter22!x, see above' });
    expect(draft.description).toBe('the password is [masked: password], see above');
  });

  it('changes nothing once the ticket is made or on its way', () => {
    for (const state of ['creating', 'created'] as const) {
      const draft = { ...fullDraft(), state };
      expect(edit({ title: 'x' }, draft).draft).toBe(draft);
    }
  });
});

describe('redrafted', () => {
  it('keeps what a person changed, and makes anew what follows from the verdict', () => {
    const kept = edit(
      { title: 'Mine', severity: 'C', firstName: 'Zoë', resourceId: '-' },
      draftTicket(ticketRecord(), DATA),
    ).draft;
    const fresh = draftTicket(ticketRecord({ messages: ['production is down'], report: { headline: 'New.' } }), DATA, {
      name: 'Jane Doe',
    });
    const next = redrafted(fresh, kept);
    expect(next).toMatchObject({
      title: 'Mine',
      severity: 'minimal',
      severityWhy: 'You chose it.',
      resourceId: null,
      contact: { firstName: 'Zoë', lastName: 'Doe' },
    });
    expect(next.description).toBe(fresh.description);
    expect(next.missing).not.toContain('firstName');
    expect(edit({ title: 'Again' }, next).draft.edited).toEqual(['title', 'severity', 'firstName', 'resourceId']);
  });
  it('drops a problem type that belongs to another service', () => {
    const kept = edit({ problemClassificationId: CLASSIFICATION }, fullDraft()).draft;
    expect(redrafted(fullDraft(), kept).problemClassificationId).toBe(CLASSIFICATION);
    expect(
      redrafted({ ...fullDraft(), serviceId: '/providers/Microsoft.Support/services/0' }, kept).problemClassificationId,
    ).toBeNull();
  });
});

describe('problemsOf: what the service is known to refuse', () => {
  const base = fullDraft({}, { severity: 'A', preferredSupportLanguage: 'en-us', phoneNumber: '+49 89 1234567' });
  const english = { ...base.contact, preferredSupportLanguage: 'en-us' };
  it('passes a complete severity A', () => expect(problemsOf(base, DATA)).toEqual([]));
  it.each([
    [
      'A in another language',
      { contact: { ...english, preferredSupportLanguage: 'de-de' } },
      'preferredSupportLanguage',
    ],
    ['A with a phone that is none', { contact: { ...english, phoneNumber: 'ask Joe' } }, 'phoneNumber'],
    [
      'phone as the way of contact',
      { severity: 'minimal', contact: { ...english, preferredContactMethod: 'phone', phoneNumber: 'x' } },
      'phoneNumber',
    ],
    ['C around the clock', { severity: 'minimal', require24X7Response: true }, 'require24X7Response'],
    [
      'B around the clock in another language',
      { severity: 'moderate', require24X7Response: true, contact: { ...english, preferredSupportLanguage: 'de-de' } },
      'preferredSupportLanguage',
    ],
    [
      'a language support has not',
      { contact: { ...english, preferredSupportLanguage: 'nl-nl' } },
      'preferredSupportLanguage',
    ],
    ['a mail address that is none', { contact: { ...english, primaryEmailAddress: 'jane' } }, 'primaryEmailAddress'],
    ['two letters for the country', { contact: { ...english, country: 'DE' } }, 'country'],
    ['a subscription by name', { subscriptionId: 'Production' }, 'subscriptionId'],
    ['a problem type by name', { problemClassificationId: 'Setup' }, 'problemClassificationId'],
    [
      'a problem type of another service',
      { problemClassificationId: CLASSIFICATION.replace('32545be3', '00000000') },
      'problemClassificationId',
    ],
    [
      'a cluster of another subscription',
      { resourceId: '/subscriptions/3f2504e0-4f89-41d3-9a0c-0305e82c3301/x' },
      'resourceId',
    ],
    ['a start that is no time', { problemStartTime: 'yesterday' }, 'problemStartTime'],
    ['a title that is too long', { title: 'x'.repeat(251) }, 'title'],
    ['a description that is too long', { description: 'x'.repeat(9_501) }, 'description'],
  ])('%s', (_name, change, field) => {
    expect(problemsOf({ ...base, ...(change as object) }, DATA).map((problem) => problem.field)).toContain(field);
  });
});
