/** A power cycle of a node's VM that an article of Microsoft's asks for: a change, and a covered one. */
import type { NodeChange } from '../../model/facts.ts';
import type { Passage } from '../document.ts';
import type { Prose } from '../stance.ts';
import { isDone } from './node-change-done.ts';
import { reasonOf } from './node-change-reason.ts';

const VM = '(?:vms?|virtual machines?|moc-\\w+)';
const OFF_AND_ON = new RegExp(
  `\\b(?:turn|switch|power)(?:ed)? (?:off )?(?:[\\w-]+ ){0,4}${VM}\\b[^.;]{0,30}\\bon\\b(?! (?:the|our|a) )|\\b(?:restart|reset|reboot)(?:ed)? (?:[\\w-]+ ){0,4}${VM}\\b`,
);
const HYPER_V = /\bhyper-?v\b|\bfailover cluster manager\b/;
/** The guide's words are no deed: somebody followed them, or tells it as done. */
const CARRIED_OUT = /\b(?:followed|following|turned|switched|powered|restarted|rebooted|did)\b/;

export function poweredByGuide(
  prose: Prose,
  p: Passage,
): { change: NodeChange; p: Passage; at: number; end: number } | undefined {
  const m = HYPER_V.test(p.low) && !p.isQuestion && CARRIED_OUT.test(p.low) ? OFF_AND_ON.exec(p.low) : null;
  if (!m) return undefined;
  const at = p.start + m.index;
  const reason = reasonOf(prose, p);
  if (!reason.documentedByMicrosoft || !isDone(prose, p, at)) return undefined;
  return { change: { via: 'hyperv-api', what: 'other', ...reason }, p, at, end: at + m[0].length };
}
