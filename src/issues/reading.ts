/** What an issue's labels, state and words say: its kind, whether it was fixed or merely closed, whose duplicate it is. */

import type { z } from 'zod';
import type { IssueKind, Resolution, StoredIssue } from '../model/known-issue.ts';

type Kind = z.infer<typeof IssueKind>;

const KINDS: [RegExp, Kind][] = [
  [/^known[ -]issue$/i, 'known-issue'],
  [/announcement/i, 'announcement'],
  [/^(?:enhancement|feature(?:[ -]request)?|kind\/feature|roadmap|wish)$/i, 'feature'],
  [/^(?:documentation|docs|kind\/documentation)$/i, 'docs'],
  [/^(?:question|kind\/support|support)$/i, 'question'],
];
const FEATURE_TITLE = /^\s*\[?(?:feature(?: request)?|roadmap|enhancement|proposal|wish)\b[\]:]?/i;

export function kindOf(title: string, labels: readonly string[]): Kind {
  for (const [pattern, kind] of KINDS) if (labels.some((label) => pattern.test(label.trim()))) return kind;
  return FEATURE_TITLE.test(title) ? 'feature' : 'bug';
}

const STALE =
  /\b(?:stale|inactiv\w*|no (?:recent )?activity|lack of (?:activity|response)|no response|hasn'?t (?:been|seen)|automatically (?:been )?(?:closed|locked))\b/i;
const FIXED =
  /\b(?:fix(?:ed)? (?:is |was |has been |will be )?(?:in|by|with|released|available|shipped)|(?:is|was|has been) (?:fixed|resolved)|resolved (?:in|by|with)|released in|available (?:now )?(?:in|with))\b/i;
const BY_DESIGN =
  /\b(?:by design|works as (?:designed|intended)|expected behaviou?r|won'?t fix|wontfix|not planned)\b/i;
const FIXED_IN =
  /\b(?:fixed|resolved|released|available|addressed|shipped|included)(?: now)? (?:in|with|as of|since) (?:the )?(?:version |release |build )?((?:v?\d+(?:\.\d+){1,3})|(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d)|(?:2[2-9](?:0[1-9]|1[0-2])\b))/i;
const DUPLICATE =
  /\b(?:duplicate|dup(?:e|licates)?) of (?:(?:https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/)|#)(\d+)/i;
const HEDGED = /\b(?:not|maybe|may be|might be|possibl[ey]|perhaps|could be|seems? (?:like )?a?)\s+(?:a )?dup/i;
/** The last words of a ticket say how it ended. */
const LAST_COMMENTS = 4;

type Told = Pick<StoredIssue, 'state' | 'stateReason' | 'labels' | 'comments' | 'body'>;

/** Closed is not fixed: a tracker closes for inactivity, by design, as a duplicate. Words decide; without any it is unknown. */
export function resolutionOf({ state, stateReason, labels, comments }: Told): Resolution {
  if (state !== 'closed') return 'open';
  const end = comments.slice(-LAST_COMMENTS).join('\n');
  if (labels.some((label) => /stale|inactive/i.test(label)) || STALE.test(end)) return 'stale';
  if (FIXED.test(end) || labels.some((label) => /^(?:fixed|resolved|released)$/i.test(label))) return 'fixed';
  if (BY_DESIGN.test(end) || labels.some((label) => /wontfix|by[ -]design/i.test(label))) return 'by_design';
  return stateReason === 'not_planned' ? 'by_design' : 'unknown';
}

/** Release that is named as having the fix, as written. */
export function fixedIn(comments: readonly string[]): string | null {
  for (const comment of comments.toReversed()) {
    const named = FIXED_IN.exec(comment)?.[1];
    if (named) return named;
  }
  return null;
}

/** Number of the report that this one repeats, where somebody says so without doubt. */
export function duplicateOf(number: number, { body, comments }: Pick<StoredIssue, 'body' | 'comments'>): number | null {
  for (const text of [...comments.toReversed(), body]) {
    const found = DUPLICATE.exec(text);
    if (found && !HEDGED.test(text)) {
      const master = Number(found[1]);
      if (master !== number) return master;
    }
  }
  return null;
}

/** Numbers of the same tracker that a text mentions. */
export function relatedIn(number: number, text: string): number[] {
  const found = [...text.matchAll(/(?:^|[\s(,])#(\d{1,6})\b/g)].map((match) => Number(match[1]));
  return [...new Set(found)].filter((other) => other !== number).slice(0, 20);
}
