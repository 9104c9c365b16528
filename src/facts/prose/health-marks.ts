/** "prod 1.33.4 ok / stage 1.30.9 BROKEN": a list of clusters, each with its version and how it does. */
import { matchesOf } from '../matches.ts';
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

/** True for the version of a cluster that does well in a message where another version's cluster does not. */
export function isOfWellOne(low: string, end: number): boolean {
  if (mark(low, end) !== 'well') return false;
  return matchesOf(KUBERNETES, low).some((m) => mark(low, m.index + m[0].length) === 'ill');
}
