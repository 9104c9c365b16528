import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/facts/answer.ts';
import { EVIDENCE_MAX, READ_MAX } from '../../src/facts/document.ts';
import { readFacts } from '../../src/facts/read.ts';
import { FACTS, type FactName, factNames } from '../../src/model/facts.ts';
import { plainText } from '../../src/text/clean.ts';
import { azure } from './tables/azure.ts';
import { hosts } from './tables/host.ts';
import { runState } from './tables/run-state.ts';
import { versions } from './tables/versions.ts';

const CLOCK = { today: '2026-11-20' };
/** Generous for a slow machine; what matters is that nothing grows faster than its input. */
const WALL_OF_TEXT_MS = 5_000;

const rows = [...versions, ...runState, ...azure, ...hosts];
const fragments = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(...rows.map(([text]) => text)),
  fc.constantFrom(
    '\n',
    '\n\n',
    ' : ',
    '{"a": "b"',
    '<p>',
    '&nbsp;',
    'v1.33.5',
    '05.10.2026',
    ' since ',
    '"',
    '\\',
    '…',
    '\u0000',
    '😀',
    'ß',
    'İ',
  ),
);
const messages = fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join(' '));

describe('readFacts', () => {
  it('never throws, cites words that stand in the text, and gives valid values', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const clean = plainText(text);
        for (const [name, fact] of Object.entries(readFacts(text, CLOCK).facts)) {
          expect(FACTS[name as FactName].safeParse(fact.value).success, `${name}=${JSON.stringify(fact.value)}`).toBe(
            true,
          );
          expect(clean).toContain(fact.evidence);
          expect(fact.evidence.length).toBeGreaterThan(0);
          expect(fact.evidence.length).toBeLessThanOrEqual(EVIDENCE_MAX);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same facts twice', () => {
    for (const [text] of rows) expect(readFacts(text, CLOCK)).toEqual(readFacts(text, CLOCK));
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['emoji', '😀😀 👍'],
    ['binary', '\u0000\u0001\uffff\ud800PK\u0003\u0004'],
    ['markup', '<div><p></p></div>'],
    ['another script', 'クラスターが起動しません'],
  ])('reads nothing from %s', (_name, text) => {
    expect(readFacts(text, CLOCK)).toMatchObject({ facts: {}, conflicts: [], outputs: [], notRead: [] });
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['one sentence', 'the cluster was stopped since 12 october and '.repeat(23_000)],
    ['quotes', '\\"'.repeat(500_000)],
    ['tags', '<div '.repeat(200_000)],
    ['numbers', '1.33.5 '.repeat(150_000)],
    ['JSON', '{"kubernetesVersion":"1.33.5",'.repeat(33_000)],
    ['properties on one line', 'KubernetesVersion : v1.27.3 Name : a '.repeat(27_000)],
    ['rows between bars', '|moc-l1|Ready|control-plane|88d|v1.33.5|\n'.repeat(25_000)],
    ['headers', 'Name KubernetesVersion\n'.repeat(45_000)],
    ['what people say in a chat', '[11/19 16:05] Kim Berg: > it is : so\n'.repeat(26_000)],
    ['numbered lines', Array.from({ length: 90_000 }, (_, i) => `${i}. a : b`).join('\n')],
    ['nodes on one line', 'moc-l1 Ready control-plane 3d v1.32.9 '.repeat(27_000)],
    ['commands', 'az connectedk8s show -n mill-1 -g rg\n'.repeat(28_000)],
    ['YAML', '- kubernetesVersion: 1.32.8\n  name: a\n'.repeat(26_000)],
  ])('reads a megabyte of %s in bounded time and says that it stopped', (_name, text) => {
    const start = performance.now();
    const { notRead } = readFacts(text, CLOCK);
    expect(performance.now() - start).toBeLessThan(WALL_OF_TEXT_MS);
    expect(notRead.join(' ')).toContain(String(READ_MAX));
  });
});

describe('readAnswer', () => {
  it('never throws, and marks what it reads as answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...factNames), messages, (fact, text) => {
        const answer = readAnswer(fact, text, CLOCK);
        if (answer.kind !== 'value') return;
        for (const [name, found] of Object.entries(answer.facts)) {
          expect(found.source).toBe('answered');
          expect(FACTS[name as FactName].safeParse(found.value).success, name).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
