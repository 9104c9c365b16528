/**
 * A change of nodes that somebody only suspects: "the infra team did something in Hyper-V, whether on our VMs nobody knows". It decides
 * nothing, so it is a guess; but the question must be asked.
 */
import { evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { isElsewhere, isNegated, type Prose } from '../stance.ts';
import { INTERFACES, type Via } from './node-change-words.ts';

const WHERE =
  /\b(?:hyper-?v|scvmm|vmm|virtual machine manager|failover cluster manager|vcenter|(?:node |worker |our |the |some )?(?:vms?|virtual machines?)|(?:our |the )(?:nodes|workers))\b/;
const DONE =
  /\b(?:did|clicked|has done|have done|changed?|touched|optimi[sz]ed|fiddled|played (?:with|around)|tweaked|worked (?:on|in)|tuned|messed|edited|modified|resized|adjusted|cleaned up|had (?:a |their |some )?(?:change|maintenance)|maintenance|change window|geandert|gemacht|gedreht|optimiert|modifie|touche|cambiado|tocado)\b/;
const DOUBT =
  /\b(?:maybe|perhaps|possibly|might have|may have|could have|could be|no idea|no clue|not sure|unsure|unclear|don'?t know|do not know|whether|nobody (?:knows|answers|remembers|can say|tells)|no one (?:knows|answers|remembers)|who knows|something|supposedly|i heard|i was told|rumou?rs?|keine ahnung|vielleicht|irgendwas|nicht sicher|peut-etre|quelque chose|quizas|algo)\b/;
/** What was done to hosts, storage or the network leaves the VMs alone. */
const ELSEWHERE =
  /\b(?:hosts? only|only (?:on )?the hosts?|(?:on|of|at|to) the (?:storage|switch(?:es)?|firewall|san)|firmware|cabling|patched the hosts?|windows updates?)\b/;

/** A plan or an idea of one's own, as opposed to "could be that somebody …". */
const PLANNED = /\b(?:should|shall|can|may|could) (?:we|i|one)\b|\bif (?:we|i)\b|\b(?:want|plan\w*|going|like) to\b/;

const viaOf = (words: string): Via => {
  const via = INTERFACES.find(([, re]) => re.test(words))?.[0];
  return via === 'hyperv-api' || via === 'iaas-api' ? via : 'unknown';
};

function suspicionIn(prose: Prose, p: Passage): Found | undefined {
  const done = DONE.exec(p.low);
  if (!done || !WHERE.test(p.low) || ELSEWHERE.test(p.low)) return undefined;
  const doubt = p.low + (prose.passages[p.index + 1]?.low ?? '');
  const at = p.start + done.index;
  const isOpen = DOUBT.test(doubt) && !isNegated(p, at) && !PLANNED.test(p.low) && !isElsewhere(prose, p, at);
  if (!isOpen || p.isQuestion) return undefined;
  const change = { via: viaOf(p.low), what: 'other' as const };
  return typed('nodeChange', [change], evidenceSpan(p, at, at + done[0].length), { approx: true, weight: WEIGHT.hint });
}

export function suspectedChange(prose: Prose): Found[] {
  for (const p of prose.passages) {
    const found = suspicionIn(prose, p);
    if (found) return [found];
  }
  return [];
}
