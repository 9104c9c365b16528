/** What of an issue is indexed, and how curated knowledge and the tracker's own text of one issue become one. */
import type { StoredIssue } from '../model/known-issue.ts';
import { sections } from '../text/sections.ts';
import { errorSignatures } from '../text/signatures.ts';
import type { FieldText } from './terms.ts';

/** Comments that carry a cause or a workaround come early or late; the middle is "same here". */
const COMMENTS_FIRST = 4;
const COMMENTS_LAST = 4;
const COMMENT_LENGTH_MAX = 2_000;

/** Title, prose and output of an issue. What people say, cause and comments are prose; error texts and names count as output. */
export function fieldsOf(issue: StoredIssue): FieldText {
  const { comments } = issue;
  const told =
    comments.length > COMMENTS_FIRST + COMMENTS_LAST
      ? [...comments.slice(0, COMMENTS_FIRST), ...comments.slice(-COMMENTS_LAST)]
      : comments;
  return {
    title: issue.title,
    body: [
      issue.body,
      ...(issue.said ?? []),
      issue.cause ?? '',
      ...told.map((text) => text.slice(0, COMMENT_LENGTH_MAX)),
    ]
      .filter((text) => text !== '')
      .join('\n\n'),
    code: [...(issue.source === 'github' ? [] : issue.signatures), ...(issue.marks ?? [])].join('\n'),
  };
}

/** Signatures of an issue text: errors in its output, its inline code and its quotations, and never in its own prose. */
export function signaturesOf(title: string, body: string): string[] {
  const { prose, code } = sections(`${title}\n\n${body}`);
  const quoted = [...prose.matchAll(/`([^`\n]{12,300})`|"([^"\n]{20,300})"/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return errorSignatures([code, ...quoted].join('\n'));
}

/** The tracker's newest text with what the project knows about the issue: signatures, cause, workaround, other words. */
export function merged(tracker: StoredIssue, curated: StoredIssue): StoredIssue {
  return {
    ...tracker,
    kind: curated.kind,
    signatures: [...new Set([...curated.signatures, ...tracker.signatures])],
    cause: tracker.cause ?? curated.cause,
    workaround: tracker.workaround ?? curated.workaround,
    fixedIn: tracker.fixedIn ?? curated.fixedIn,
    affects: curated.affects,
    related: [...new Set([...curated.related, ...tracker.related])],
    duplicateOf: tracker.duplicateOf ?? curated.duplicateOf,
    resolution: tracker.resolution === 'unknown' ? curated.resolution : tracker.resolution,
    marks: curated.marks,
    said: [curated.title, curated.body, ...(curated.said ?? [])],
    needs: curated.needs,
    risk: curated.risk,
  };
}
