import { describe, expect, it } from 'vitest';
import { alpha3, contactFrom, supportLanguage, windowsZone } from '../../src/tickets/contact.ts';
import { DATA } from '../support/ticket-cases.ts';

describe('time zones', () => {
  it('covers every IANA zone that this runtime knows, and its aliases', () => {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      expect(windowsZone(zone, DATA.zones), zone).toMatch(/^[\w .()+-]+$/);
  });
  it.each([
    ['Europe/Berlin', 'W. Europe Standard Time'],
    ['Europe/Paris', 'Romance Standard Time'],
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['Europe/Kiev', 'FLE Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['Asia/Calcutta', 'India Standard Time'],
    ['America/New_York', 'Eastern Standard Time'],
    ['US/Pacific', 'Pacific Standard Time'],
    ['America/Sao_Paulo', 'E. South America Standard Time'],
    ['Asia/Ho_Chi_Minh', 'SE Asia Standard Time'],
    ['Etc/GMT+5', 'SA Pacific Standard Time'],
    ['UTC', 'UTC'],
    ['W. Europe Standard Time', 'W. Europe Standard Time'],
    [' Europe/Berlin ', 'W. Europe Standard Time'],
  ])('%s is %s', (zone, windows) => expect(windowsZone(zone, DATA.zones)).toBe(windows));
  it.each(['', 'Mars/Base', 'CET or so', '+01:00x'])('does not know %j', (zone) =>
    expect(windowsZone(zone, DATA.zones)).toBeUndefined(),
  );
});

describe('countries', () => {
  it.each([
    ['DE', 'DEU'],
    ['us', 'USA'],
    ['GB', 'GBR'],
    ['CN', 'CHN'],
    ['deu', 'DEU'],
    [' BR ', 'BRA'],
  ])('%j is %s', (code, three) => expect(alpha3(code)).toBe(three));
  it.each(['', 'X', 'ZZZZ', 'Germany', 'Q1'])('does not know %j', (code) => expect(alpha3(code)).toBeUndefined());
  it('covers the countries of the world', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    // Regions of the tables that are no countries: unions, private use, past and outlying ones.
    const none = new Set([
      'EU',
      'EZ',
      'UN',
      'QO',
      'XA',
      'XB',
      'ZZ',
      'AC',
      'CP',
      'CQ',
      'DG',
      'EA',
      'IC',
      'TA',
      'UK',
      'DY',
      'HV',
      'NH',
      'RH',
      'VD',
    ]);
    const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) && !none.has(code));
    const missing = known.filter((code) => !/^[A-Z]{3}$/.test(alpha3(code) ?? ''));
    expect(known.length).toBeGreaterThan(240);
    expect(missing).toEqual([]);
  });
});

describe('languages', () => {
  it.each([
    ['de-AT', 'de-de'],
    ['de', 'de-de'],
    ['pt-PT', 'pt-br'],
    ['zh-CN', 'zh-hans'],
    ['zh-Hans-SG', 'zh-hans'],
    ['zh-TW', 'zh-tw'],
    ['zh-Hant-HK', 'zh-tw'],
    ['en_GB', 'en-us'],
    ['nl-NL', 'en-us'],
    ['', 'en-us'],
  ])('%j is answered in %s', (locale, language) => expect(supportLanguage(locale, DATA.languages)).toBe(language));
});

describe('contactFrom', () => {
  it('takes all that Teams says', () => {
    expect(
      contactFrom(
        { name: 'Jane Doe', mail: 'jane.doe@contoso.com', country: 'DE', timeZone: 'Europe/Berlin', locale: 'de-DE' },
        DATA,
      ),
    ).toEqual({
      firstName: 'Jane',
      lastName: 'Doe',
      primaryEmailAddress: 'jane.doe@contoso.com',
      preferredTimeZone: 'W. Europe Standard Time',
      country: 'DEU',
      preferredSupportLanguage: 'de-de',
      preferredContactMethod: 'email',
    });
  });
  it.each([
    [{ name: 'Doe, Jane (IT)' }, { firstName: 'Jane', lastName: 'Doe' }],
    [{ name: 'Jane van Doe' }, { firstName: 'Jane', lastName: 'van Doe' }],
    [
      { firstName: 'Zoë', lastName: 'O’Neil', name: 'x y' },
      { firstName: 'Zoë', lastName: 'O’Neil' },
    ],
    [{ locale: 'fr-CA' }, { country: 'CAN', preferredSupportLanguage: 'fr-fr' }],
  ])('%j gives %j', (profile, expected) => expect(contactFrom(profile, DATA)).toMatchObject(expected));
  it('leaves out what it does not know', () => {
    expect(Object.keys(contactFrom({ name: 'Jane', timeZone: 'Mars/Base', country: '?' }, DATA))).toEqual([
      'firstName',
      'preferredSupportLanguage',
      'preferredContactMethod',
    ]);
  });
});
