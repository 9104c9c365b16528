/** Replies about running, stopping, changes to nodes and labels, stages and classes. */
import type { FactName, NodeChange } from '../../model/facts.ts';
import type { Clock } from '../found.ts';
import { INTERFACES, WHATS } from '../prose/node-change-words.ts';
import { exactDay, type Time, timesIn } from '../times.ts';
import { type AnswerReader, firstTime, since, yesNo } from './reading.ts';

const RUNS =
  /\b(?:run|runs|running|up|always|on|never (?:stopped|off|down)|since ever|the whole time|lauft|an|tourne|funciona|en marche|not (?:stopped|off)|24\/7)\b/;
const STOPPED =
  /\b(?:stopped|off|shut ?down|switched off|turned off|powered off|still down|aus|gestoppt|ausgeschaltet|arrete\w*|eteint\w*|apagad\w|parad\w)\b/;
const PARTLY = /\b(?:partly|partially|half|some|only (?:the )?(?:workers?|one|two)|teilweise|en partie|parcialmente)\b/;
const OVER = /\b(?:was|were|started|restarted|again|until|till|back|wieder)\b/;

/** "2 of 5 workers"; five of five are all. */
function isPartOf(low: string): boolean {
  const m = /\b(\d{1,3}) ?(?:of|out of|\/|von|sur|de) ?(\d{1,3})\b(?![./-]\d)/.exec(low);
  return m !== null && Number(m[1]) < Number(m[2]) && /\b(?:nodes?|workers?|vms?|off|stopped|down)\b/.test(low);
}

/** Asked whether or since when it was stopped: "no" means it was not. */
function runState(low: string, asked: 'state' | 'since'): AnswerReader {
  return (_low, clock) => {
    const yes = yesNo(low);
    const t = firstTime(low, clock);
    if (PARTLY.test(low) || isPartOf(low)) return { clusterRunState: { value: 'partly' } };
    const isRunning =
      RUNS.test(low) && !STOPPED.test(low.replace(/never (?:stopped|off|down)|not (?:stopped|off)/, ''));
    if (isRunning && !/\bnot running|lauft nicht\b/.test(low)) return { clusterRunState: { value: 'running' } };
    if (yes === false) return { clusterRunState: { value: 'running' } };
    const until = timesIn(low, clock.today).find((x) => x.lead === 'until' && !x.future && x.start > (t?.start ?? 0));
    if (t && until) return overBy(t, until, clock);
    const span = t ? since(t, clock, { day: 'stoppedSince', days: 'stoppedDays' }) : {};
    if (STOPPED.test(low)) return { clusterRunState: { value: OVER.test(low) && !t ? 'running' : 'stopped' }, ...span };
    return asked === 'since' && t ? { clusterRunState: { value: 'stopped' }, ...span } : {};
  };
}

/** "From 1 October to 10 November". */
function overBy(t: Time, until: Time, clock: Clock): ReturnType<AnswerReader> {
  const days = Math.max(0, (t.days ?? t.min ?? 0) - (until.days ?? until.min ?? 0));
  const day = exactDay(t, clock.today);
  return {
    clusterRunState: { value: 'running' },
    ...(day ? { stoppedSince: { value: day } } : {}),
    stoppedDays: { value: t.kind === 'length' ? (t.days ?? 0) : days, approx: t.approx || until.approx },
  };
}

const MANUAL = /\b(?:hand|manual\w*|hyper-?v|scvmm|stop-vm|failover|power button|plug|hart|main|mano)\b/;
const MAINTENANCE = /\b(?:maintenance|wartung|mantenimiento|patching|window)\b/;
const DOCUMENTED =
  /\b(?:document\w*|docs?|official|procedure|script|book|article|guide|learn|proper\w*|dokumentiert|anleitung|stop-(?!vm)\w+|az aksarc)\b/;

