// Files that survive a process: what waits, and what was about to leave.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
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
/** As if another had made it: by default a process that was killed, with a number that no process has. */
const disown = (path: string, as = (machine: string, id: string) => `${machine} 4194305 ${id}`) => {
  const [, kind, name = '', end] = /(waiting|leaving)-([\w-]+)-(\w{8}\.jsonl)$/.exec(path) ?? [];
  const [machine = '', , id = ''] = Buffer.from(name, 'base64url').toString().split(' ');
  const other = path.replace(/[^/]+$/, `${kind}-${Buffer.from(as(machine, id)).toString('base64url')}-${end}`);
  renameSync(path, other);
  return other;
};
const elsewhere = (_: string, id: string) => `another-machine 7 ${id}`;
const age = (path: string, seconds: number) => utimesSync(path, new Date(), new Date(Date.now() - seconds * 1000));

describe('lines that wait', () => {
  it('are found by the next process, and removed once they are dealt with', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    expect(first.add('one')).toBe(true);
    expect(first.add('two')).toBe(true);
    const [path = ''] = filesOf(place);
    const left = disown(path);
    const second = openSpool(place, 'a store');
    expect(second.takeOver()).toEqual(['one', 'two']);
    second.clear();
    expect(filesOf(place)).not.toContain(left);
    expect(filesOf(place)).toHaveLength(1);
    second.close();
    first.close();
  });

  it('are of one store and of nobody else', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    first.add('one');
    for (const path of filesOf(place)) disown(path);
    const other = openSpool(place, 'another store');
    expect(other.takeOver()).toEqual([]);
    other.close();
    first.close();
  });

  it('of a living process are left to it', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    first.add('one');
    const second = openSpool(place, 'a store');
    expect(second.takeOver()).toEqual([]);
    second.close();
    first.clear();
    first.close();
    expect(filesOf(place)).toEqual([]);
  });

  it('of a process that ends while others run go to one of those, and on to the next if that one ends, too', () => {
    const place = newPlace();
    const [first, second, third] = [1, 2, 3].map(() => openSpool(place, 'a store'));
    first?.add('one');
    for (const path of filesOf(place)) if (readFileSync(path, 'utf8').includes('one')) disown(path);
    expect([third?.takeOver(), second?.takeOver(), third?.takeOver()]).toEqual([['one'], [], []]);
    for (const path of filesOf(place)) if (readFileSync(path, 'utf8').includes('one')) disown(path);
    expect(second?.takeOver()).toEqual(['one']);
    for (const spool of [first, second, third]) spool?.close();
  });

  it('of a process that cannot be seen are left to it until it has given no sign for half a minute', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    first.add('one');
    const path = disown(filesOf(place)[0] ?? '', elsewhere);
    const second = openSpool(place, 'a store');
    age(path, 20);
    expect(second.takeOver()).toEqual([]);
    age(path, 40);
    expect(second.takeOver()).toEqual(['one']);
    // It lives after all: what it adds goes where nobody has taken it.
    expect(first.add('two')).toBe(true);
    const written = filesOf(place).filter((one) => readFileSync(one, 'utf8').includes('two'));
    expect(written.map((one) => readFileSync(one, 'utf8').includes('one'))).toEqual([false]);
    first.close();
    second.close();
  });

  it('of a living process keep telling that it lives, those it took over included', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const place = newPlace();
    const first = openSpool(place, 'a store');
    first.add('one');
    for (const path of filesOf(place)) disown(path);
    const second = openSpool(place, 'a store');
    expect(second.takeOver()).toEqual(['one']);
    for (const path of filesOf(place)) age(path, 600);
    vi.advanceTimersByTime(5000);
    for (const path of filesOf(place)) expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(10_000);
    vi.useRealTimers();
    first.close();
    second.close();
  });

  it('that cannot be read hold up nobody', () => {
    const place = newPlace();
    const first = openSpool(place, 'a store');
    const [own = ''] = filesOf(place);
    for (const kind of ['waiting', 'leaving']) {
      const path = own.replace(/waiting-(.*)-\w{8}\.jsonl$/, `${kind}-$1-00000000.jsonl`);
      mkdirSync(path);
      disown(path);
    }
    const second = openSpool(place, 'a store');
    expect(second.takeOver()).toEqual([]);
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
    ).toContain('one\n');
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
    const third = openDepartures(place, 'a store');
    const [found] = second.abandoned();
    expect(found?.departures).toEqual([departure('stayed')]);
    // Not yet dealt with, it is told again, and to nobody else.
    expect(second.abandoned()).toHaveLength(1);
    expect(third.abandoned()).toEqual([]);
    third.close();
    found?.forget();
    expect(second.abandoned()).toEqual([]);
    second.close();
    first.close();
  });

  it('may not leave once somebody else has taken their file', () => {
    const place = newPlace();
    const first = openDepartures(place, 'a store');
    first.about(departure('a'));
    age(disown(filesOf(place)[0] ?? '', elsewhere), 40);
    const second = openDepartures(place, 'a store');
    expect(second.abandoned().flatMap((found) => found.departures)).toEqual([departure('a')]);
    expect(first.left('a')).toBe(false);
    first.about(departure('b'));
    expect(first.left('b')).toBe(true);
    first.close();
    second.close();
  });

  it('are told again where they came back and the store could not be told', () => {
    const place = newPlace();
    const first = openDepartures(place, 'a store');
    first.about(departure('a'));
    first.left('a');
    first.about(departure('a'));
    for (const path of filesOf(place)) disown(path);
    const second = openDepartures(place, 'a store');
    expect(second.abandoned().flatMap((found) => found.departures)).toEqual([departure('a')]);
    first.close();
    second.close();
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
