/** Short replies, read in the light of the question. One reader a fact; facts without one are read like any message. */
import type { FactName } from '../../model/facts.ts';
import type { Clock } from '../found.ts';
import { contactAnswers } from './contact.ts';
import { hostAnswers } from './host.ts';
import { type AnswerReader, yesNo } from './reading.ts';
import { stateAnswers } from './state.ts';
import { versionAnswers } from './version.ts';

export type { AnswerReader } from './reading.ts';

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
  fromMicrosoftDocs: yesNoFact('fromMicrosoftDocs', true, false),
  workloadInKubeSystem: yesNoFact('workloadInKubeSystem', true, false),
};
