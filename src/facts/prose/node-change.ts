/** Changes made to nodes or their VMs: through which interface, to what, and on whose word. */

import { evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isPlanned, type Prose } from '../stance.ts';
import { isDone, isRun } from './node-change-done.ts';
import { ownReason, reasonOf } from './node-change-reason.ts';
import { type Change, toldChanges } from './node-change-told.ts';
import { CMDLET, NOBODY, UNSURE, type Via, type What } from './node-change-words.ts';
import { FOREIGN_VM, FOREIGN_VM_REACH, OF_FOREIGN_VM } from './node-talk.ts';
import { suspectedChange } from './suspected-change.ts';

function cmdletChanges(prose: Prose): Change[] {
  return prose.passages.flatMap((p) =>
    matchesOf(CMDLET, p.low).flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (/operation \W{0,3}$/.test(prose.low.slice(Math.max(p.start, at - 16), at))) return [];
      if (
        /^\s*(?:is|was|are) (?:disabled|not|blocked|forbidden)/.test(prose.low.slice(end, end + 24)) ||
        !isDone(prose, p, at)
      )
        return [];
      if (!isRun(prose, p, at, end) || isForeign(prose, p, end)) return [];
      if (m[1] === 'disable' || m[1] === 'enable' ? !/^vm/.test(m[2] ?? '') : false) return [];
      const noun = m[2] ?? '';
      const what: What =
        /networkadapter$/.test(noun) && /^(?:add|remove)$/.test(m[1] ?? '')
          ? 'nic'
          : /networkadapter|switch|net/.test(noun)
            ? 'vm-network'
            : /vhd/.test(noun) && /base|golden|replac|image/.test(p.low)
              ? 'base-image'
              : 'vm-resource';
      const via: Via = /^sc|azvm/.test(noun) ? 'iaas-api' : 'hyperv-api';
      return [{ change: { via, what, ...reasonOf(prose, p) }, p, at, end }];
    }),
  );
}

/** "Set-VMProcessor -VMName sqlvm01 …, that is our SQL machine": told behind the cmdlet, before the next one. */
function isForeign(prose: Prose, p: Passage, end: number): boolean {
  const next = prose.passages[p.index + 1];
  const reach = Math.min(next?.end ?? p.end, end + FOREIGN_VM_REACH);
  const words = (prose.low.slice(end, reach).split(NEXT_CMDLET)[0] ?? '').replace(/\n/g, ' ');
  return !words.includes('moc-') && (OF_FOREIGN_VM.test(words) || FOREIGN_VM.test(words));
}
const NEXT_CMDLET = /\b(?:set|add|remove|resize|move|connect)-(?:vm|vhd|sc)/;

const OTHER_THAN_NODES =
  /\b(?:proxy|firewall|network|helm|values|chart|deployments?|config\w*|dns|policy|policies|code|app|apps|yaml|manifest|application|certificates?|switch\w*)\b/;

export function nodeChange(prose: Prose): Found[] {
  const byCmdlet = cmdletChanges(prose);
  const changes = [...byCmdlet, ...toldChanges(prose, byCmdlet)].sort((a, b) => a.at - b.at);
  if (changes.length > 0) {
    return eachWithReason(prose, distinct(changes)).map(({ change, p, at, end }) =>
      typed('nodeChange', [change], evidenceSpan(p, at, end)),
    );
  }
  const denied = denials(prose);
  return denied.length > 0 ? denied : suspectedChange(prose);
}

/** Of several changes each may have been wanted by somebody else. */
function eachWithReason(prose: Prose, changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) return changes;
  const last = Math.max(...changes.map(({ end }) => end));
  return changes.map((c, i) => {
    const reason = ownReason(prose.low, c.end, i, last);
    if (!reason) return c;
    const { directedByMicrosoft: _, documentedByMicrosoft: __, reference: ___, ...change } = c.change;
    return { ...c, change: { ...change, ...reason } };
  });
}

/** One change told twice ("we changed the memory … done yesterday in Hyper-V") stays one. */
function distinct(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const c of changes) {
    const same = kept.find(
      (k) =>
        k.change.what === c.change.what &&
        (k.change.via === c.change.via || c.change.via === 'unknown' || k.change.via === 'unknown'),
    );
    if (!same) kept.push(c);
    else {
      // The statement that names the interface is the better evidence.
      if (same.change.via === 'unknown' && c.change.via !== 'unknown')
        Object.assign(same, { p: c.p, at: c.at, end: c.end });
      same.change = {
        ...c.change,
        ...same.change,
        via: same.change.via === 'unknown' ? c.change.via : same.change.via,
      };
    }
  }
  return kept;
}

/** "Nobody knows what they did" denies nothing. */
const NOBODY_KNOWS =
  /^\S+(?: one)? (?:here )?(?:knows?|remembers?|can (?:say|tell|remember)|answers?|told|tells|wei(?:ss|ß)|sait|sabe)\b/;

function denials(prose: Prose): Found[] {
  for (const p of prose.passages) {
    for (const m of matchesOf(NOBODY, p.low)) {
      const at = p.start + m.index;
      if (UNSURE.test(p.low) || NOBODY_KNOWS.test(m[0]) || isElsewhere(prose, p, at) || isPlanned(prose, p, at))
        continue;
      const object = prose.low.slice(at, Math.min(p.end, at + m[0].length + 30));
      if (OTHER_THAN_NODES.test(object) && !/\b(?:vms?|nodes?)\b/.test(m[0])) continue;
      return [typed('nodeChange', [], evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.said })];
    }
  }
  return [];
}
