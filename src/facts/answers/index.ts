/** Short replies, read in the light of the question. One reader a fact; facts without one are read like any message. */
import type { FactName } from '../../model/facts.ts';
import type { Clock } from '../found.ts';
import { contactAnswers } from './contact.ts';
import { hostAnswers } from './host.ts';
import { type AnswerReader, yesNo } from './reading.ts';
import { stateAnswers } from './state.ts';
import { versionAnswers } from './version.ts';

export type { AnswerReader } from './reading.ts';

const FROM_DOCS =
  /\b(?:from|of|out of|off|per|after|by) (?:the |your |ms |microsoft |official )*(?:learn|docs?|documentation|tutorial|quickstart|article)\b/;

/** "Azure-vote fails as well". */
const SAMPLE_FAILS =
  /\b(?:sample|azure-?vote|example|demo|tutorial)\b[^.;]{0,20}\b(?:fails?|failed|breaks?|same|hangs?)\b[^.;]{0,16}\b(?:too|also|as well|same)\b/;

const yesNoFact =
  (fact: FactName, whenYes: unknown, whenNo: unknown): AnswerReader =>
  (low: string, _clock: Clock) => {
    const yes = yesNo(low);
    return yes === undefined ? {} : { [fact]: { value: yes ? whenYes : whenNo } };
  };

export const ANSWERS: { readonly [N in FactName]?: AnswerReader } = {
  ...versionAnswers,
  ...stateAnswers,
  ...contactAnswers,
  ...hostAnswers,
  systemHealthy: yesNoFact('systemHealthy', true, false),
  fromMicrosoftDocs: (low, clock) =>
    SAMPLE_FAILS.test(low) || FROM_DOCS.test(low)
      ? { fromMicrosoftDocs: { value: SAMPLE_FAILS.test(low) || !/\b(?:not|no|own)\b/.test(low) } }
      : (yesNoFact('fromMicrosoftDocs', true, false)(low, clock) ?? {}),
  workloadInKubeSystem: (low) => {
    if (BY_PRODUCT.test(low)) return DELIVERED;
    if (EXTENSION.test(low)) return { ...DELIVERED, componentClass: { value: 'azure-integration' } };
    if (CAME_WITH.test(low)) return DELIVERED;
    if (NOT_OURS.test(low)) return { workloadInKubeSystem: { value: false } };
    if (OURS.test(low)) return { workloadInKubeSystem: { value: true } };
    if (THEIRS.test(low)) return DELIVERED;
    const yes = yesNo(low);
    return yes === undefined ? {} : { workloadInKubeSystem: { value: yes } };
  },
};

/** An extension of Microsoft's, and not "not the extension". */
const EXTENSION =
  /^(?![^.;]*\b(?:not|no|without|instead of)\b[^.;]{0,24}\bextension)[^.;]*\b(?:arc extension|az k8s-extension|k8s-extension create|microsoft\.\w+|azure extension|cluster extension)\b/;

/** Not the customer's, wherever it lies: the product brought it. */
const DELIVERED = { workloadInKubeSystem: { value: false }, componentClass: { value: 'microsoft-managed' } };

const CAME_WITH =
  /(?:^|[,.;]\s*|\b(?:add-?on|part) of aks\W+)(?:it |they |that )?(?:came|comes|was delivered|is delivered|ships?|shipped|(?:is |was )?(?:part of|included)|(?:is|was) (?:there|installed)) (?:with|by|in|along with)? ?(?:the |your )?(?:cluster|aks|product|installation|installer|deployment of aks|microsoft)\b/;
const NOT_OURS =
  /\b(?:(?:we|i) (?:\w+ )?(?:installed|put|added|deployed) (?:nothing|none)|not (?:us|me|we|by us|ourselves)|nobody|no ?one|none of us|(?:we|i) (?:did(?: not|n't)|never|have(?: not|n't)|do(?: not|n't)))\b/;
/** "I guess the product". */
const BY_PRODUCT =
  /^(?:(?:i|we) (?:guess|think|believe|suppose),? (?:(?:it was|it's|it is) )?)?(?:by )?(?:the product|aks|microsoft|ms|the system|the installer)\b/;
const OURS =
  /\b(?:our|an?|the|my|some) (?:\w+ )?(?:admins?|partner|consultant|contractor|predecessor|intern|integrator)\b|\b(?:artifact ?hub|own chart|community chart|the chart)\b|\b(?:we|us|i|me|ourselves|myself|our (?:team|admins?|people|colleagues?|devs?|developers?|partner|integrator)|helm|a colleague|wir|selbst)\b/;
const THEIRS =
  /\b(?:aks|microsoft|ms|the product|built[- ]?in|default|pre-?installed|out of the box|came|comes|brought|ships?|shipped|bundled|(?:was|were|has been) (?:already |always |just )?there|from the (?:start|beginning))\b/;
