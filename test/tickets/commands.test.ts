import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/ticket.ts';
import { azBash, azPowerShell } from '../../src/tickets/exits/az.ts';
import { newAzSupportTicket } from '../../src/tickets/exits/powershell.ts';
import { bashWord, powershellWord, survivesBatchFile } from '../../src/tickets/quoting.ts';
import { bashArguments, options, powershellAzArguments, splattedParameters } from '../support/shell-words.ts';
import { fullDraft } from '../support/ticket-cases.ts';

const COMMAND = 'support in-subscription tickets create';

function expectedAz(draft: Draft): Record<string, string> {
  const { contact } = draft;
  return {
    '--ticket-name': draft.ticketName,
    '--title': draft.title,
    '--description': draft.description,
    '--severity': draft.severity,
    '--problem-classification': draft.problemClassificationId ?? '',
    '--advanced-diagnostic-consent': draft.advancedDiagnosticConsent ?? '',
    '--contact-first-name': contact.firstName ?? '',
    '--contact-last-name': contact.lastName ?? '',
    '--contact-email': contact.primaryEmailAddress ?? '',
    '--contact-method': contact.preferredContactMethod ?? '',
    '--contact-timezone': contact.preferredTimeZone ?? '',
    '--contact-country': contact.country ?? '',
    '--contact-language': contact.preferredSupportLanguage ?? '',
    ...(contact.phoneNumber
      ? { '--contact-phone-number': contact.phoneNumber }
      : draft.missing.includes('phoneNumber')
        ? { '--contact-phone-number': '<phone number>' }
        : {}),
    ...(draft.resourceId ? { '--technical-resource': draft.resourceId } : {}),
    ...(draft.problemStartTime ? { '--start-time': draft.problemStartTime } : {}),
    ...(draft.require24X7Response ? { '--require-24-by-7-response': 'true' } : {}),
    '--subscription': draft.subscriptionId ?? '',
  };
}

function expectedPowerShell(draft: Draft): Record<string, string | true> {
  const { contact } = draft;
  return {
    Name: draft.ticketName,
    Title: draft.title,
    Description: draft.description,
    Severity: draft.severity,
    ServiceId: draft.serviceId ?? '',
    ProblemClassificationId: draft.problemClassificationId ?? '',
    AdvancedDiagnosticConsent: draft.advancedDiagnosticConsent ?? '',
    ContactDetailFirstName: contact.firstName ?? '',
    ContactDetailLastName: contact.lastName ?? '',
    ContactDetailPrimaryEmailAddress: contact.primaryEmailAddress ?? '',
    ContactDetailPreferredContactMethod: contact.preferredContactMethod ?? '',
    ContactDetailPreferredTimeZone: contact.preferredTimeZone ?? '',
    ContactDetailCountry: contact.country ?? '',
    ContactDetailPreferredSupportLanguage: contact.preferredSupportLanguage ?? '',
    ...(contact.phoneNumber
      ? { ContactDetailPhoneNumber: contact.phoneNumber }
      : draft.missing.includes('phoneNumber')
        ? { ContactDetailPhoneNumber: '<phone number>' }
        : {}),
    ...(draft.resourceId ? { TechnicalTicketDetailResourceId: draft.resourceId } : {}),
    ...(draft.problemStartTime ? { ProblemStartTime: draft.problemStartTime } : {}),
    ...(draft.require24X7Response ? { Require24X7Response: true } : {}),
    SubscriptionId: draft.subscriptionId ?? '',
  };
}

