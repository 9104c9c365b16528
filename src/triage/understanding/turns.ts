/**
 * Readings that no single word carries: what a denied twin leaves over, an extension that carries an open-source project, a question
 * about the product itself, a managed component edited by hand. Each moves evidence from one topic to another, in this order.
 */
import type { Turn } from './turn.ts';
import * as asked from './turns-asked.ts';
import * as foreign from './turns-foreign.ts';
import * as managed from './turns-managed.ts';
import * as own from './turns-own.ts';

const TURNS: readonly ((turn: Turn) => void)[] = [
  asked.whatIsAsked,
  asked.noSupportRequest,
  managed.failingOperation,
  foreign.closedSource,
  foreign.paidOrOpen,
  foreign.scannerFindings,
  foreign.openSource,
  foreign.exonerated,
  foreign.severalVictims,
  foreign.twins,
  foreign.addonsAndNamespaces,
  managed.stages,
  managed.documentedSample,
  managed.editedByHand,
  managed.daemonSets,
  managed.nodeLabels,
  foreign.otherProducts,
  foreign.translation,
  managed.ownWorkload,
  managed.networkParts,
  managed.failsBesideWarning,
  managed.azureContact,
  managed.hostStory,
  managed.changedFromOutside,
  own.ownFindings,
  own.ownChart,
  own.ownCause,
  own.ownCni,
  own.followedArticle,
  asked.retracted,
];

export function applyTurns(turn: Turn): void {
  for (const apply of TURNS) apply(turn);
}
