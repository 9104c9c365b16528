/** What people say to change the ticket that lies before them: "severity B", "problem type 2", "my phone number is +43 1 234567". */
import type { TicketField } from '../src/model/ticket.ts';

/** How people call the fields; only a line that starts with one of these and goes on with a value counts. */
const NAMES: Record<TicketField, string> = {
  title: 'title|subject',
  description: 'description',
  severity: 'severity|sev|priority',
  subscriptionId: 'subscription(?: id)?',
  resourceId: 'resource(?: id)?(?: of the cluster)?|cluster id',
  serviceId: 'service',
  problemClassificationId: 'problem type|problem classification|classification|type',
  problemStartTime: 'start(?: of the problem| time)?|problem start|started',
  advancedDiagnosticConsent:
    '(?:diagnostics? |diagnostic data )?consent(?: to (?:the )?(?:advanced )?diagnostics?)?|(?:advanced )?diagnostics?',
  require24X7Response: '24 ?[x/] ?7|(?:answers? )?around the clock',
  firstName: 'first name|given name',
  lastName: 'last name|family name|surname',
  primaryEmailAddress: 'e-?mail(?: address)?|mail(?: address)?',
  preferredContactMethod: 'way of contact|contact method|contact(?: me)?(?: by)?',
  phoneNumber: '(?:tele)?phone(?: number)?|tel|call me (?:at|on)|mobile',
  preferredTimeZone: 'time ?zone',
  country: 'country',
  preferredSupportLanguage: '(?:support )?language(?: of support)?',
};

const FIELDS = Object.entries(NAMES) as [TicketField, string][];
const ANY = FIELDS.map(([, names]) => names).join('|');
const BEFORE = '(?:(?:please|and|my|the|change|set|make|use|put) )*';
const APART = new RegExp(String.raw`[\n;]+|,\s*(?=${BEFORE}(?:${ANY})\b)|\s+and\s+(?=${BEFORE}(?:${ANY})\b)`, 'i');
const LINES = FIELDS.map(
  ([field, names]) =>
    [field, new RegExp(String.raw`^${BEFORE}(?:${names})\b\s*(?:is|to|as|of|:|=)?\s*(\S.*)$`, 'is')] as const,
);

const YES = /^(?:y|yes|ok|okay|sure|given|granted|allowed|i agree|agreed|true|on)\b/i;
const NO = /^(?:n|no|not? given|none|refused|denied|declined|not allowed|false|off)\b/i;
const CONSENT: [RegExp, string][] = [
  [/^i (?:give (?:my )?consent|consent|agree)\b/i, 'Yes'],
  [/^i (?:do not|don'?t|give no) (?:give (?:my )?)?(?:consent|agree)\b/i, 'No'],
];
const WORDS_CHARS_MAX = 2000;

export type ProblemTypes = readonly { id: string; title: string }[];

/** The fields that are said, or undefined where any piece of the words is something else. */
export function ticketWords(said: string, types: ProblemTypes): Record<string, string> | undefined {
  const pieces = said
    .slice(0, WORDS_CHARS_MAX)
    .split(APART)
    .map((piece) => piece.trim().replace(/[.!]$/, ''))
    .filter(Boolean);
  const found = pieces.map((piece) => fieldIn(piece, types));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return Object.fromEntries(found as [TicketField, string][]);
}

function fieldIn(piece: string, types: ProblemTypes): [TicketField, string] | undefined {
  const consent = CONSENT.find(([pattern]) => pattern.test(piece.replace('’', "'")));
  if (consent) return ['advancedDiagnosticConsent', consent[1]];
  for (const [field, line] of LINES) {
    const value = line.exec(piece)?.[1];
    if (value) return [field, meantFor(field, value.trim(), types)];
  }
  return undefined;
}

function meantFor(field: TicketField, value: string, types: ProblemTypes): string {
  switch (field) {
    case 'advancedDiagnosticConsent':
      return YES.test(value) ? 'Yes' : NO.test(value) ? 'No' : value;
    case 'require24X7Response':
      return YES.test(value) ? 'yes' : NO.test(value) ? 'no' : value;
    case 'severity':
      return /^(?:sev(?:erity)? ?)?([abc])\b/i.exec(value)?.[1] ?? value;
    case 'preferredContactMethod':
      return /\b(?:phone|call)/i.test(value) ? 'phone' : /mail/i.test(value) ? 'email' : value;
    case 'problemClassificationId':
      return typeOf(value, types) ?? value;
    default:
      return value;
  }
}

/** By its number on the card, or by words of its title. */
function typeOf(value: string, types: ProblemTypes): string | undefined {
  const number = /^(?:number |no\.? ?|#)?(\d{1,2})\.?$/i.exec(value)?.[1];
  if (number) return types[Number(number) - 1]?.id;
  const words = value.toLowerCase();
  const fits = types.filter(({ title }) => title.toLowerCase().includes(words));
  return fits.length === 1 ? fits[0]?.id : undefined;
}