const HARD = [
  `it's "quoted" and 'quoted'`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell would expand.
  '$HOME `whoami` $(id) ${PATH} !! !x',
  'umlauts äöüß, emoji 🚀👩‍💻, 日本語, Ω',
  'curly ‘single’ ‚low‛ “double” „low”',
  'line one\nline two\n\n\nline "five"',
  '100% & | < > ^ ; * ? [a-z] {a,b} ~ # \\ \\\\ / @file',
  '@ticket.txt',
  '--title -x',
  `'; rm -rf / #`,
  '"; Remove-Item C:\\ -Recurse #',
  "@'\nhere\n'@",
  'tab\there, nul\u0000, bell\u0007, cr\r\nlf',
  '%PATH% ^& "x" & calc',
  "''''",
  'ends with a backslash \\',
  'null',
  '??',
  '\ud800 lone surrogate',
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...`'"\`$\\\n !@%&|<>^;-=(){}[]*?#~ä🚀‘’‚‛“”`), maxLength: 40 }),
  fc.constantFrom(...HARD),
);

const drafts = fc
  .record({
    title: text,
    description: text,
    firstName: text,
    lastName: text,
    severity: fc.constantFrom('A', 'B', 'C'),
    phoneNumber: fc.constantFrom('+49 89 1234567', ''),
  })
  .map((answers) => fullDraft({}, answers));

describe('command lines', () => {
  it.each(HARD)('give back in bash, az and PowerShell: %j', (value) => {
    const draft = fullDraft({}, { title: value, description: `${value}\n${value}`, firstName: value, lastName: value });
    for (const words of [bashArguments(azBash(draft)), powershellAzArguments(azPowerShell(draft))]) {
      expect(options(words)).toEqual({ command: COMMAND, values: expectedAz(draft) });
    }
    expect(splattedParameters(newAzSupportTicket(draft))).toEqual(expectedPowerShell(draft));
  });

  it('give back exactly the draft, whatever was typed (PowerShell)', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(options(powershellAzArguments(azPowerShell(draft)))).toEqual({
          command: COMMAND,
          values: expectedAz(draft),
        });
        expect(splattedParameters(newAzSupportTicket(draft))).toEqual(expectedPowerShell(draft));
      }),
      { numRuns: 300, seed: 20261120 },
    );
  });

  it('give back exactly the draft, whatever was typed (bash itself)', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(options(bashArguments(azBash(draft)))).toEqual({ command: COMMAND, values: expectedAz(draft) });
      }),
      { numRuns: 60, seed: 20261120 },
    );
  });

  it('also carry what an edit would not let in: values that begin with @ or a dash', () => {
    const draft = {
      ...fullDraft(),
      title: '@title.txt',
      description: '-d',
      contact: { ...fullDraft().contact, firstName: '@', lastName: '-' },
    };
    for (const words of [bashArguments(azBash(draft)), powershellAzArguments(azPowerShell(draft))]) {
      expect(options(words).values).toEqual(expectedAz(draft));
    }
  });

  it('show what is missing as words in angle brackets', () => {
    const draft = fullDraft({}, { severity: 'A', preferredSupportLanguage: 'en-us' });
    expect(draft.missing).toEqual(['phoneNumber']);
    expect(azBash(draft)).toContain("--contact-phone-number '<phone number>'");
    expect(newAzSupportTicket(draft)).toContain("ContactDetailPhoneNumber = '<phone number>'");
  });
});

describe('quoting', () => {
  it.each([
    ["it's", `'it'\\''s'`],
    ['', "''"],
    ['$a `b`', "'$a `b`'"],
  ])('bash: %j', (value, word) => expect(bashWord(value)).toBe(word));

  it.each([
    ["it's", "'it''s'"],
    ['O’Neil', "'O’’Neil'"],
    ['$a `b` "c"', `'$a \`b\` "c"'`],
  ])('PowerShell: %j', (value, word) => expect(powershellWord(value)).toBe(word));

  it.each([
    ['plain words, 1.2', true],
    ['a"b', false],
    ['50%', false],
    ['a\nb', false],
    ['a&b', false],
    ['@file', false],
    ['Zoë', false],
  ])('a batch file hands on %j: %s', (value, expected) => expect(survivesBatchFile(value)).toBe(expected));
});
