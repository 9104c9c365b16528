/** Messages without content: nothing at all, or an issue template that nobody filled in. */
import type { Reading } from './reading.ts';

const TEMPLATE_LINES = [
  'describe the bug',
  'a clear and concise description of what the bug is',
  'a clear and concise description of what you expected to happen',
  'to reproduce',
  'steps to reproduce the behavior',
  'steps to reproduce',
  'go to',
  'click on',
  'scroll down to',
  'see error',
  'expected behavior',
  'screenshots',
  'if applicable add screenshots to help explain your problem',
  'environment please complete the following information',
  'desktop please complete the following information',
  'additional context',
  'add any other context about the problem here',
  'os e g ios',
  'browser e g chrome safari',
  'version e g 22',
  'kubernetes version',
  'aks on azure local version',
  'collected logs',
  'title',
  'description',
  'summary',
];
const KNOWN = new Set(TEMPLATE_LINES);

export function isEmptyMessage({ words, layout }: Reading): boolean {
  if (words.length === 0) return true;
  const lines = new Map<number, string[]>();
  words.forEach(({ text }, i) => {
    const line = layout.line[i] ?? 0;
    const list = lines.get(line) ?? [];
    lines.set(line, list);
    if (!/^\d+$/.test(text)) list.push(text);
  });
  return [...lines.values()].every((line) => line.length === 0 || KNOWN.has(line.join(' ')));
}
