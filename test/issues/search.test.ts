import { describe, expect, it } from 'vitest';
import { passages } from '../../src/issues/passages.ts';
import { queryOf } from '../../src/issues/query.ts';
import { riskOf } from '../../src/issues/risks.ts';
import { IssueIndex } from '../../src/issues/search.ts';
import { checks, risks, shippedIssues, synonyms } from '../../src/issues/shipped.ts';
import { confidenceAfter, VOUCHED_MIN } from '../../src/issues/threshold.ts';
import type { IssueQuery } from '../../src/model/known-issue.ts';
import { isTelling, signatureWords } from '../../src/text/signatures.ts';
import { anIssue } from '../support/issues.ts';

const index = IssueIndex.build(shippedIssues(), { today: '2026-11-20' });
const ask = (text: string, more: Partial<IssueQuery> = {}) => index.search({ ...queryOf(text), ...more });
const ids = (issues: { number: number | string }[]) => issues.map(({ number }) => number);

describe('the exact tier', () => {
  it('finds every shipped error by its text, whatever stands around it', () => {
    for (const issue of shippedIssues()) {
      if (issue.kind === 'feature' || issue.kind === 'announcement') continue;
      for (const error of issue.signatures) {
        const beside = issue.needs?.[error]?.[0] ?? '';
        const text = `hello\n2026-11-20T10:00:00Z ERROR ${error.replace(/<[^>]*>|\.\.\./g, ' xyz ')}\n${beside}`;
        const found = ids(index.search({ summary: '', details: text, limit: 50 }).exact);
        // More issues than are shown may carry a general error; then it is enough that it is found.
        if (found.length < 6) expect(found, `${issue.number}: ${error}`).toContain(issue.number);
        else expect(found.length).toBeGreaterThan(0);
      }
    }
  });

  it('takes other paths, numbers and names for the same error', () => {
    expect(ids(ask('failed to patch capi: action failed after 7 attempts: context deadline exceeded').exact)).toContain(
      154,
    );
    expect(ids(ask('A release with version 1.0.4.10928 was NOT FOUND').exact)).toContain('WLC-03');
    expect(ids(ask('open C:\\Users\\alex\\.kube\\config: The system cannot find the path specified').exact)).toContain(
      269,
    );
  });

  it('shows all causes of one error with the check that tells them apart', () => {
    const { exact } = ask(
      "New-AksHciCluster: OutOfCapacity, Location 'MocLocation' doesn't expose any nodes to create VNIC",
    );
    expect(ids(exact)).toEqual(expect.arrayContaining([171, 33, 365, 'UPG-10']));
    for (const { check } of exact) expect(check).toMatch(/wssdagent/);
  });

  it('does not take a general error alone for the special case', () => {
    expect(ask('my helm chart: timed out waiting for the condition').exact).toEqual([]);
    expect(ids(ask('Enable-AksHciArcConnection: timed out waiting for the condition, arc').exact)).toContain('ARC-03');
    expect(ask('pull from harbor: x509: certificate signed by unknown authority').exact).toEqual([]);
  });

  it('takes no word inside another for the word that must stand beside', () => {
    expect(ids(ask('search: Timed out waiting for the condition').exact)).not.toContain('ARC-03');
  });
});

describe('the similar tier', () => {
  it('says what matched, and where it comes from', () => {
    const { similar } = ask('hosts were rebooted one after another and now some vms have no network adapter');
    expect(similar[0]).toMatchObject({ number: 184, repo: 'Azure/aksArc', source: 'shipped', asOf: '2026-11-20' });
    expect(similar[0]?.why).toMatch(/rebooted|adapter/);
  });

  it.each([
    'my rabbitmq operator cannot join its peers after the helm upgrade',
    'how do I write a network policy for my shop namespace',
    'what is the price per core',
    'good morning',
    'Portworx volume is unattached after the node drain',
  ])('links nothing to: %s', (text) => {
    expect(ask(text)).toEqual({ exact: [], similar: [] });
  });

  it('offers no wish as the answer to a problem, but to a wish', () => {
    const wishes = new Set(
      shippedIssues()
        .filter(({ kind }) => kind === 'feature' || kind === 'announcement')
        .map(({ number }) => number),
    );
    const problem = ask('creating a cluster fails, pod cidr and service cidr overlap with our network');
    expect(ids([...problem.exact, ...problem.similar]).filter((id) => wishes.has(id as number))).toEqual([]);
    expect(ids(ask('can we choose the pod cidr and service cidr ourselves at creation').similar)).toContain(225);
  });

  it('keeps to the repositories that are asked for, and to the limit', () => {
    const text = 'Install-AksHci waits for pod cloud operator, image pull fails';
    const only = ask(text, { repos: ['azure/AKSARC'] });
    expect(new Set([...only.exact, ...only.similar].map(({ repo }) => repo))).toEqual(new Set(['Azure/aksArc']));
    expect(ask(text, { limit: 2 }).similar.length).toBeLessThanOrEqual(2);
  });

  it('answers strange input without a fault', () => {
    for (const text of ['', ' ', '\u0000', '💥'.repeat(50), 'a'.repeat(200_000), '((((((('.repeat(2_000), '\ud800']) {
      expect(ask(text)).toEqual({ exact: [], similar: [] });
    }
  });
});

