/** A condition of the policy in words, for people who compare editions or ask what a rule looks at. */
import type { Condition, FullTest, Test } from '../../knowledge/schema.ts';

export function conditionWords(condition: Condition): string {
  if ('all' in condition) return joined(condition.all as Condition[], ' and ');
  if ('any' in condition) return joined(condition.any as Condition[], ' or ');
  if ('not' in condition) return `not (${conditionWords(condition.not as Condition)})`;
  const tests = Object.entries(condition as Record<string, Test>);
  return tests.length === 0 ? 'always' : tests.map(([fact, test]) => testWords(fact, test)).join(' and ');
}

const joined = (parts: Condition[], word: string): string =>
  parts.map((part) => (parts.length > 1 ? `(${conditionWords(part)})` : conditionWords(part))).join(word);

function testWords(fact: string, test: Test): string {
  if (typeof test !== 'object') return `${fact} is ${test}`;
  const said = {
    moreThan: 'more than',
    atMost: 'at most',
    from: 'on or after',
    before: 'before',
    versionBelow: 'below',
  } as const;
  const words: string[] = [];
  if (test.is !== undefined) words.push(`is ${test.is}`);
  if (test.in) words.push(`is one of ${test.in.join(', ')}`);
  for (const [key, word] of Object.entries(said)) {
    const value = test[key as keyof typeof said];
    if (value !== undefined) words.push(`${word} ${value}`);
  }
  return `${fact} ${[...words, ...rareWords(test)].join(' and ')}${test.whileUnknown ? ' (or is not known)' : ''}`;
}

function rareWords(test: FullTest): string[] {
  const words: string[] = [];
  if (test.known !== undefined) words.push(test.known ? 'is known' : 'is not known');
  if (test.mentioned !== undefined) words.push(test.mentioned ? 'was mentioned' : 'was not mentioned');
  if (test.moreThanMonthsAgo !== undefined) words.push(`more than ${test.moreThanMonthsAgo} months ago`);
  if (test.atMostMonthsAgo !== undefined) words.push(`at most ${test.atMostMonthsAgo} months ago`);
  if (test.minorsFrom) words.push(`more than ${test.minorsFrom.moreThan} minor from ${test.minorsFrom.fact}`);
  if (test.some) words.push(`has an entry where ${conditionWords(test.some)}`);
  return words;
}
