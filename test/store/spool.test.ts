// Files that survive a process: what waits, and what was about to leave.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDepartures } from '../../src/store/departures.ts';
import { openSpool } from '../../src/store/spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let places = 0;
const newPlace = () => join(folder, String(++places));
const filesOf = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
/** As if its process had been killed: the number of a process that never was. */
const disown = (path: string) => {
  const [owner = '', ...rest] = readFileSync(path, 'utf8').split('\n');
  const [machine, , id] = owner.split(' ');
  writeFileSync(path, [`${machine} 4194305 ${id}`, ...rest].join('\n'));
};

describe('lines that wait', () => {
  it('are found by the next process, and removed once they are dealt with', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    expect(first.add('one')).toBe(true);
    expect(first.add('two')).toBe(true);
    const [path = ''] = filesOf(place);
    disown(path);
    const second = openSpool(place, 'a store');
    expect(second.left).toEqual(['one', 'two']);
    second.clear();
    expect(filesOf(place)).not.toContain(path);
    second.close();
    first.close();
  });

  it('are of one store and of nobody else', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    first.add('one');
    for (const path of filesOf(place)) disown(path);
    const other = openSpool(place, 'another store');
    expect(other.left).toEqual([]);
    other.close();
    first.close();
  });

  it('of a living process are left to it', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    first.add('one');
    const second = openSpool(place, 'a store');
    expect(second.left).toEqual([]);
    second.close();
    first.clear();
    first.close();
    expect(filesOf(place)).toEqual([]);
  });

  it('that cannot be read hold up nobody', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    const [own = ''] = filesOf(place);
    mkdirSync(own.replace('waiting-', 'waiting-other-'));
    mkdirSync(own.replace('waiting-', 'leaving-'));
    const second = openSpool(place, 'a store');
    expect(second.left).toEqual([]);
    const departures = openDepartures(place, 'a store');
    expect(departures.abandoned()).toEqual([]);
    departures.close();
    second.close();
    first.close();
  });

  it('go elsewhere where their file was taken away, and are refused beyond a length', () => {
    const place = newPlace();
    const spool = openSpool(place, 'a store');
    for (const path of filesOf(place)) rmSync(path);
    expect(spool.add('one')).toBe(true);
    expect(
      filesOf(place)
        .map((path) => readFileSync(path, 'utf8'))
        .join(),
    ).toContain('\none\n');
    const long = 'x'.repeat(4_000_000);
    let taken = 0;
    while (spool.add(long) && taken < 20) taken++;
    expect(taken).toBeLessThan(20);
    spool.clear();
    spool.close();
  });
});

describe('messages that were about to leave', () => {
  const departure = (id: string) => ({ id, taker: `try ${id}`, owed: 1, answer: { text: id } });

  it('are told by the next process where they had not left', () => {
    const place = newPlace();
    const first = openDepartures(place, 'a store');
    for (const id of ['sent', 'arrived', 'stayed']) first.about(departure(id));
    first.left('sent');
    first.left('arrived');
    first.over('arrived');
    const second = openDepartures(place, 'a store');
    expect(second.abandoned()).toEqual([]);
    for (const path of filesOf(place)) disown(path);
    const [found] = second.abandoned();
    expect(found?.departures).toEqual([departure('stayed')]);
    found?.forget();
    expect(second.abandoned()).toEqual([]);
    second.close();
    first.close();
  });

  it('are noted anew where their file was taken away', () => {
    const place = newPlace();
    const first = openDepartures(place, 'a store');
    first.about(departure('a'));
    for (const path of filesOf(place)) rmSync(path);
    first.about(departure('b'));
    for (const path of filesOf(place)) disown(path);
    const second = openDepartures(place, 'a store');
    expect(second.abandoned().flatMap((found) => found.departures)).toEqual([departure('a'), departure('b')]);
    second.close();
    first.close();
  });

  it('leave nothing behind when all is over', () => {
    const place = newPlace();
    const departures = openDepartures(place, 'a store');
    departures.about(departure('a'));
    departures.left('a');
    departures.over('a');
    expect(
      filesOf(place)
        .map((path) => readFileSync(path, 'utf8'))
        .join(),
    ).not.toContain('"text"');
    departures.close();
    expect(filesOf(place)).toEqual([]);
  });
});
