/** Changes of nodes that are told in words: through which interface, by which verb, to what. */

import type { NodeChange } from '../../model/facts.ts';
import { clauseAt, type Passage } from '../document.ts';
import { matchesOf } from '../matches.ts';
import type { Prose } from '../stance.ts';
import { isDone, isRemark, isUnsure } from './node-change-done.ts';
import { reasonOf } from './node-change-reason.ts';
import {
  DOCUMENTED,
  INTERFACES,
  LABEL_TALK,
  LOOK_ONLY,
  NODE_OBJECT,
  POWER_ONLY,
  VERB,
  type Via,
  WHATS,
  type What,
} from './node-change-words.ts';
import { poweredByGuide } from './node-power.ts';
import {
  DOER,
  EDITING,
  FOREIGN_VM,
  GIVEN_TO_NODES,
  isHostThing,
  isVmTalk,
  LOOKS,
  NODE_PARTS,
  NOT_OF_NODES,
  ON_THE_NODES,
  OTHER_VMS,
  PRODUCT_WAY,
  RUNNING_OF,
  SYSTEM_FILE,
  TO_CHANGE,
  VM_OR_NODE,
  VMS,
} from './node-talk.ts';

export type Change = { change: NodeChange; p: Passage; at: number; end: number };

function whatOf(words: string, via?: Via): What | undefined {
  // Over SSH nobody changes a VM's disk or memory: "installed it over SSH, since then the disk is full".
  const inside = via === 'ssh' ? WHATS.find(([what, re]) => INSIDE_NODE.has(what) && re.test(words)) : undefined;
  return (inside ?? WHATS.find(([, re]) => re.test(words)))?.[0];
}
const INSIDE_NODE: ReadonlySet<What> = new Set(['package', 'sysctl']);

/** How far a verb may stand from the interface it was done through. */
const VERB_REACH = 120;

export function toldChanges(prose: Prose, taken: readonly Change[]): Change[] {
  const changes: Change[] = [];
  for (const p of prose.passages) {
    if (isRemark(p)) continue;
    changes.push(...(taken.some((c) => c.p === p) ? besideCmdlet(prose, p) : changesIn(prose, p)));
  }
  return changes;
}

/** "VLAN 12 by Set-VMNetworkAdapterVlan, then sysctl over ssh": the cmdlet is read already, the other way is not. */
function besideCmdlet(prose: Prose, p: Passage): Change[] {
  return p.clauses.flatMap((clause) => {
    const isOtherWay = INTERFACES.some(([via, re]) => (via === 'ssh' || via === 'daemonset') && re.test(clause.low));
    return isOtherWay ? (changeIn(prose, piece(p, clause.start, clause.end)) ?? []) : [];
  });
}

/**
 * "The VLAN in Hyper-V and sysctl via ssh" are two changes: a sentence that names several interfaces is read up to each
 * of them; where that gives no two changes, as one.
 */
function changesIn(prose: Prose, p: Passage): Change[] {
  const whole = changeIn(prose, p);
  const named = INTERFACES.flatMap(([via, re]) => {
    const m = via === 'aks-api' ? null : re.exec(p.low);
    return m ? [p.start + m.index] : [];
  }).sort((a, b) => a - b);
  if (named.length < 2) return whole ? [whole] : [];
  let from = p.start;
  const parts = named.map((at, i) => {
    const end = i === named.length - 1 ? p.end : clauseAt(p, at).end;
    const part = piece(p, from, end);
    from = end;
    return part;
  });
  const found = parts.flatMap((part) => changeIn(prose, part) ?? []);
  return found.length > 1 || !whole ? found : [whole];
}

/** A part of a sentence, to be read as a sentence of its own. */
const piece = (p: Passage, start: number, end: number): Passage => ({
  ...p,
  start,
  end,
  low: p.low.slice(start - p.start, end - p.start),
  clauses: p.clauses.filter((c) => c.start < end && c.end > start),
});

/** "Node two got a bigger disk. That was done in Hyper-V.": the sentence before names the object. */
const PRONOUN =
  /^\W*(?:and |but |so )?(?:it|that|this|they|these|those|he|she|all|both|done|we|i|someone|somebody|our \w+) (?:was|were|is|has|have|had|got|did|done|set|changed|made|by|in)\b|^\W*it'?s (?:set|done|changed|made|put|installed|applied)\b/;

