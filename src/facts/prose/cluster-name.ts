/** What people call the cluster that they write about. */

import { evidenceSpan } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, type Prose } from '../stance.ts';

/** Letters and digits with a hyphen or two: what hardly any other word looks like. */
const HYPHENED = '[a-z0-9][a-z0-9]*(?:-[a-z0-9]+){1,5}';
const Q = '["\'`]';

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:cluster|cluster name|name of (?:the |our )?cluster|clustername)(?: (?:in|of) (?:production|prod|test))?(?: is| named| called| is called| is named|:| =)?\\s+${Q}?(${HYPHENED})${Q}?(?![\\w-])`,
    'g',
  ),
  new RegExp(
    `(?<![\\w-])${Q}?((?!\\d+-)${HYPHENED})${Q}?\\s+(?:cluster|is (?:stopped|off|running|down|on|v?1\\.))`,
    'g',
  ),
  // A single word only where it is called a name.
  new RegExp(
    `\\bcluster(?:'s)?,? (?:(?:is|was) )?(?:called|named|name is|with (?:the )?name)\\s+${Q}?([a-z][a-z0-9-]{1,40})${Q}?(?![\\w-])`,
    'g',
  ),
  // Quotation marks make a name of any word.
  /\bcluster (?:is |named |called )?["'`]([a-z][a-z0-9-]{1,40})["'`](?![\w-])/g,
  new RegExp(
    `\\b(?:affected|concerned|broken|faulty|about|(?:question|problem|mail|ticket|case|issue|inquiry|fault) is (?:about|on|with|at|in))(?: is| cluster)?(?:\\s?[:=])?\\s?${Q}?(${HYPHENED})${Q}?(?![\\w-])`,
    'g',
  ),
  new RegExp(`(?<=\\b(?:called|named) )${Q}?(${HYPHENED})${Q}?(?![\\w-])`, 'g'),
  new RegExp(
    `\\b(?:it is|it's|the (?:new|affected|broken|right) (?:one|cluster)(?: is)?),? ${Q}?(${HYPHENED})${Q}?(?=[,;]|\\s*$|\\.\\s|\\.$| is\\b)`,
    'g',
  ),
];
const HAS_TAIL_DIGITS = /-\d{1,3}$/;
const NOT_A_NAME =
  /^(?:\d[\d-]*|\d+-[a-z]+|aks-hci|aks-arc|hyper-v|set-up|on-prem|kube-\w+|get-\w+|azure-\w+|in-\w+|out-of|self-\w+|wide-\w+|end-\w+|node-\w+|is-\w+|run-\w+|nodes?-\w+|level-\w+|api-\w+|role\w*|admin-?\w*|scope\w*|ip-\w+|autoscaler-\w+|dns-\w+|[\w-]+-(?:system|operator|controller|agent|node|proxy|manager|arc|local|server)|k8s-\w+|kubectl-\w+|moc-\w+|csi-\w+|tls-\w+|coredns|calico|etcd|kubernetes|differently|the|our|as|something|after|in|by|not)$/;

export function clusterName(prose: Prose): Found[] {
  const found: Found[] = [];
  for (const p of prose.passages) {
    for (const [i, re] of PATTERNS.entries()) {
      for (const m of matchesOf(re, p.low)) {
        const name = m[1] ?? '';
        const at = p.start + m.index + m[0].indexOf(name);
        if (NOT_A_NAME.test(name) || (i === 1 && !HAS_TAIL_DIGITS.test(name))) continue;
        if (i === PATTERNS.length - 1 && !/\d|["'`]/.test(m[0])) continue;
        if ((prose.labels.length > 1 && isElsewhere(prose, p, at + name.length)) || isNegated(p, at)) continue;
        const original = prose.doc.text.slice(at, at + name.length);
        const weight = prose.focus === name ? WEIGHT.said : WEIGHT.hint;
        found.push(typed('clusterName', original, evidenceSpan(p, at, at + name.length), { weight }));
      }
    }
  }
  return found;
}
