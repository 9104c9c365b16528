/** What all readers of short replies share. */
import type { FactName } from '../../model/facts.ts';
import type { Clock } from '../found.ts';
import { exactDay, type Time, timesIn } from '../times.ts';

export type Part = { value: unknown; approx?: boolean; min?: number; max?: number };
/** Folded reply to the facts it gives; an empty record where it gives none. */
export type AnswerReader = (low: string, clock: Clock) => { [N in FactName]?: Part };

const YES =
  /^(?:(?:oh|hm+|well|ah|ja,?|yes,?)\s)*(?:yes|yep|yeah|yup|ja|jo|jep|jawohl|oui|si|sure|correct|right|exactly|indeed|true|of course|genau|richtig|stimmt|y|ok|affirmative|(?:they did|it (?:is|was|does|did)|we did)(?=\s*(?:$|[,.;!]))|all of them|alle|tous|todos)\b/;
const NO =
  /^(?:(?:oh|hm+|well|ah|nein,?|no,?)\s)*(?:no(?! (?:access|rights?|permissions?|way (?:to|of) (?:know|see|tell|check|find)\w*|means|chance to (?:check|see|look)|visibility|login|credentials?|insight|information|info|records?|documentation|notes?|memory|acces|zugriff|zugang|acceso)\b)|nope|nah|nein|ne|nee|non|not(?! (?:hyper|vmm|scvmm|the|with|via|through|only|sure|everything|today|ssh))|never|none|nothing|nobody|neither|false|n|nie|niemals|kein\w*(?! (?:zugriff|zugang|ahnung))|nichts|niemand|pas|jamais|aucun\w*|rien|personne|nunca|nada|nadie|ninguno|negative|only some|not all)\b/;

/** `undefined` where the reply begins with neither. */
export function yesNo(low: string): boolean | undefined {
  const words = low.trim();
  if (NO.test(words)) return false;
  return YES.test(words) ? true : undefined;
}

/** The first point or length that is not in the future. */
export const firstTime = (low: string, clock: Clock): Time | undefined =>
  timesIn(low, clock.today).find((t) => !t.future);

/** A time as the date and the days of a state that goes on. */
export function since(
  t: Time | undefined,
  clock: Clock,
  names: { day: FactName; days: FactName },
): { [N in FactName]?: Part } {
  if (!t) return {};
  const day = exactDay({ ...t, kind: 'point' }, clock.today);
  const value = t.days ?? t.min ?? 0;
  const bounds = { ...(t.min === undefined ? {} : { min: t.min }), ...(t.max === undefined ? {} : { max: t.max }) };
  return {
    ...(day ? { [names.day]: { value: day } } : {}),
    [names.days]: { value, approx: t.approx, ...(t.approx ? bounds : {}) },
  };
}