function changeIn(prose: Prose, p: Passage): Change | undefined {
  const [via, re] = INTERFACES.find(([, x]) => x.test(p.low)) ?? ['unknown', /(?!)/];
  if (via === 'unknown' && !NODE_PARTS.test(p.low)) return undefined;
  const viaAt = p.start + (re.exec(p.low)?.index ?? 0);
  if (via !== 'unknown' && isOnlySeen(prose, p, viaAt)) return undefined;
  const before = PRONOUN.test(p.low) ? prose.passages[p.index - 1] : undefined;
  const what = whatOf(p.low, via) ?? (before && via !== 'unknown' ? whatOf(before.low, via) : undefined);
  if (via === 'unknown' && isSystemFile(prose, p)) return editIn(prose, p);
  if (via === 'unknown' && what !== 'base-image') {
    const given = givenToNodes(prose, p, what);
    if (given || !VMS.test(p.low.replace(NO_VM, '')) || PRODUCT_WAY.test(p.low)) return given;
  }
  const followed = via === 'ssh' || via === 'hyperv-api' ? articleFollowed(prose, p, via) : undefined;
  if (followed) return followed;
  if (via === 'aks-api' || (via === 'unknown' && !isVmTalk(p.low.replace(NO_VM, ''), what))) return undefined;
  if (
    via === 'daemonset' &&
    what !== 'sysctl' &&
    what !== 'package' &&
    !/\b(?:kernel|iptables|privileged)\b/.test(p.low)
  )
    return undefined;
  const telling: Telling = { via, viaAt, what, before, look: via === 'daemonset' ? null : LOOK_ONLY.exec(p.low) };
  const m = matchesOf(VERB, p.low).find((x) => isCarriedOut(prose, p, x, telling) && isOfNodes(prose, p, x, telling));
  if (!m) return poweredByGuide(prose, p);
  const at = p.start + m.index;
  return {
    change: { via, what: what ?? 'other', ...reasonOf(prose, p) },
    p,
    ...tellingSpan(p, at, at + m[0].length, via === 'unknown' ? undefined : re),
  };
}

/** "The article says to edit the file over SSH, I followed it": what it says to do was done, as documented. */
function articleFollowed(prose: Prose, p: Passage, via: Via): Change | undefined {
  const said = SAYS_TO.exec(p.low);
  const rest = said && p.low.slice(said.index + said[0].length) + (prose.passages[p.index + 1]?.low ?? '');
  if (!said || !rest || !FOLLOWED.test(rest) || !DOCUMENTED.test(p.low)) return undefined;
  const at = p.start + said.index;
  const change = { via, what: whatOf(p.low) ?? ('other' as const), documentedByMicrosoft: true };
  return { change, p, at, end: at + said[0].length };
}
const SAYS_TO =
  /\b(?:says?|said|tells?|told|asks?|instructs?|describes? how) (?:us |you |me |one )?to (?:edit|change|set|modify|replace|delete|remove|add|raise|lower|patch|recreate|resize)\b/;
const FOLLOWED =
  /\b(?:i|we|he|she|they|colleague|admin) (?:have |has |had |just |simply |then )*(?:followed|did (?:it|so|that|this|exactly)|done (?:it|so|that)|applied|carried (?:it|that) out)\b/;

/** What a sentence tells beside its verb. */
type Telling = {
  via: Via;
  viaAt: number;
  what: What | undefined;
  /** The sentence before, where this one only points to it. */
  before: Passage | undefined;
  look: RegExpExecArray | null;
};

/** The verb tells of something done, and done through the interface that is named. */
function isCarriedOut(prose: Prose, p: Passage, m: RegExpExecArray, { via, viaAt, look }: Telling): boolean {
  const at = p.start + m.index;
  const end = at + m[0].length;
  if (via !== 'unknown' && Math.abs(at - viaAt) > VERB_REACH) return false;
  // "Swapped the disk just to see what happens" changed it first; what was only looked at changed nothing.
  if (look && (RUNNING_OF.test(m[0]) || m.index >= look.index)) return false;
  if (/^ (?:nothing|nichts|rien|nada)\b/.test(prose.low.slice(end, end + 9))) return false;
  if (RUNNING_OF.test(m[0]) && LOOKS.test(prose.low.slice(end, p.end))) return false;
  return isDone(prose, p, at) && !isUnsure(prose, p);
}

/** What was done was done to the cluster's nodes or their VMs, not to their labels, the hosts or other machines. */
function isOfNodes(prose: Prose, p: Passage, m: RegExpExecArray, { via, what, before }: Telling): boolean {
  const at = p.start + m.index;
  if (OF_THE_PRODUCT.test(prose.low.slice(at, at + PRODUCT_REACH))) return false;
  const clause = clauseAt(p, at);
  // "Our cluster is installed on Hyper-V" tells where it runs.
  if (/^(?:install|instal|geinst)/.test(m[0]) && PRODUCT_INSTALLED.test(clause.low.slice(0, at - clause.start)))
    return false;
  if (LABEL_TALK.test(clause.low) && !NODE_OBJECT.test(clause.low.replace(/nodes?/g, ''))) return false;
  // A VM that moved to another host is the same VM.
  if (/^(?:moved|migrated|moving)$/.test(m[0]) && TO_A_HOST.test(prose.low.slice(at + m[0].length, p.end)))
    return false;
  const isVague = via === 'unknown' && what !== 'base-image';
  if (isVague && (RUNNING_OF.test(m[0]) || !DOER.test(p.low.slice(0, m.index)))) return false;
  if (!what) {
    // "We use SCVMM to monitor the VMs" names a tool and no change.
    const isTool = (via === 'hyperv-api' || via === 'iaas-api') && RUNNING_OF.test(m[0]);
    if (isTool && !TO_CHANGE.test(prose.low.slice(at + m[0].length, p.end))) return false;
    if (POWER_ONLY.test(p.low) && !EDITING.test(m[0])) return false;
    if (!NODE_OBJECT.test(`${before?.low ?? ''} ${p.low}`)) return false;
  }
  if (ELSEWHERE_THAN_NODES.test(p.low) && !VM_OR_NODE.test(p.low.replace(NO_VM, ''))) return false;
  return !isHostThing(clause.low) && !FOREIGN_VM.test(clause.low) && !OTHER_VMS.test(clause.low);
}

