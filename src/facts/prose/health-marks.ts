/** Which version is that of a cluster that does well, told beside the one that does not. */
import type { Passage } from '../document.ts';
import { matchesOf } from '../matches.ts';
import type { Prose } from '../stance.ts';
import { KUBERNETES } from '../versions.ts';

/** How far behind a version its mark may stand, and what ends the item. */
const MARK_REACH = 40;
const ITEM_END = /[/;|\n)]|\.\s/;

const WELL =
  /^[\s,:(=–-]*(?:and |is |it |all |runs? |running |works? |looks |which |everything |still )*(?:ok|okay|fine|healthy|good|green|happy|well|works?|working|no (?:problems?|issues?|trouble)|unaffected|not affected|in ordnung|lauft|marche|funciona|✅|✓|👍)(?![\w-])(?! (?:until|since|before|again|but))/u;
const ILL =
  /\b(?:broken|dead|down|fail\w*|not ?ready|bad|ill|sick|red|error\w*|crash\w*|stuck|unhealthy|degraded|affected|trouble|problem|issue|fault\w*|hangs?|hanging|unreachable|timeouts?|kaputt|defekt|en panne|roto|caido)\b|[❌🔴]/u;

/** What is said of a version inside its own item of the list. */
function mark(low: string, end: number): 'well' | 'ill' | undefined {
  const behind = low.slice(end, end + MARK_REACH);
  const stop = ITEM_END.exec(behind)?.index ?? behind.length;
  const next = matchesOf(KUBERNETES, behind)[0]?.index ?? behind.length;
  const item = behind.slice(0, Math.min(stop, next));
  if (WELL.test(item)) return 'well';
  return ILL.test(item) ? 'ill' : undefined;
}

/** "north 1.33.4 ok / south 1.30.9 BROKEN": a list of clusters, each with its version and how it does. */
function isOfWellItem(low: string, end: number): boolean {
  if (mark(low, end) !== 'well') return false;
  return matchesOf(KUBERNETES, low).some((m) => mark(low, m.index + m[0].length) === 'ill');
}

/** "The cluster in Malmö is on 1.33.4 and healthy. The one in Lund is not": the problem is the other's. */
const HEALTHY =
  /\b(?:and|,|but)\s+(?:is |runs? )?(?:works?|working|healthy|fine|ok|okay|happy|good)\b(?! (?:since|until|again|for))/;
const THE_SICK_ONE =
  /\bthe (?:ill|sick|bad|broken|faulty|affected|problematic) one\b|\bthe (?:one|cluster) (?:in|at|of) [\w-]+ (?:is not|isn't|is broken|fails|has (?:the|this|a) (?:problem|issue|trouble))\b/;
const isTheHealthyOne = (prose: Prose, p: Passage, at: number): boolean =>
  HEALTHY.test(p.low.slice(at - p.start)) && prose.passages.some((x) => x !== p && THE_SICK_ONE.test(x.low));

/** "It crashes on 1.34.1. On 1.33.5 fine.": told to compare. */
const ON_IT = /\b(?:on|with|in|under|auf|mit) (?:our |the )?(?:kubernetes |k8s |version )?v?$/;
const FINE_THERE =
  /^\s*(?:(?:it|all|everything|that|this|the same)(?:'s| is| was| works| runs)? |works |runs |is |was )*(?:fine|ok|okay|good|no problems?|no issues?|works?)(?=\s*(?:$|[.,;!)]))/;
const isComparedFine = (prose: Prose, at: number, end: number): boolean =>
  ON_IT.test(prose.low.slice(Math.max(0, at - MARK_REACH), at)) &&
  FINE_THERE.test(prose.low.slice(end, end + MARK_REACH)) &&
  matchesOf(KUBERNETES, prose.low).some((m) => m.index + m[0].length < at);

/** `at` and `end` bound the version in the folded message. */
export const isOfHealthyOne = (prose: Prose, p: Passage, at: number, end: number): boolean =>
  isComparedFine(prose, at, end) || isTheHealthyOne(prose, p, at) || isOfWellItem(prose.low, end);
