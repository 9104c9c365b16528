/** Verdicts against those of a careful reader of the policy. */
import type { Report } from '../../model/report.ts';
import { type Share, share, shown, Tally, table } from './figures.ts';
import type { Expect, TriageRow } from './rows.ts';

export type Judged = {
  id: string;
  /** Scope, limit and eligibility are all right. */
  right: boolean;
  scope: boolean;
  /** Support promised to a cluster that has none, or a covered topic turned away. */
  dangerous: string | null;
  rules: boolean;
  component: boolean;
  said: string;
  expected: string;
  confidence: number;
};

export function judge(id: string, report: Report, expect: Expect): Judged {
  const scope = report.scope === expect.scope;
  const limit = report.scopeLimit === expect.scopeLimit;
  const components = [expect.component].flat();
  return {
    id,
    right: scope && limit && report.eligibility === expect.eligibility,
    scope,
    dangerous: danger(report, expect),
    rules:
      (expect.rules.length === 0 || expect.rules.some((rule) => report.rules.includes(rule))) &&
      !(expect.rulesNot ?? []).some((rule) => report.rules.includes(rule)),
    component: components.includes(report.component),
    said: `${report.scope}${report.scopeLimit ? `/${report.scopeLimit}` : ''} ${report.eligibility} ${report.component} [${report.rules.join(' ')}]`,
    expected: `${expect.scope}${expect.scopeLimit ? `/${expect.scopeLimit}` : ''} ${expect.eligibility} ${components.join('|')} [${expect.rules.join(' ')}]${expect.rulesNot ? ` not [${expect.rulesNot.join(' ')}]` : ''}`,
    confidence: report.confidence,
  };
}

const SUPPORTED = ['in_scope', 'best_effort'];
const TURNED_AWAY = ['out_of_scope', 'not_a_support_request'];

function danger(report: Report, expect: Expect): string | null {
  const gated = expect.eligibility === 'unsupported' || expect.eligibility === 'upgrade_first';
  if (gated && report.eligibility === 'eligible') return 'promised support to a cluster that has none';
  if (expect.eligibility === 'eligible' && report.eligibility === 'unsupported')
    return 'called an eligible cluster unsupported';
  if (SUPPORTED.includes(expect.scope) && TURNED_AWAY.includes(report.scope)) return 'turned a covered topic away';
  if (expect.scope === 'out_of_scope' && report.scope === 'in_scope') return 'promised support for an excluded topic';
  return null;
}

export type VerdictFigures = {
  right: Share;
  scope: Share;
  eligibility: Share;
  rules: Share;
  component: Share;
  dangerous: Share;
  cited: Share;
  byClass: Tally;
  calibration: { from: number; to: number; said: number; right: Share }[];
  confusions: [string, number][];
  failures: Judged[];
};

const CALIBRATION_BANDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0001];

export function evalVerdicts(rows: TriageRow[], triage: (row: TriageRow) => Report): VerdictFigures {
  const judged: Judged[] = [];
  const byClass = new Tally();
  const confusions = new Map<string, number>();
  let eligibility = 0;
  let cited = 0;
  for (const row of rows) {
    const report = triage(row);
    const one = judge(row.id, report, row.expect);
    judged.push(one);
    byClass.add(`${row.expect.scope} · ${row.expect.eligibility}`, one.right);
    if (report.eligibility === row.expect.eligibility) eligibility += 1;
    if (report.rules.every((rule) => report.citations.some((citation) => citation.rule === rule))) cited += 1;
    if (!one.scope) count(confusions, `scope ${row.expect.scope} read as ${report.scope}`);
    if (report.eligibility !== row.expect.eligibility)
      count(confusions, `eligibility ${row.expect.eligibility} read as ${report.eligibility}`);
  }
  const of = judged.length;
  const countOf = (test: (one: Judged) => boolean) => share(judged.filter(test).length, of);
  return {
    right: countOf((one) => one.right),
    scope: countOf((one) => one.scope),
    eligibility: share(eligibility, of),
    rules: countOf((one) => one.rules),
    component: countOf((one) => one.component),
    dangerous: countOf((one) => one.dangerous !== null),
    cited: share(cited, of),
    byClass,
    calibration: calibration(judged),
    confusions: [...confusions].sort((a, b) => b[1] - a[1]),
    failures: judged.filter((one) => !(one.right && one.rules && one.component)),
  };
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

function calibration(judged: Judged[]): VerdictFigures['calibration'] {
  return CALIBRATION_BANDS.slice(0, -1).flatMap((from, at) => {
    const to = CALIBRATION_BANDS[at + 1] ?? 1;
    const band = judged.filter((one) => one.confidence >= from && one.confidence < to);
    if (band.length === 0) return [];
    const said = band.reduce((sum, one) => sum + one.confidence, 0) / band.length;
    return [{ from, to: Math.min(to, 1), said, right: share(band.filter((one) => one.scope).length, band.length) }];
  });
}

export function printVerdicts(figures: VerdictFigures): string {
  return [
    `Verdicts, scope, limit and eligibility all right: ${shown(figures.right)}`,
    table(
      ['', 'share'],
      [
        ['scope right', shown(figures.scope)],
        ['eligibility right', shown(figures.eligibility)],
        ['a right rule cited, no wrong one', shown(figures.rules)],
        ['component right', shown(figures.component)],
        ['every rule has its citation', shown(figures.cited)],
        ['dangerous', shown(figures.dangerous)],
      ],
    ),
    '',
    table(
      ['class', 'right'],
      figures.byClass.entries().map(([name, value]) => [name, shown(value)]),
    ),
    '',
    'Calibration: said confidence against the share of right scopes',
    table(
      ['band', 'said', 'right'],
      figures.calibration.map((band) => [
        `${band.from.toFixed(2)}–${band.to.toFixed(2)}`,
        band.said.toFixed(2),
        shown(band.right),
      ]),
    ),
    ...(figures.confusions.length > 0
      ? ['', 'Confusions', ...figures.confusions.map(([what, times]) => `  ${times} × ${what}`)]
      : []),
    ...(figures.failures.length > 0
      ? [
          '',
          'Not as expected',
          ...figures.failures.map(
            (one) =>
              `  ${one.id}${one.dangerous ? ` DANGEROUS (${one.dangerous})` : ''}\n    said     ${one.said}\n    expected ${one.expected}`,
          ),
        ]
      : []),
  ].join('\n');
}