const PRODUCT_INSTALLED = /\b(?:cluster|aks|kubernetes|product|system|entorno|umgebung|environment)\b[^.;,]{0,24}$/;

/** "Adding a node pool in Windows Admin Center" is the product's own way. */
const OF_THE_PRODUCT =
  /^\w+ (?:(?:an?|the|another|new|more|our|second|workload|target|aks|kubernetes|windows|linux) )*(?:node ?pools?|clusters?)\b/;
const PRODUCT_REACH = 50;

/** "Failover Cluster Manager shows the VMs as running": looked at there; what was done, was done elsewhere. */
const SEEN_IN =
  /\b(?:running|visible|shown|listed|there|present|exists?|existing|sees?|seen|appears?|shows?|healthy|green|ok|fine) (?:\w+ ){0,2}(?:in|within|inside)\s+(?:the |our )?$/;

const isOnlySeen = (prose: Prose, p: Passage, viaAt: number): boolean =>
  (SEEN_IN.test(prose.low.slice(p.start, viaAt)) || NOTHING_IN.test(prose.low.slice(p.start, viaAt))) &&
  matchesOf(VERB, prose.low.slice(viaAt, p.end)).length === 0;

/** "Scaled with az, Hyper-V was left alone". */
const NOTHING_IN =
  /\b(?:nothing|not|never|no changes?|without|nichts|nie|ohne|rien|sans|nada|sin)\b(?: \w+){0,5}\s(?:\w+\s)?$/;

const TO_A_HOST =
  /^[^.;,]{0,24}\b(?:to|onto|between|off) (?:\w+ ){0,3}(?:hosts?|hypervisors?|servers?|sites?|datacenters?|racks?)\b/;

/** "On my workstation I set the sysctl": another machine. */
const ELSEWHERE_THAN_NODES =
  /\b(?:on|at|to|into|onto) (?:an?|the|my|our|his|her) (?:\w+ )?(?:jump ?(?:box|host|server)|laptop|workstation|bastion|pc|build (?:server|agent)|admin (?:box|server|host)|gateway|router|switch|nas|file ?server)\b/;

/** "The VLAN of a switch port, not of any VM". */
const NO_VM =
  /\b(?:not|nor|never|no|without)\b(?: (?:of|on|in|to|for|at|any|the|our|a|one|single))* (?:\w+ )?(?:vms?|nodes?|workers?|virtual machines?)\b/g;

/** The verb with the interface, or with the object where none is named: what a person recognises as the change. */
function tellingSpan(p: Passage, at: number, end: number, re: RegExp | undefined): { at: number; end: number } {
  const m = re?.exec(p.low) ?? WHATS.map(([, what]) => what.exec(p.low)).find((x) => x !== null);
  if (!m) return { at, end };
  const start = p.start + m.index;
  return Math.abs(start - at) > VERB_REACH
    ? { at, end }
    : { at: Math.min(at, start), end: Math.max(end, start + m[0].length) };
}

const isSystemFile = (prose: Prose, p: Passage): boolean =>
  ON_THE_NODES.test(p.low) && SYSTEM_FILE.test(prose.doc.low.slice(p.start, p.end));

/** "I edited /etc/resolv.conf on all nodes": done inside the nodes, whichever way in. */
function editIn(prose: Prose, p: Passage): Change | undefined {
  const m = matchesOf(EDIT, p.low).find((x) => isDone(prose, p, p.start + x.index));
  if (!m || isUnsure(prose, p)) return undefined;
  const at = p.start + m.index;
  return { change: { via: 'ssh', what: 'other', ...reasonOf(prose, p) }, p, at, end: at + m[0].length };
}

const EDIT = /\b(?:edited|changed|modified|overwrote|replaced|wrote|created|added|patched|put|set)\b/g;

/** A VM's memory, disks and adapters are changed through its hypervisor, named or not. */
function givenToNodes(prose: Prose, p: Passage, what: What | undefined): Change | undefined {
  const m = what === undefined ? null : GIVEN_TO_NODES.exec(p.low);
  if (!m || !what) return undefined;
  const at = p.start + m.index;
  const words = prose.low.slice(clauseAt(p, at).start, clauseAt(p, at + m[0].length - 1).end);
  if (NOT_OF_NODES.test(words) || FOREIGN_VM.test(words)) return undefined;
  if (p.isQuestion && clauseAt(p, at) === p.clauses.at(-1)) return undefined;
  if (!isDone(prose, p, at) || isUnsure(prose, p)) return undefined;
  return { change: { via: 'hyperv-api', what, ...reasonOf(prose, p) }, p, at, end: at + m[0].length };
}