describe('links beside a verdict', () => {
  const beside = (text: string) => index.search({ ...queryOf(text), isProblem: true, eachVouched: true });
  const told = 'hosts were rebooted one after another and now some vms have no network adapter';
  const around = [
    'We run AKS on Windows Server 2022 in two plants.',
    'The install was done by a partner two years ago, with static addresses and a proxy.',
    'Our firewall list is complete, the certificate of the gateway is new and storage has space.',
    'Please call us before noon; the upgrade of the other cluster waits for your answer.',
  ];

  it('finds the known issue that one passage of a long message tells of', () => {
    const { similar } = beside([...around.slice(0, 2), `${told}.`, ...around.slice(2)].join(' '));
    expect(similar[0]).toMatchObject({ number: 184 });
  });

  it('links nothing for words that a message has here and there, as a search would', () => {
    const text =
      'our apps reach neither the vault nor the registry from inside the cluster, from the physical host it works. ' +
      'The firewall team says that everything on the list is open. How do we find which endpoint is missing?';
    expect(ask(text, { isProblem: true }).similar.length).toBeGreaterThan(0);
    expect(beside(text).similar).toEqual([]);
  });

  it('lets no neighbour of the best through that says too little itself', () => {
    const text =
      'Our two plants run AKS on Windows Server 2022 hosts in a failover cluster. The nodes were restarted in May, the last ' +
      'update was in June. A partner has configured the VLAN of the machines.';
    const free = ask(text, { isProblem: true }).similar;
    const each = beside(text).similar;
    expect(ids(free)).not.toEqual(ids(each));
    for (const { score } of each) expect(score).toBeGreaterThanOrEqual(VOUCHED_MIN);
  });

  it('takes where a problem runs for no part of it', () => {
    const text = 'etcdserver: request timed out on AKS Arc 1.33.5, Azure Local 2607';
    expect(ids(ask(text, { isProblem: true }).similar)).toContain(404);
    expect(beside(text).similar).toEqual([]);
  });

  it('counts ages from the day that is asked for, so that a report comes out the same later', () => {
    const late = IssueIndex.build(shippedIssues(), { today: '2031-01-01' });
    const query = { ...queryOf(told), eachVouched: true, today: '2026-11-20' };
    expect(late.search(query)).toEqual(index.search(query));
  });
});

describe('a tracker of a few issues', () => {
  it('is found by the words that are rare elsewhere', () => {
    const own = IssueIndex.build([
      ...shippedIssues(),
      anIssue({ number: 9001, title: 'Purple zebra error', body: 'Stripes cannot be painted on the node.' }),
    ]);
    expect(ids(own.search(queryOf('zebra error: stripes cannot be painted')).similar)).toContain(9001);
    expect(ids(own.search(queryOf('the node is in error')).similar)).not.toContain(9001);
  });
});