const stopMethod: AnswerReader = (low) => {
  if (/\b(?:not|nicht|pas|no) (?:the |by )?(?:documented|official|docs)/.test(low))
    return MANUAL.test(low) ? { stopMethod: { value: 'hyperv-manual' } } : {};
  if (DOCUMENTED.test(low)) return { stopMethod: { value: 'documented' } };
  if (MAINTENANCE.test(low) && !/\b(?:no|not|kein\w*) (?:\w+ )?maintenance/.test(low))
    return { stopMethod: { value: 'maintenance' } };
  return MANUAL.test(low) ? { stopMethod: { value: 'hyperv-manual' } } : {};
};

const allNodes: AnswerReader = (low) => {
  if (
    /\b(?:(?:only|just) (?:the |some |a |one|two|three|half|\d|workers?|linux|windows)|not all|some of|half|nicht alle|pas tous|no todos)\b/.test(
      low,
    )
  )
    return { allNodesDeallocated: { value: false } };
  if (/\b(?:all|every|alle|tous|todos)\b/.test(low)) return { allNodesDeallocated: { value: true } };
  const yes = yesNo(low);
  return yes === undefined ? {} : { allNodesDeallocated: { value: yes } };
};

const CASE = /\b(2\d{12,15}|\d{15,16})\b/;
const MS_SAID =
  /\b(?:(?:your|microsoft|ms|azure) (?:support|engineer|team|colleague)|support|engineer|case|microsoft|ms)\b/;

/** Asked about a change: on whose word it was done is part of the answer. */
const nodeChange: AnswerReader = (low) => {
  const yes = yesNo(low);
  if (/^(?:not by me|not me)\b/.test(low)) return {};
  if (
    yes === false &&
    !/\b(?:but|except|only(?! (?:\w+ )?(?:look|check|read|saw|hosts?|physical|firmware|switch|drivers?|pods?|helm))|aber|ausser|sauf|excepto)\b/.test(
      low,
    )
  ) {
    return /\b(?:support|microsoft|directed|told|instruct)\b/.test(low)
      ? directed(false)
      : { nodeChange: { value: [] } };
  }
  if (/\bonly (?:own |our |some |the )?(?:labels?|tags?)\b/.test(low)) return { nodeChange: { value: [] } };
  if (NOT_MICROSOFT.test(low) || (OWN_WORD.test(low) && !/\b(?:microsoft|ms)\b/.test(low))) return ownChange(low);
  const reference = CASE.exec(low)?.[1];
  if (reference || (MS_SAID.test(low) && !/\b(?:no|not|nobody|without)\b/.test(low))) return directed(true, reference);
  return yes === true && whatIn(low) ? ownChange(low, undefined) : {};
};

const OWN_WORD =
  /\bown (?:idea|initiative|decision|recommendation|account)|\bon (?:his|her|their|our|my) own\b|without (?:asking|telling)|\b(?:partner|consultant|vendor|integrator|provider|contractor|reseller|ourselves|myself|admin|colleague|predecessor)\b/;
const NOT_MICROSOFT = /\bnot (?:by |from )?(?:microsoft|ms|support|you)\b/;
const whatIn = (low: string): NodeChange['what'] | undefined => WHATS.find(([, re]) => re.test(low))?.[0];

/** The question named Hyper-V and its like, so a change that is owned up to went through them unless another way is told. */
function ownChange(low: string, directedByMicrosoft: boolean | undefined = false): ReturnType<AnswerReader> {
  const via = INTERFACES.find(([, re]) => re.test(low))?.[0] ?? 'hyperv-api';
  const change = { via, what: whatIn(low) ?? 'other' };
  return { nodeChange: { value: [directedByMicrosoft === undefined ? change : { ...change, directedByMicrosoft }] } };
}

function directed(value: boolean, reference?: string): ReturnType<AnswerReader> {
  return {
    nodeChange: {
      value: [{ via: 'unknown', what: 'other', directedByMicrosoft: value, ...(reference ? { reference } : {}) }],
    },
  };
}

