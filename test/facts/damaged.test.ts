import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { PASTES } from './pastes.ts';

/** Error texts, and the days that are another view of a date. */
const UNLISTED = ['errorSignatures', 'lastAzureSyncDays'];

const read = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(readFacts(text, { today: '2026-11-20' }).facts)
      .filter(([name, fact]) => !UNLISTED.includes(name) && !fact.approx)
      .map(([name, fact]) => [name, fact.value]),
  );

const eachLine = (change: (line: string) => string) => (text: string) => text.split('\n').map(change).join('\n');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What chat clients, mail programs and people do to a paste without taking any of it away. */
const HARMLESS: Readonly<Record<string, (text: string) => string>> = {
  'as it was': (text) => text,
  'smart quotes': (text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’'),
  'no-break spaces': (text) => text.replace(/ /g, '\u00a0'),
  'single spaces': (text) => text.replace(/ {2,}/g, ' '),
  tabs: (text) => text.replace(/ {2,}/g, '\t'),
  'an element a line': (text) => `<div>${text.split('\n').map(escaped).join('</div><div>')}</div>`,
  'line breaks of HTML': (text) => `<p>${text.split('\n').map(escaped).join('<br>')}</p>`,
  preformatted: (text) => `<pre>${escaped(text)}</pre>`,
  'a code fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'quotation marks of mail': eachLine((line) => `> ${line}`),
  'times of day': eachLine((line) => `[09:12] ${line}`),
  'a prompt around it': (text) => `PS C:\\Users\\ops>\n${text}\nPS C:\\Users\\ops>`,
  'Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  indentation: eachLine((line) => `    ${line}`),
  'a greeting and a question': (text) => `Hi, see the output:\n\n${text}\n\nany idea?`,
};

const wrapped = (width: number) =>
  eachLine((line) => line.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd());
const cutAfter = (share: number) => (text: string) => {
  const rows = text.split('\n');
  return rows.slice(0, Math.max(1, Math.round(rows.length * share))).join('\n');
};
/** What takes away or breaks a part of it. */
const HARMFUL = fc.oneof(
  fc.integer({ min: 40, max: 120 }).map((width) => ({ name: `wrapped at ${width}`, damage: wrapped(width) })),
  fc.constant({ name: 'one line', damage: (text: string) => text.replace(/\s+/g, ' ') }),
  fc.constant({ name: 'a blank line between all', damage: (text: string) => text.replace(/\n/g, '\n\n') }),
  fc.constant({ name: 'without its first line', damage: (text: string) => text.split('\n').slice(1).join('\n') }),
);
/** A list that was cut between two rows looks like a shorter list. */
const COUNTS = ['nodeCount', 'nodesNotReady', 'nodeOs'];

describe('pastes', () => {
  it.each(PASTES.flatMap((paste) => Object.keys(HARMLESS).map((damage) => [paste.name, damage] as const)))(
    '%s: reads the same with %s',
    (name, damage) => {
      const paste = PASTES.find((x) => x.name === name);
      expect(read(HARMLESS[damage]?.(paste?.text ?? '') ?? '')).toEqual(paste?.facts);
    },
  );

  it('are read as they are or not at all where a part is broken', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PASTES),
        HARMFUL,
        fc.constantFrom(...Object.values(HARMLESS)),
        (paste, { name, damage }, client) => {
          for (const [fact, value] of Object.entries(read(client(damage(paste.text)))))
            expect(value, `${paste.name}, ${name}: ${fact}`).toEqual(paste.facts[fact]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('tell nothing else where their end is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PASTES), fc.double({ min: 0.2, max: 1, noNaN: true }), (paste, share) => {
        for (const [fact, value] of Object.entries(read(cutAfter(share)(paste.text))))
          if (!COUNTS.includes(fact)) expect(value, `${paste.name}: ${fact}`).toEqual(paste.facts[fact]);
      }),
      { numRuns: 300 },
    );
  });

  it('do not disturb one another', () => {
    const [version, nodes] = ['kubectl version', 'kubectl get nodes -o wide'].map((name) =>
      PASTES.find((paste) => paste.name === name),
    );
    const silent = PASTES.filter((paste) => Object.keys(paste.facts).length === 0);
    for (const other of silent) {
      const text = `${version?.text}\n\n${other.text}\n\n${nodes?.text}`;
      expect(read(text), other.name).toEqual({ ...version?.facts, ...nodes?.facts });
    }
  });
});