describe('passages', () => {
  it('puts short sentences and lines together and cuts long ones, none beyond the limit', () => {
    const found = passages(`One two three. Four five!\n\n${'word '.repeat(70)}\nend`);
    expect(found[0]).toBe('One two three. Four five!');
    expect(found.at(-1)).toMatch(/word end$/);
    for (const passage of found) expect(passage.split(' ').length).toBeLessThanOrEqual(28);
  });

  it('is nothing for nothing, and no more than a few for a log', () => {
    expect(passages(' \n ')).toEqual([]);
    expect(passages('a line of a log with more words\n'.repeat(5_000)).length).toBeLessThanOrEqual(12);
  });

  it('asks more of one passage among many', () => {
    expect(confidenceAfter(0.58, 1)).toBeCloseTo(0.58);
    expect(confidenceAfter(0.58, 12)).toBeGreaterThan(confidenceAfter(0.58, 2));
    expect(confidenceAfter(0, 5)).toBe(0);
  });
});

describe('what is shown', () => {
  it('compares with the versions of the person', () => {
    const run = (aksRelease: string) =>
      ask('too many secrets after 1.0.1.10628, the upgrade from june to july 2021 fails', {
        versions: { aksRelease },
      });
    const note = (release: string) => run(release).similar.find(({ number }) => number === 'UPG-16')?.versionNote;
    expect(note('1.0.1.10628')).toBe('Fixed in 1.0.2.10723 improved; you run 1.0.1.10628.');
    expect(note('1.0.10.10513')).toMatch(/past the fix/);
  });

  it('folds a duplicate under the report that stands for all', () => {
    const own = IssueIndex.build(
      [
        anIssue({
          number: 5,
          title: 'Frobnicator explodes on start',
          body: 'The quux frobnicator explodes with smoke.',
        }),
        anIssue({ number: 9, title: 'Quux frobnicator explodes again with smoke', duplicateOf: 5 }),
        anIssue({ number: 10, title: 'Unrelated lamp flickers' }),
      ],
      { confidenceMin: 0 },
    );
    const { similar } = own.search(queryOf('quux frobnicator explodes with smoke'));
    expect(ids(similar)).toEqual([5]);
    // The report of the duplicate reads nearer, so it is the one that was folded.
    expect(own.search(queryOf('quux frobnicator explodes again')).similar[0]).toMatchObject({
      number: 5,
      duplicates: [9],
    });
  });

  it('lets the tracker’s own record stand, completed by what ships', () => {
    const own = IssueIndex.build([
      ...shippedIssues(),
      anIssue({
        repo: 'azure/aksarc',
        number: 365,
        title: 'MocLocation has no nodes (edited)',
        state: 'closed',
        resolution: 'fixed',
        updated: '2026-01-01T00:00:00Z',
      }),
    ]);
    const [first] = own.search({ summary: '', details: "Location 'MocLocation' doesn't expose any nodes" }).exact;
    expect(first).toMatchObject({
      number: 365,
      title: 'MocLocation has no nodes (edited)',
      state: 'closed',
      workaround: 'Run Repair-Moc.',
    });
    expect(own.size).toBe(shippedIssues().length);
  });
});

describe('the shipped knowledge', () => {
  it('is whole: 179 documented issues and 157 of the tracker, each once', () => {
    const shipped = shippedIssues();
    expect(shipped.filter(({ source }) => source === 'documented')).toHaveLength(179);
    expect(shipped.filter(({ source }) => source === 'shipped')).toHaveLength(157);
    expect(new Set(shipped.map(({ repo, number }) => `${repo}#${number}`)).size).toBe(336);
  });

  it('asserts nothing on a single everyday word', () => {
    for (const { signatures, needs, number } of shippedIssues()) {
      for (const error of signatures) {
        const words = signatureWords(error).filter((word) => word !== '*');
        if (needs?.[error] === undefined && words.length < 2)
          expect(isTelling(error) || /^(?=.*[A-Z-])[\w-]{9,}$/.test(error), `${number}: ${error}`).toBe(true);
      }
    }
  });

  it('checks name issues that exist', () => {
    const known = new Set(ids(shippedIssues()));
    for (const { of, error } of checks())
      expect(
        of.filter((id) => !known.has(id)),
        error,
      ).toEqual([]);
  });

  it('marks risky steps, and no harmless ones', () => {
    for (const risk of risks()) {
      for (const text of risk.examples.hits) expect(riskOf(text, [risk]), text).toBe(risk.risk);
      for (const text of risk.examples.misses) expect(riskOf(text, [risk]), text).toBeNull();
    }
  });

  it('has each synonym in one group', () => {
    const all = synonyms().flat();
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });
});