const metadata: AnswerReader = (low) => {
  if (
    /\b(?:aks|system|microsoft|ms|kubernetes\.io)(?:'s)? (?:own |created )?(?:labels?|ones?|tags?)\b|\b(?:labels?|tags?) (?:of|from|by) (?:aks|the system|microsoft|ms)\b|nodepool-name|\b(?:remov|delet|chang|overwr|clean|wip|stripp|edit)\w*\b[^.;]{0,30}\bkubernetes\.(?:azure\.com|io)/.test(
      low,
    ) &&
    !/\b(?:no|not|untouched|only own)\b/.test(low)
  )
    return { metadataChange: { value: 'changed-system' } };
  if (/\b(?:own(?! (?:namespace|ns)\b)|our|from us|added|custom|eigene|propres?|propias?)\b/.test(low))
    return { metadataChange: { value: 'added-own' } };
  return yesNo(low) === false ? { metadataChange: { value: 'none' } } : {};
};

const STAGES: readonly [RegExp, string][] = [
  [/\bprivate\b/, 'ms-private-preview'],
  [/\bfeature[- ]?flag|\bregister/, 'ms-feature-flag'],
  [/\b(?:nothing|no|not|kein\w*|none|neither)\b[^.]{0,20}\b(?:preview|alpha|beta)/, 'ga'],
  [/\balpha\b/, 'alpha'],
  [/\bbeta\b/, 'beta'],
  [/\bpreview|vorschau\b/, 'ms-public-preview'],
  [/\b(?:ga|generally available|stable|normal|released|stabil|finished)\b/, 'ga'],
];

const featureStage: AnswerReader = (low) => {
  const value = STAGES.find(([re]) => re.test(low))?.[1] ?? (yesNo(low) === false ? 'ga' : undefined);
  return value ? { featureStage: { value } } : {};
};

const CLASSES: readonly [RegExp, string][] = [
  [
    /\b(?:not open[- ]source|commercial|licen[cs]e|pay|paid|bought|closed|proprietary|vendor|enterprise|kommerziell|gekauft|payant|pago)\b/,
    'closed-source',
  ],
  [/\b(?:open[- ]source|oss|community|github|cncf|free|helm chart|quelloffen|libre|codigo abierto)\b/, 'open-source'],
  [
    /\b(?:own(?! (?:namespace|ns)\b)|ourselves|self[- ]written|in-?house|we wrote|eigenentwicklung|our developers)\b/,
    'own-workload',
  ],
  [
    /\b(?:came with|built[- ]?in|part of (?:the product|aks)|microsoft|arc extension|add-?on|default|mitgeliefert)\b/,
    'microsoft-managed',
  ],
];

const componentClass: AnswerReader = (low) => {
  const value = CLASSES.find(([re]) => re.test(low))?.[1];
  const inKubeSystem = /\bkube-system\b/.test(low) && !/\bnot in\b/.test(low);
  const own = /\bown namespace\b/.test(low);
  return {
    ...(value ? { componentClass: { value } } : {}),
    ...(inKubeSystem
      ? { workloadInKubeSystem: { value: true } }
      : own
        ? { workloadInKubeSystem: { value: false } }
        : {}),
  };
};

const rootCause: AnswerReader = (low) =>
  /\b(?:upstream|confirmed|kubernetes bug|maintainers?)\b/.test(low) && yesNo(low) !== false
    ? { rootCause: { value: 'upstream-bug' } }
    : {};

export const stateAnswers: { [N in FactName]?: AnswerReader } = {
  clusterRunState: (low, clock) => runState(low, 'state')(low, clock),
  stoppedSince: (low, clock) => runState(low, 'since')(low, clock),
  stoppedDays: (low, clock) => runState(low, 'since')(low, clock),
  stopMethod,
  allNodesDeallocated: allNodes,
  nodeChange,
  metadataChange: metadata,
  featureStage,
  componentClass,
  component: componentClass,
  topic: componentClass,
  rootCause,
};
