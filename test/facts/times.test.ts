import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/facts/calendar.ts';
import { fold } from '../../src/facts/document.ts';
import { exactDay, timesIn } from '../../src/facts/times.ts';

const TODAY = '2026-11-20';
const days = (text: string) => timesIn(fold(text), TODAY).map((t) => exactDay(t, TODAY) ?? null);

it.each([
  ['since 17 October', '2026-10-17'],
  ['since October 17th, 2026', '2026-10-17'],
  ['since 17th of October', '2026-10-17'],
  ['seit dem 5. Oktober', '2026-10-05'],
  ['seit 05.10.2026', '2026-10-05'],
  ['seit dem 05.10.', '2026-10-05'],
  ['depuis le 1er octobre', '2026-10-01'],
  ['desde el 17 de octubre', '2026-10-17'],
  ['2026-10-17', '2026-10-17'],
  ['2026-10-17T22:41:07.104000+00:00', '2026-10-17'],
  ['on 28/10/2026', '2026-10-28'],
  ['on 10/28/2026', '2026-10-28'],
  ['on 10/10/2026', '2026-10-10'],
  ['on 12 Sept.', '2026-09-12'],
  ['on 3 december', '2025-12-03'],
  ['34 days ago', '2026-10-17'],
  ['since 34 days', '2026-10-17'],
  ['three weeks ago', '2026-10-30'],
  ['vor 3 Wochen', '2026-10-30'],
  ['il y a 10 jours', '2026-11-10'],
  ['hace 10 días', '2026-11-10'],
  ['yesterday', '2026-11-19'],
  ['gestern', '2026-11-19'],
  ['since monday', '2026-11-16'],
  ['since friday', '2026-11-13'],
  ['last monday', '2026-11-16'],
  ['seit Montag', '2026-11-16'],
  ['depuis lundi', '2026-11-16'],
  ['this morning', '2026-11-20'],
  ['the day before yesterday', '2026-11-18'],
])('dates %s', (text, day) => {
  expect(days(text)).toEqual([day]);
});

it.each([
  'on 10/11/2026',
  'since september',
  'about 30 days ago',
  '30 to 40 days ago',
  'last week',
  'since 2 months',
  'ca. 3 weeks ago',
  'a few days ago',
])('makes no exact day of "%s"', (text) => {
  expect(days(text)).toEqual([null]);
});

it.each([
  'version 1.33.5',
  '10.20.30.5',
  'node 3 may be broken',
  'pods sat there',
  '5/5 running',
  'the march of progress',
])('sees no time in "%s"', (text) => {
  expect(timesIn(fold(text), TODAY)).toEqual([]);
});

describe('a range', () => {
  it('is a beginning and an end', () => {
    expect(timesIn('1-12 november', TODAY)).toMatchObject([
      { lead: 'since', days: 19 },
      { lead: 'until', days: 8 },
    ]);
  });
});

describe('the future', () => {
  it('is marked', () => {
    for (const text of ['next week', 'tomorrow', 'in 3 days', 'nächsten Montag']) {
      expect(timesIn(fold(text), TODAY), text).toMatchObject([{ future: true }]);
    }
  });
});

it('counts over the turn of the year and leap days', () => {
  expect(timesIn('since 20 december', '2027-01-05')).toMatchObject([{ days: 16 }]);
  expect(timesIn('since 28 february', '2028-03-01')).toMatchObject([{ days: 2 }]);
  expect(timesIn('on 31 september', TODAY).filter((t) => !t.approx)).toEqual([]);
});

describe('parts of the year', () => {
  it.each([
    ['off since week 38', '2026-09-14', '2026-09-20'],
    ['aus seit KW 41', '2026-10-05', '2026-10-11'],
    ['since CW 50', '2025-12-08', '2025-12-14'],
    ['since the first week of July', '2026-07-01', '2026-07-07'],
    ['since the last weekend of August', '2026-08-23', '2026-08-31'],
    ['seit der letzten Woche im August', '2026-08-25', '2026-08-31'],
    ['since the end of Q3', '2026-09-01', '2026-09-30'],
    ['8月から停止しています', '2026-08-01', '2026-08-31'],
  ])('%s', (text, first, last) => {
    expect(timesIn(fold(text), TODAY)).toMatchObject([
      { lead: 'since', approx: true, max: daysBetween(first, TODAY), min: daysBetween(last, TODAY) },
    ]);
  });

  it.each([
    ['since Easter', '2026-04-05'],
    ['depuis Pâques', '2026-04-05'],
    ['seit dem Tag der Deutschen Einheit', '2026-10-03'],
    ['depuis la Toussaint', '2026-11-01'],
    ['since Christmas Eve', '2025-12-24'],
  ])('%s, within two days', (text, day) => {
    const days = daysBetween(day, TODAY);
    expect(timesIn(fold(text), TODAY)).toMatchObject([{ lead: 'since', min: days - 2, max: days + 2, approx: true }]);
  });

  it('counts fortnights and halves of months', () => {
    expect(timesIn('for three fortnights', TODAY)).toMatchObject([{ days: 42, approx: false }]);
    expect(timesIn('one and a half months', TODAY)).toMatchObject([{ days: 45, min: 35, max: 55, approx: true }]);
    expect(timesIn('a month and a half', TODAY)).toMatchObject([{ days: 45, min: 35 }]);
  });

  it('reads a Japanese day', () => expect(days('9月10日から')).toEqual(['2026-09-10']));
  it.each(['week 2 of the training', 'a weekly job', 'kw', 'Q7'])('reads nothing in "%s"', (text) => {
    expect(timesIn(fold(text), TODAY)).toEqual([]);
  });
});

it('takes neither of two days on which people disagree', () => {
  const times = timesIn('log says stopped on 3 october but martin swears it was on 27 october', TODAY);
  expect(times.map(({ approx }) => approx)).toEqual([true, true]);
});
