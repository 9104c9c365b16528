/**
 * Which ways out are offered, in which order, and why. The portal works for everybody; commands and the API need a role and a
 * plan; GitHub is for what others can reproduce. What is not ours goes to its right place instead.
 */
import type { TicketData } from '../../knowledge/schema.ts';
import type { TriageRecord } from '../model/record.ts';
import type { Draft, Exit, ExitKind } from '../model/ticket.ts';
import { verdictWords } from './description.ts';
import { apiExit } from './exits/api.ts';
import { azExit } from './exits/az.ts';
import { githubExit } from './exits/github.ts';
import { portalExit } from './exits/portal.ts';
import { powershellExit } from './exits/powershell.ts';
import { textExit } from './exits/text.ts';
import { says } from './severity.ts';

/** What is known of the person's means; `unknown` is a value. */
export type Circumstances = {
  /** An id of tickets.yaml `plans`. */
  plan?: string;
  role?: 'contributor' | 'none' | 'unknown';
  /** Whether the bot itself may send tickets. */
  apiConfigured?: boolean;
};

export type Offer = { kind: ExitKind; why: string };
export type Exits = { exits: Exit[]; withheld: Offer[] };

type Case = { draft: Draft; record: TriageRecord; data: TicketData; circumstances?: Circumstances };

/** Every way out that makes sense, ready to copy, best first; `kinds` narrows them. */
export function exitsFor(given: Case, kinds?: readonly ExitKind[]): Exits {
  const { offered, withheld } = orderOf(given);
  const wanted = offered.filter(({ kind }) => !kinds || kinds.includes(kind));
  return {
    exits: wanted.map((offer) => honest(built(offer, given), given)),
    withheld: withheld.filter(({ kind }) => !kinds || kinds.includes(kind)),
  };
}

function built({ kind, why }: Offer, { draft, record, data }: Case): Exit {
  switch (kind) {
    case 'portal':
      return portalExit(draft, data, why);
    case 'az':
      return azExit(draft, why);
    case 'powershell':
      return powershellExit(draft, why);
    case 'api':
      return apiExit(draft, data, why);
    case 'github':
      return githubExit(draft, { record, data, why });
    case 'text':
      return textExit(draft, { report: record.report, data, why });
  }
}

/** The way back stands before the ticket, and best effort says what it means. */
function honest(exit: Exit, given: Case): Exit {
  const { report } = given.record;
  const first =
    report.eligibility === 'unsupported' || report.eligibility === 'upgrade_first'
      ? report.wayBack.map((line) => `First: ${line}`)
      : [];
  const meaning =
    report.scope === 'best_effort' ? [`What to expect: ${verdictWords(report)}. Ask for help on these terms.`] : [];
  // What is not ours is helped with elsewhere whatever the state of the cluster, so the place leads there.
  if (report.scope === 'out_of_scope') return { ...exit, steps: [...exit.steps, ...first] };
  return { ...exit, steps: [...first, ...meaning, ...planLimit(exit, given), ...exit.steps] };
}

const LEVELS = ['none', 'minimal', 'moderate', 'critical', 'highestcriticalimpact'];

/** A plan has a highest severity; above it Microsoft refuses or lowers the ticket. */
function planLimit({ kind }: Exit, { draft, data, circumstances }: Case): string[] {
  const plan = data.plans.find(({ id }) => id === circumstances?.plan);
  if (!plan || kind === 'github' || plan.severityMax === 'none') return [];
  if (LEVELS.indexOf(draft.severity) <= LEVELS.indexOf(plan.severityMax)) return [];
  return [`The plan ${plan.name} allows severity ${data.severityNames[plan.severityMax]} at most: lower it.`];
}

/** The order with its reasons, and what is held back with the reason for that. */
export function orderOf(given: Case): {
  offered: Offer[];
  withheld: Offer[];
} {
  const { draft, data, circumstances = {} } = given;
  const { report } = given.record;
  if (report.scope === 'not_a_support_request')
    return elsewhere('This is no support case, so it goes to the place named here instead of a ticket.');
  if (!draft.serviceId) {
    return elsewhere(
      'Microsoft support of this product does not cover it, so the text goes to the vendor, project or team named here.',
    );
  }
  const plan = data.plans.find(({ id }) => id === circumstances.plan);
  const urgent = draft.severity === 'critical' || draft.severity === 'highestcriticalimpact';
  const barred = barrier(plan, circumstances.role);
  const programs: Offer[] = [
    { kind: 'az', why: 'Makes the ticket in one command, where your plan is Professional Direct or higher.' },
    { kind: 'powershell', why: 'The same for Azure PowerShell.' },
    { kind: 'api', why: 'The same for your own programs.' },
  ];
  const ready = !barred && circumstances.apiConfigured === true && draft.missing.length === 0 && !urgent;
  const github = githubBarrier(given, urgent);
  const portal: Offer = { kind: 'portal', why: portalReason(plan?.id, urgent) };
  const first: Offer[] = ready
    ? [
        { kind: 'api', why: 'Nothing is left to fill in and I may send it for you; you confirm before it goes.' },
        portal,
      ]
    : [portal];
  return {
    offered: [
      ...first,
      ...(barred ? [] : programs.filter(({ kind }) => !ready || kind !== 'api')),
      { kind: 'text', why: 'For a mail, a hand-over or a ticket tool of your own.' },
      ...(github
        ? []
        : [
            {
              kind: 'github' as const,
              why: 'Only if others can reproduce it outside your cluster: best effort, public, no promise of an answer.',
            },
          ]),
    ],
    withheld: [
      ...(barred ? programs.map(({ kind }) => ({ kind, why: barred })) : []),
      ...(github ? [{ kind: 'github' as const, why: github }] : []),
    ],
  };
}

const elsewhere = (why: string): { offered: Offer[]; withheld: Offer[] } => ({
  offered: [{ kind: 'text', why }],
  withheld: (['portal', 'az', 'powershell', 'api', 'github'] as const).map((kind) => ({ kind, why })),
});

/** Why commands and the API cannot work for this person, or undefined. */
function barrier(plan: TicketData['plans'][number] | undefined, role: Circumstances['role']): string | undefined {
  if (plan && !plan.api)
    return `The plan ${plan.name} makes tickets in the portal only; commands and the API need Professional Direct, Premier or Unified.`;
  if (role === 'none') return 'Commands and the API need the role Support Request Contributor on the subscription.';
  return undefined;
}

function portalReason(planId: string | undefined, urgent: boolean): string {
  if (planId === 'basic') return 'The Basic plan has no technical support: the portal first offers to buy a plan.';
  if (urgent)
    return 'Severity A: the portal shows at once whether your plan has it, and your consent to diagnostics takes effect there.';
  return 'Works with every support plan, and consent to diagnostics takes effect there.';
}

function githubBarrier({ draft, record: { report, messages }, data }: Case, urgent: boolean): string | undefined {
  if (report.component === 'other_product') return 'The repository is for this product only.';
  const words = messages.join('\n').toLowerCase();
  const told = draft.severity !== 'minimal' && data.github.heldBackBy.some((word) => says(words, word));
  if (urgent || told) return 'Urgent and production cases are closed on GitHub and sent to Azure support.';
  if (report.component === 'arc_billing')
    return 'Billing needs data of your subscription, which nobody may ask for in public.';
  return undefined;
}
