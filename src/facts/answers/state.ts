/** Replies about stages, classes and causes, and the readers of state in files of their own. */
import type { FactName } from '../../model/facts.ts';
import { metadata } from './metadata.ts';
import { nodeChange } from './node-change.ts';
import { type AnswerReader, yesNo } from './reading.ts';
import { stopAnswers } from './stop.ts';

const STAGES: readonly [RegExp, string][] = [
  [/\bprivate\b/, 'ms-private-preview'],
  [/\bfeature[- ]?flag|\bregister/, 'ms-feature-flag'],
  [/\b(?:nothing|no|not|kein\w*|none|neither)\b[^.]{0,20}\b(?:preview|alpha|beta)/, 'ga'],
  [/\balpha\b/, 'alpha'],
  [/\bbeta\b/, 'beta'],
  [/\bpreview|vorschau\b/, 'ms-public-preview'],
  [/\b(?:ga|generally available|stable|normal|released|official|stabil|finished)\b/, 'ga'],
];

const featureStage: AnswerReader = (low) => {
  const value = STAGES.find(([re]) => re.test(low))?.[1] ?? (yesNo(low) === false ? 'ga' : undefined);
  return value ? { featureStage: { value } } : {};
};

const CLASSES: readonly [RegExp, string][] = [
  [
    /\b(?:not open[- ]source|commercial|licen[cs]e|pay (?:for|a)|paid|bought|closed|proprietary|vendor|enterprise|kommerziell|gekauft|payant|pago)\b/,
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
  ...stopAnswers,
  nodeChange,
  metadataChange: metadata,
  featureStage,
  componentClass,
  component: componentClass,
  topic: componentClass,
  rootCause,
};
