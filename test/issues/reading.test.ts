import { describe, expect, it } from 'vitest';
import { duplicateOf, fixedIn, kindOf, relatedIn, resolutionOf } from '../../src/issues/reading.ts';
import { merged, signaturesOf } from '../../src/issues/text-of.ts';
import { fromLine, ImportLine, toLine } from '../../src/issues/tracker-issue.ts';
import { versionNote } from '../../src/issues/versions.ts';
import { anIssue } from '../support/issues.ts';

describe('how a ticket ended', () => {
  const closed = (comments: string[], more = {}) => resolutionOf(anIssue({ state: 'closed', comments, ...more }));
  it.each([
    ['open', resolutionOf(anIssue()), 'open'],
    ['for inactivity', closed(['This issue is stale because it has been open 60 days with no activity.']), 'stale'],
    ['by a label', closed([], { labels: ['status/stale'] }), 'stale'],
    ['fixed', closed(['This is fixed in the May release.']), 'fixed'],
    ['by design', closed(['Works as designed.']), 'by_design'],
    ['not planned', closed([], { stateReason: 'not_planned' }), 'by_design'],
    ['without a word', closed(['ok']), 'unknown'],
    [
      'early talk of a fix is no fix',
      closed(['Is it fixed in 1.0.10?', 'a', 'b', 'c', 'still broken', 'closing']),
      'unknown',
    ],
  ])('%s', (_name, read, expected) => expect(read).toBe(expected));

  it('reads the release that has the fix, the newest word first', () => {
    expect(fixedIn(['Fixed in 1.0.9.10413', 'No, it is fixed in 1.0.10.10513 only'])).toBe('1.0.10.10513');
    expect(fixedIn(['available in the May 2022 release'])).toBe('May 2022');
    expect(fixedIn(['no idea'])).toBeNull();
  });

  it('reads whose duplicate it is, but not a guess or itself', () => {
    expect(duplicateOf(9, { body: '', comments: ['Duplicate of #5'] })).toBe(5);
    expect(duplicateOf(9, { body: 'duplicate of https://github.com/Azure/aksArc/issues/7', comments: [] })).toBe(7);
    expect(duplicateOf(9, { body: '', comments: ['maybe a duplicate of #5'] })).toBeNull();
    expect(duplicateOf(5, { body: 'duplicate of #5', comments: [] })).toBeNull();
  });

  it('reads kinds from labels, else from the title', () => {
    expect(kindOf('x', ['bug', 'known-issue'])).toBe('known-issue');
    expect(kindOf('[Feature request] more nodes', [])).toBe('feature');
    expect(kindOf('Node down', [])).toBe('bug');
  });

  it('reads numbers that are mentioned', () => expect(relatedIn(3, 'see #4, (#5) and #3, not a#6')).toEqual([4, 5]));
});

describe('signaturesOf', () => {
  it('takes output and quotations, not the person’s own prose', () => {
    const signatures = signaturesOf(
      'Creating fails',
      'It fails badly when I try.\n```\nError: no widget left in drawer 17\n```\nand `frobnicate: cannot open the quux valve`',
    );
    expect(signatures).toEqual(['no widget left in drawer', 'frobnicate cannot open the quux valve']);
  });
});

describe('versionNote', () => {
  const at = (fixedIn: string | null, versions: object, aksRelease: string[] = []) =>
    versionNote({ fixedIn, affects: { aksRelease, kubernetes: ['v1.21.2'], hostOs: [], module: [] } }, versions);
  it.each([
    [
      'before the fix',
      at('1.0.10.10513', { aksRelease: '1.0.8.10223' }),
      'Fixed in 1.0.10.10513; you run 1.0.8.10223.',
    ],
    [
      'past it',
      at('1.0.2.10723', { aksRelease: '1.0.10.10513' }),
      'You run 1.0.10.10513, which is past the fix (1.0.2.10723).',
    ],
    [
      'at it',
      at('1.0.10.10513', { aksRelease: '1.0.10.10513' }),
      'You run 1.0.10.10513, which is past the fix (1.0.10.10513).',
    ],
    [
      'a later one is meant',
      at('later than 1.0.2.10723', { aksRelease: '1.0.2.10723' }),
      'Fixed in later than 1.0.2.10723; you run 1.0.2.10723.',
    ],
    [
      'a month against a build',
      at('May 2022', { aksRelease: '1.0.8.10223' }),
      'Fixed in May 2022; you run 1.0.8.10223.',
    ],
    ['a train', at('2507', { azureLocal: '2506' }), 'Fixed in 2507; you run 2506.'],
    ['a module is no build', at('module 1.1.11', { aksRelease: '1.0.8.10223' }), null],
    ['an unknown build against a month', at('May 2022', { aksRelease: '1.0.99.1' }), null],
    [
      'reported on the same build',
      at(null, { aksRelease: '1.0.9.10413' }, ['1.0.9.10413']),
      'Reported on your build, 1.0.9.10413.',
    ],
    [
      'reported up to a build',
      at(null, { aksRelease: '1.0.9.10413' }, ['1.0.8.10223 and older']),
      'Reported up to 1.0.8.10223; you run the newer 1.0.9.10413.',
    ],
    ['a Kubernetes minor', at(null, { kubernetes: '1.21.5' }), 'Reported on Kubernetes v1.21.2; you run 1.21.5.'],
    ['a minor is not another that starts alike', at(null, { kubernetes: '1.2.0' }), null],
    ['nothing known', at('May 2022', {}), null],
  ])('%s', (_name, note, expected) => expect(note).toBe(expected));
});

describe('import lines', () => {
  it('come back as they went', () => {
    const line = ImportLine.parse({
      number: 4,
      title: 'T',
      body: 'B',
      labels: ['bug'],
      comments: ['one', 'two'],
      opened: '2025-01-01',
    });
    const issue = fromLine(line, 'contoso/tracker', undefined, '2026-11-20');
    expect(toLine(issue)).toMatchObject({
      repo: 'contoso/tracker',
      number: 4,
      title: 'T',
      body: 'B',
      labels: ['bug'],
      comments: ['one', 'two'],
    });
  });
  it('take nothing away from what is stored', () => {
    const known = anIssue({ number: 4, comments: ['old'], commentIds: [7], updated: '2026-01-01T00:00:00Z' });
    expect(
      fromLine(
        ImportLine.parse({ number: 4, title: 'T', updated: '2025-01-01' }),
        'contoso/tracker',
        known,
        '2026-11-20',
      ),
    ).toBe(known);
    expect(
      fromLine(ImportLine.parse({ number: 4, title: 'T', comments: ['new'] }), 'contoso/tracker', known, '2026-11-20')
        .comments,
    ).toEqual(['old', 'new']);
  });
});

describe('merged', () => {
  it('keeps the tracker’s words and the curated knowledge', () => {
    const curated = anIssue({
      source: 'shipped',
      title: 'Ours',
      body: 'Our words',
      workaround: 'Do this',
      kind: 'known-issue',
      resolution: 'workaround',
      signatures: ['a b c'],
    });
    const tracker = anIssue({ title: 'Theirs', comments: ['c'], resolution: 'unknown' });
    expect(merged(tracker, curated)).toMatchObject({
      title: 'Theirs',
      comments: ['c'],
      workaround: 'Do this',
      kind: 'known-issue',
      resolution: 'workaround',
      signatures: ['a b c'],
      said: ['Ours', 'Our words'],
    });
  });
});
