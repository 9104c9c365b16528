/** Number and kind of nodes, and the cluster's name, as people tell them. */

import { evidenceSpan } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isPlanned, type Prose } from '../stance.ts';

const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  both: 2,
};
const N = `\\d{1,3}|${Object.keys(WORDS).join('|')}`;
const NOT_READY = new RegExp(
  `\\b(${N})(?:\\/(${N})| (?:of|out of) (?:our |the |my )?(${N}))?(?: \\w+){0,2} (?:nodes?|workers?)?\\s?(?:is |are |went |go |become |got |show |turn |flap )*(?:not[- ]?ready)\\b`,
  'g',
);
const ONE_NOT_READY =
  /(?<![\w-])(?:a |the |one )?(?:node|worker)(?: is| went| becomes?| goes| turned| got)?(?: now)? not[- ]?ready\b/g;
const OF_TOTAL = new RegExp(
  `\\b(?:${N}) (?:of|out of) (?:our |the |my )?(${N}) (?:linux |windows |agent )?(?:nodes?|workers?)\\b`,
  'g',
);
const COUNT = /\bnode count(?: is| of|:|=)?\s*(\d{1,3})\b/g;
const WINDOWS_NODES = /\b(?:windows|win) (?:agent |worker )?(?:nodes?|pools?|node ?pools?|workers?)\b/;
const LINUX_NODES = /\blinux (?:agent |worker )?(?:nodes?|pools?|node ?pools?|workers?)\b/;
const NAME =
  /\b(?:cluster|cluster name|name of the cluster|clustername)(?: is| named| called|:| =)?\s+["'`]?([a-z][a-z0-9]*(?:-[a-z0-9]+){1,5})["'`]?(?![\w-])/g;
const NAME_FIRST =
  /(?<![\w-])["'`]?([a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{1,3})["'`]?\s+(?:cluster|is (?:stopped|off|running|down|on|v?1\.))/g;
const NOT_A_NAME =
  /^(?:aks-hci|aks-arc|hyper-v|set-up|on-prem|kube-\w+|get-\w+|azure-\w+|in-\w+|out-of|self-\w+|wide-\w+|end-\w+|node-\w+|is-\w+|run-\w+|nodes?-\w+|level-\w+|api-\w+|role\w*|admin-?\w*|scope\w*|ip-\w+|autoscaler-\w+|dns-\w+|[\w-]+-(?:system|operator|controller|agent|node|proxy|manager|arc|local|server)|k8s-\w+|kubectl-\w+|moc-\w+|csi-\w+|tls-\w+)$/;

const count = (word: string): number => WORDS[word] ?? Number(word);

export function nodes(prose: Prose): Found[] {
  const found: Found[] = [];
  for (const p of prose.passages) {
    const usable = (at: number): boolean => !isPlanned(prose, p, at) && !isElsewhere(prose, p, at);
    for (const m of matchesOf(NOT_READY, p.low)) {
      const at = p.start + m.index;
      if (!usable(at)) continue;
      const span = evidenceSpan(p, at, at + m[0].length);
      found.push(typed('nodesNotReady', count(m[1] ?? ''), span));
      const total = m[2] ?? m[3];
      if (total) found.push(typed('nodeCount', count(total), span, { weight: WEIGHT.hint }));
    }
    for (const m of matchesOf(ONE_NOT_READY, p.low)) {
      if (usable(p.start + m.index))
        found.push(
          typed('nodesNotReady', 1, evidenceSpan(p, p.start + m.index, p.start + m.index + m[0].length), {
            weight: WEIGHT.hint,
          }),
        );
    }
    for (const m of matchesOf(OF_TOTAL, p.low)) {
      if (usable(p.start + m.index))
        found.push(
          typed('nodeCount', count(m[1] ?? ''), evidenceSpan(p, p.start + m.index, p.start + m.index + m[0].length), {
            weight: WEIGHT.hint,
          }),
        );
    }
    for (const m of matchesOf(COUNT, p.low)) {
      const at = p.start + m.index;
      if (usable(at)) found.push(typed('nodeCount', count(m[1] ?? ''), evidenceSpan(p, at, at + m[0].length)));
    }
    const [windows, linux] = [WINDOWS_NODES.exec(p.low), LINUX_NODES.exec(p.low)];
    if (windows && linux && usable(p.start + windows.index)) {
      const at = p.start + Math.min(windows.index, linux.index);
      found.push(typed('nodeOs', 'mixed', evidenceSpan(p, at, at + windows[0].length), { weight: WEIGHT.hint }));
    }
    for (const re of [NAME, NAME_FIRST]) {
      for (const m of matchesOf(re, p.low)) {
        const name = m[1] ?? '';
        const at = p.start + m.index + m[0].indexOf(name);
        if (NOT_A_NAME.test(name) || isElsewhere(prose, p, at + name.length)) continue;
        const original = prose.doc.text.slice(at, at + name.length);
        found.push(
          typed('clusterName', original, evidenceSpan(p, at, at + name.length), {
            weight: prose.focus === name ? WEIGHT.said : WEIGHT.hint,
          }),
        );
      }
    }
  }
  return found;
}
