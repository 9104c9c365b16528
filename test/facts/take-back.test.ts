import { expect, it } from 'vitest';
import { takesChangeBack } from '../../src/facts/answers/take-back.ts';

it.each([
  'that was our mail server, no aks node was changed',
  'those were two other vms with a similar name',
  'i asked again: he only looked, nothing was changed',
  'he never touched anything of the cluster',
  'it was the hyper-v host itself, not a node',
  'we mixed that up, it was the domain controller',
  'the change was never applied',
])('takes the change back: %s', (words) => {
  expect(takesChangeBack(words)).toBe(true);
});

it.each([
  'it was another worker vm that he changed',
  'he also changed the memory of the second worker',
  'it was the vm of worker 2, not worker 3',
  'it was our own decision',
  'it was a different colleague who did it',
  'a disk was added, the memory was not changed',
  'nothing was changed but the memory, he changed it on every node',
])('lets it stand: %s', (words) => {
  expect(takesChangeBack(words)).toBe(false);
});
