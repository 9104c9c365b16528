/** Minors as people say them aloud or type them from the phone: "k8s one thirty-three", "kubectl one three one". */

import { evidenceSpan } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isPlanned, type Prose } from '../stance.ts';

const DIGITS: Record<string, number> = {
  zero: 0,
  oh: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const TENS: Record<string, number> = { twenty: 2, thirty: 3, two: 2, three: 3 };
const D = Object.keys(DIGITS).join('|');
const SPOKEN = new RegExp(
  `\\b(k8s|kubernetes|kubectl|client|version(?: \\w+){0,5}|cluster|minor|we run|we have|we(?: a|')re|we are|runs?|running|still on)\\s(?:version |is |on |at |still |now )*one[ -](?:dot |point )?(?:(twenty|thirty)(?:[- ](${D}))?|(two|three)[- ](${D}))(?: (?:dot|point) (${D}))?\\b(?! (?:nodes?|vms?|workers?|days?|weeks?|times))`,
  'g',
);

export function spokenVersions(prose: Prose): Found[] {
  if (!/\bone[ -](?:dot |point )?t/.test(prose.low)) return [];
  return prose.passages.flatMap((p) =>
    matchesOf(SPOKEN, p.low).flatMap((m) => {
      const at = p.start + m.index;
      if (isElsewhere(prose, p, at) || isPlanned(prose, p, at)) return [];
      const version = `1.${TENS[m[2] ?? m[4] ?? '']}${DIGITS[m[3] ?? m[5] ?? 'zero']}`;
      const patch = m[6] === undefined ? '' : `.${DIGITS[m[6]]}`;
      const fact = m[1] === 'kubectl' || m[1] === 'client' ? 'kubectlVersion' : 'k8sVersion';
      return [typed(fact, version + patch, evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.hint })];
    }),
  );
}
