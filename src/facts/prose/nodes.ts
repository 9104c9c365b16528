/** Number and kind of nodes, and how many are not ready, as people tell them. */

import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, isPlanned, type Prose } from '../stance.ts';
import { numberIn, PLAIN_NUMBER } from './numbers.ts';

// A digit of an identifier ("zwolle-2") counts nothing.
const N = `(?<![\\w.-])(?:${PLAIN_NUMBER}|both)(?![\\w.]*\\d)`;
/** Counting words that some put behind a number: "16EA", "2 nos. of". */
const PIECE = '(?:\\s?(?:ea|nos?\\.?|pcs\\.?|units?)(?: of)?)';
const PIECES = `${PIECE}?`;
const NODE = '(?:nodes?|workers?)';
const KIND = '(?:linux |windows |agent |worker |new |aks |kubernetes |k8s )*';
const BECOMES =
  '(?:is |are |was |were |went |go |goes |become |becomes |got |get |stay |remain |stuck |show |shows |showing |shown |listed |turn |turned |flap |in |as |with |the |state |status |now |currently |all |both |: ?)*';
const NOT_READY_STATE = '["\']?not[- ]?ready\\b';

const NOT_READY = new RegExp(
  `(${N})(?:\\/(${N})| (?:of|out of) (?:our |the |my )?(${N}))?(?: (?!${N})\\w+){0,2} (?:${NODE} )?\\s?${BECOMES}${NOT_READY_STATE}`,
  'g',
);
/** "4 of 8", in a sentence about nodes that are not ready. */
const PART_OF_ALL = new RegExp(
  `(${N}) ?(?:of|out of|von|\\/) ?(?:the |our |all |total )*(${N})(?! (?:pods?|checks?|times|percent|%|attempts?))`,
  'g',
);
/** "Worker 3 is NotReady": the number is its name. */
const NAMED_NODE = /\b(?:node|worker|vm|master|no\.?|nr\.?|number|#)\s?$/;
/** "Two new nodes never become Ready". */
const NEVER_READY = new RegExp(
  `(${N}) (?:of (?:the |our )?)?${KIND}${NODE} (?:never|do not|don't|does not|doesn't|did not|didn't|won't|will not|cannot|can't|are not|is not|not|fail to|refuse to) (?:\\w+ )?(?:become |becoming |get |getting |go |going |turn |turning |come up )?ready\\b`,
  'g',
);
/** The noun first: "worker node 2EA is NotReady", "NotReady nodes: 3", "two nodes dead, NotReady both". */
const NOT_READY_NOUN_FIRST = [
  new RegExp(
    `\\b(?:nodes|workers|(?:node|worker)(?= \\S+?${PIECE})) (${N})${PIECES} (?:among [^.;,]{0,20}? |out of [^.;,]{0,20}? )?${BECOMES}${NOT_READY_STATE}`,
    'g',
  ),
  new RegExp(`\\bnot[- ]?ready(?: ${NODE})?\\s?[:=]\\s?(${N})(?:\\s?(?:of|out of|\\/)\\s?(${N}))?`, 'g'),
  new RegExp(`(${N}) ${KIND}${NODE}\\b[^.;,\\n]{0,20}, ?not[- ]?ready both\\b`, 'g'),
];
const ONE_NOT_READY =
  /(?<![\w-])(?:a |the |one |el |le |der |un |une |ein |eine |uno )?(?:node|worker|nodo|noeud|knoten)(?: \d{1,2}\b| \(?moc-\w+\)?)?(?: is| went| becomes?| goes| turned| got)?(?: now)? not[- ]?ready\b/g;
const NONE_NOT_READY =
  /\b(?:no|zero|0) (?:nodes? )?(?:is |are )?not[- ]?ready(?: nodes?)?\b|\b(?:all (?:the |our |\d{1,3} )?(?:nodes?|workers?)(?: are| is)?|(?:nodes?|workers?)(?: are)? all|(?:every|each) (?:single )?(?:node|worker)(?: of (?:the |our )?\w+)?(?: is)?|(?:\d{1,3}|[a-z]+) nodes?(?: ?\([^)]{0,60}\))?,? all(?: are| of them)?) ["']?ready\b/g;

/** The number of all nodes, where the words around say that it is one. */
const TOTALS = [
  new RegExp(`\\b(?:of|out of|among) (?:our |the |my |all |total )*(${N})${PIECES} ?${KIND}${NODE}\\b`, 'g'),
  new RegExp(
    `\\b(?:of|among|in) total:? (${N})${PIECES}(?! (?:[\\w-]+ )?(?:hosts?|servers?|clusters?|pods?|vms?|sites?|pools?))`,
    'g',
  ),
  new RegExp(`${NOT_READY_STATE} (?:of|out of) (?:our |the |my |total )*(${N})\\b`, 'g'),
  new RegExp(`${NODE} ${NOT_READY_STATE} (?:of|out of) (?:our |the |my |total )*(${N})\\b`, 'g'),
  new RegExp(`\\b(?:all|total(?: of)?:?) (?:the |our |of the |of our )?(${N})${PIECES} ?${KIND}${NODE}\\b`, 'g'),
];
/** Also said of all of them, unless the words behind take a part. */
const COUNTS = [
  new RegExp(`(${N}) ${KIND}${NODE} (?:in (?:total|all|sum)|total|altogether|overall)\\b`, 'g'),
  new RegExp(
    `\\b(?:has|have|having|got|with|contains?|counts|consists of|comprises|cluster of|cluster:|runs on|running on|it'?s) (?:only |just |about )?(${N}) ${KIND}nodes?\\b`,
    'g',
  ),
  new RegExp(
    `(?<=(?:^|[,/|;:\\n(•*>]|->|\\b(?:lists?|shows?|see|sees|seeing|are|there (?:are|were|is)|cluster(?: of| with)?|total|sum|node count)\\b)\\s{0,3})(?:only |just )?(${N}) ${KIND}nodes?(?=\\s*(?:$|[,/|;\\n).]|all\\b|ready\\b|and\\b|in (?:it|total|all)\\b))`,
    'g',
  ),
  new RegExp(
    `\\b(?:node count|number of nodes|nodes? (?:count|number)|nodes)(?: is| of|\\s?[:=])\\s?(${N})(?! of|/)`,
    'g',
  ),
  /\bnode count (\d{1,3})\b/g,
  new RegExp(`(?<=[,;|/]\\s?)nodes (${N})(?=\\s*(?:$|[,;|/.]))`, 'g'),
  new RegExp(`(?<![\\w-])(${N})[- ]node (?:aks|k8s|kubernetes|workload)`, 'g'),
  new RegExp(`\\bnodes?\\b[^.;?]{0,50}\\b(?:there are|we have|it(?:'s| is)|they are) (${N})(?=\\s*(?:$|[.,;]))`, 'g'),
  new RegExp(`\\bnodes?\\b[^.;?]{0,60}\\b(?:all|allen?|tous les|todos los) (${N})(?=\\s*(?:$|[.,;]))`, 'g'),
  new RegExp(
    `\\bin the (?:aks|k8s|kubernetes|workload) (?:cluster )?(?:there )?(?:are|is|we have) (${N})(?=\\s*(?:$|[.,;]| nodes?))`,
    'g',
  ),
];
/** "3 control plane nodes and 6 workers", "4 workers + 1 master": together all of them. */
const CP = `(${N}) (?:vms? (?:for|as) )?(?:control[- ]?planes?|cps?|masters?)(?: nodes?| vms?)?`;
const WORKERS = `(${N}) (?:linux |windows |agent |worker )*(?:workers?|agents?|worker nodes?|agent nodes?|(?<=(?:linux|windows|agent|worker) )nodes?)(?: nodes?| vms?)?`;
const AND = '\\s*(?:,|\\+|and|plus|&|with|/|as well as|und|et|y)(?: and| plus)?\\s*';
const SUMS = [new RegExp(`${CP}${AND}${WORKERS}`, 'g'), new RegExp(`${WORKERS}${AND}${CP}`, 'g')];
const SINGLE =
  /(?<=(?:^|[,/|;\n(])\s{0,3})(?:a )?single[- ]node(?=\s*(?:$|[,/|;\n).]))|\bsingle[- ]node (?:aks|k8s|kubernetes|cluster)\b/g;
/** "We have 5 nodes, sorry 6". */
const CORRECTED = new RegExp(
  `^[\\s,.-]{0,3}(?:sorry|no|correction|i mean|actually|make that|wait)[\\s,:]{1,2}(${N})\\b`,
);
/** Behind a number of nodes that is a part of them. */
const PART_BEHIND =
  /^\s*(?:(?:is|are|was|were|in|with|which|that|have|got|went|become|show\w*|now)\s+)*(?:["']?not[- ]?ready|down|stuck|dead|broken|affected|missing|failed|new|off|out of|unreachable|per\b|(?:in|of) (?:the |our |each )?(?:pool|node ?pool|hci|azure local|host)|more\b|rebooted|stopped)/;
/** Nodes of the host cluster, and sums over many clusters. */
const NOT_THIS_CLUSTER =
  /\b(?:azure local|hci|hosts?|physical|servers?|hyper-v|s2d|stack|node ?pools?|pool|clusters)\b(?![\s\S]*\b(?:aks|k8s|kubernetes|workload)\b)/;

const WINDOWS_NODES = /\b(?:windows|win) (?:agent |worker )?(?:nodes?|pools?|node ?pools?|workers?)\b/;
const LINUX_NODES = /\blinux (?:agent |worker )?(?:nodes?|pools?|node ?pools?|workers?)\b/;

const usable = (prose: Prose, p: Passage, at: number): boolean =>
  !isPlanned(prose, p, at) && !isElsewhere(prose, p, at);

function notReady(prose: Prose, p: Passage): Found[] {
  if (!p.low.includes('ready')) return [];
  const found: Found[] = [];
  const read = (re: RegExp, weight: number, value?: number): void => {
    for (const m of matchesOf(re, p.low)) {
      const at = p.start + m.index;
      if (
        !usable(prose, p, at) ||
        (value === 0 && (isNegated(p, at) || p.isQuestion)) ||
        /\bpods?\b/.test(prose.low.slice(clauseAt(p, at).start, at + m[0].length))
      )
        continue;
      if (re === NOT_READY && NAMED_NODE.test(prose.low.slice(Math.max(p.start, at - 9), at))) continue;
      const span = evidenceSpan(p, at, at + m[0].length);
      found.push(typed('nodesNotReady', value ?? numberIn(m[1] ?? ''), span, { weight }));
      const total = value === undefined ? (m[2] ?? m[3]) : undefined;
      if (total) found.push(typed('nodeCount', numberIn(total), span, { weight: WEIGHT.hint }));
    }
  };
  for (const re of [NOT_READY, ...NOT_READY_NOUN_FIRST, NEVER_READY]) if (found.length === 0) read(re, WEIGHT.said);
  if (found.length === 0) readPart(prose, p, found);
  if (found.length === 0) read(ONE_NOT_READY, WEIGHT.hint, 1);
  read(NONE_NOT_READY, WEIGHT.hint, 0);
  return found;
}

/** "5 Ready, 1 NotReady": together all of them. */
const READY_AND_NOT = new RegExp(`(${N}) ready\\s*(?:,|and|/|;)?\\s*(${N}) not[- ]?ready`, 'g');

function readPart(prose: Prose, p: Passage, found: Found[]): void {
  if (!NOT_READY_WORD.test(p.low) || !/\bnodes?|workers?\b/.test(p.low)) return;
  for (const m of matchesOf(PART_OF_ALL, p.low)) {
    const at = p.start + m.index;
    const [part, all] = [numberIn(m[1] ?? ''), numberIn(m[2] ?? '')];
    if (part > all || !usable(prose, p, at) || isNegated(p, at)) continue;
    const span = evidenceSpan(p, at, at + m[0].length);
    found.push(typed('nodesNotReady', part, span, { weight: WEIGHT.hint }));
    found.push(typed('nodeCount', all, span, { weight: WEIGHT.hint }));
  }
}
const NOT_READY_WORD = /not[- ]?ready/;

function nodeSums(prose: Prose, p: Passage): Found[] {
  if (!/control|master|\bcps?\b|not[- ]?ready/.test(p.low) || !/worker|agent|node/.test(p.low)) return [];
  const sums = [...SUMS, ...(NOT_READY_WORD.test(p.low) ? [READY_AND_NOT] : [])];
  return sums.flatMap((re) =>
    matchesOf(re, p.low).flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      const inFront = prose.low.slice(clauseAt(p, at).start, at);
      if (!usable(prose, p, at) || isNegated(p, at) || NOT_THIS_CLUSTER.test(inFront) || isOfManyClusters(p)) return [];
      if (PART_BEHIND.test(prose.low.slice(end, Math.min(p.end, end + 40)))) return [];
      const sum = numberIn(m[1] ?? '') + numberIn(m[2] ?? '');
      return [typed('nodeCount', sum, evidenceSpan(p, at, end), { weight: WEIGHT.said })];
    }),
  );
}

function nodeCounts(prose: Prose, p: Passage): Found[] {
  const found: Found[] = [];
  if (!/node|worker|knoten|noeud|total|in the (?:aks|k8s|kubernetes|workload)/.test(p.low)) return found;
  for (const re of [...TOTALS, ...COUNTS]) {
    for (const m of matchesOf(re, p.low)) {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (!usable(prose, p, at) || found.some((f) => at < f.end && end > f.start && f.value === numberIn(m[1] ?? '')))
        continue;
      const inFront = prose.low.slice(clauseAt(p, at).start, at);
      const behind = prose.low.slice(end, Math.min(p.end, end + 40));
      if ((COUNTS.includes(re) && PART_BEHIND.test(behind)) || NOT_THIS_CLUSTER.test(inFront) || isOfManyClusters(p))
        continue;
      const corrected = CORRECTED.exec(behind)?.[1];
      const span = evidenceSpan(p, at, end);
      found.push(typed('nodeCount', numberIn(corrected ?? m[1] ?? ''), span, { weight: WEIGHT.hint }));
    }
  }
  for (const m of matchesOf(SINGLE, p.low)) {
    const at = p.start + m.index;
    if (usable(prose, p, at))
      found.push(typed('nodeCount', 1, evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.hint }));
  }
  return found;
}

const isOfManyClusters = (p: Passage): boolean => /\b\d+ clusters\b/.test(p.low);

function nodeKinds(prose: Prose, p: Passage): Found[] {
  const [windows, linux] = [WINDOWS_NODES.exec(p.low), LINUX_NODES.exec(p.low)];
  if (!windows || !linux || !usable(prose, p, p.start + windows.index)) return [];
  const at = p.start + Math.min(windows.index, linux.index);
  return [typed('nodeOs', 'mixed', evidenceSpan(p, at, at + windows[0].length), { weight: WEIGHT.hint })];
}

export const nodes = (prose: Prose): Found[] =>
  prose.passages.flatMap((p) => [
    ...notReady(prose, p),
    ...nodeCounts(prose, p),
    ...nodeSums(prose, p),
    ...nodeKinds(prose, p),
  ]);
