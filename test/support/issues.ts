import type { StoredIssue } from '../../src/model/known-issue.ts';

/** A tracker issue with nothing special about it. */
export const anIssue = (change: Partial<StoredIssue> = {}): StoredIssue => ({
  repo: 'contoso/tracker',
  number: 1,
  url: `https://github.com/contoso/tracker/issues/${change.number ?? 1}`,
  title: 'Something is wrong',
  body: '',
  comments: [],
  state: 'open',
  stateReason: null,
  labels: [],
  kind: 'bug',
  opened: null,
  closed: null,
  updated: null,
  signatures: [],
  cause: null,
  workaround: null,
  affects: { aksRelease: [], kubernetes: [], hostOs: [], module: [] },
  fixedIn: null,
  related: [],
  duplicateOf: null,
  resolution: 'open',
  source: 'github',
  asOf: '2026-11-20',
  ...change,
});
