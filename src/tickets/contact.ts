/**
 * Who is asked back: from what Teams knows of a person to what Microsoft.Support wants. Teams gives alpha-2 countries, IANA time
 * zones and locales; the service wants alpha-3, Windows zones and one of eleven languages. Tables: Unicode CLDR.
 */
import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import type { TicketData } from '../../knowledge/schema.ts';
import type { Contact } from '../model/ticket.ts';
import { cleanLine } from './clean-text.ts';

/** What is known of the person; every part may be missing. */
export type Profile = {
  /** Full name, split where `firstName` and `lastName` are not given. */
  name?: string;
  firstName?: string;
  lastName?: string;
  mail?: string;
  /** ISO 3166-1 alpha-2 or alpha-3. */
  country?: string;
  /** IANA or Windows name. */
  timeZone?: string;
  /** BCP 47, e.g. `de-AT`. */
  locale?: string;
  phone?: string;
};

const ALPHA3 = new Map<string, string>(
  Object.entries(codeMappings.supplemental.codeMappings as Record<string, { _alpha3?: string }>).flatMap(
    ([code, { _alpha3: alpha3 }]) => (/^[A-Z]{2}$/.test(code) && alpha3 ? [[code, alpha3]] : []),
  ),
);

const ZONES = new Map<string, string>();
for (const { mapZone } of windowsZones.supplemental.windowsZones.mapTimezones) {
  // Some rows name no zone.
  for (const iana of mapZone._type.split(' ')) if (iana && !ZONES.has(iana)) ZONES.set(iana, mapZone._other);
}
const WINDOWS_ZONES: ReadonlySet<string> = new Set(ZONES.values());

/** Country of a person as ISO 3166-1 alpha-3. */
export function alpha3(country: string): string | undefined {
  const code = country.trim().toUpperCase();
  return code.length === 3 ? [...ALPHA3.values()].find((known) => known === code) : ALPHA3.get(code);
}

/** Windows name of a time zone. Newer and older IANA names of one place lead to the same row. */
export function windowsZone(zone: string, extra: TicketData['zones'] = {}): string | undefined {
  const name = zone.trim();
  if (WINDOWS_ZONES.has(name)) return name;
  const direct = extra[name] ?? ZONES.get(name);
  if (direct) return direct;
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return extra[canonical] ?? ZONES.get(canonical);
  } catch {
    // Not a time zone at all: the person is asked.
    return undefined;
  }
}

const ENGLISH = 'en-us';

/** The support language nearest to a locale; English where none fits. */
export function supportLanguage(locale: string, languages: readonly string[]): string {
  const wanted = locale.trim().toLowerCase().replace('_', '-');
  if (languages.includes(wanted)) return wanted;
  const [language = ''] = wanted.split('-');
  if (language === 'zh') return /hant|tw|hk|mo/.test(wanted) ? 'zh-tw' : 'zh-hans';
  return languages.find((known) => known.startsWith(`${language}-`)) ?? ENGLISH;
}

/** What the profile settles; what it does not is left out and asked. */
export function contactFrom(profile: Profile, data: Pick<TicketData, 'languages' | 'zones'>): Partial<Contact> {
  const { first, last } = names(profile);
  const zone = profile.timeZone && windowsZone(profile.timeZone, data.zones);
  const country = alpha3(profile.country ?? regionOf(profile.locale) ?? '');
  return {
    ...(first ? { firstName: first } : {}),
    ...(last ? { lastName: last } : {}),
    ...(profile.mail ? { primaryEmailAddress: cleanLine(profile.mail) } : {}),
    ...(profile.phone ? { phoneNumber: cleanLine(profile.phone) } : {}),
    ...(zone ? { preferredTimeZone: zone } : {}),
    ...(country ? { country } : {}),
    preferredSupportLanguage: supportLanguage(profile.locale ?? ENGLISH, data.languages),
    // Mail needs nothing more; a phone is asked for where the severity wants one.
    preferredContactMethod: 'email',
  };
}

/** `Doe, Jane` and `Jane van Doe (IT)` as people are listed in directories. */
function names({ name = '', firstName, lastName }: Profile): { first: string; last: string } {
  const plain = cleanLine(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  const [beforeComma = '', afterComma] = plain.split(',').map((part) => part.trim());
  const [first = '', ...rest] = plain.split(' ');
  const guess = afterComma ? { first: afterComma, last: beforeComma } : { first, last: rest.join(' ') };
  return { first: cleanLine(firstName ?? guess.first), last: cleanLine(lastName ?? guess.last) };
}

const regionOf = (locale = ''): string | undefined => /[-_]([A-Za-z]{2})(?:$|[-_])/.exec(locale)?.[1];
