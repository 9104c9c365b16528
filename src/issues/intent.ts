/** Whether a query asks for a capability (then wishes and roadmap cards are an answer) or tells of a problem (then they are none). */

const WISH =
  /\b(?:can (?:we|i|you|one)|could (?:we|i)|is (?:it|there|this)|are there|will (?:there|it|you)|does (?:it|aks|the)|do (?:we|you)|possible to|any (?:plans?|way|option|eta|chance)|when (?:does|do|will|is|can)|road ?map|feature request|planned|would like|would be (?:nice|great)|wish|wanted|we (?:want|need|require)|need (?:our|to|a|an|the)?|supported(?: way)?|supports?\b|how (?:do|can|to)|allow(?:ed)?|option to|able to|general availability|\bga\b|preview|eta)\b/i;
const PROBLEM =
  /\b(?:fail(?:s|ed|ing|ure)?|errors?|err|exception|crash\w*|hang(?:s|ing)?|hung|stuck|stops?|stopped|broken|breaks?|broke|dies|died|dead|timeout|times? out|timed out|refuses?|refused|denied|unreachable|not (?:work|start|respond|reach|found|come)\w*|doesn'?t (?:work|start|come)|won'?t|cannot (?:connect|reach|start)|can'?t (?:connect|reach|start|create|mount|resolve)|lost|vanish\w*|disappear\w*|missing|expired|corrupt\w*|mismatch|down|blows up|spins|drops?|dropped|reset|gone|wrong|invalid|exit code|0x[0-9a-f]{8}|loop\w*|unhealthy|notready|back-?off)\b/i;

/** Writing one's own manifests, charts and programs: no tracker describes that. */
const OWN_WORK =
  /\bhow (?:do|does|can|could|should|would|to)\b[^.?!\n]{0,30}\b(?:write|develop|code|design|structure|program)\b|\b(?:example|sample|snippet)s? (?:of |for )?(?:a |an |the )?(?:yaml|manifest|chart|rolebinding|cronjob)\b|\bwhich (?:informers?|role and rolebinding)\b|\b(?:best practi[cs]es?) for\b/i;

/** Asking for something that is not there, also beside a complaint: "scaling is refused; can that be allowed?" */
const ASKS =
  /\b(?:can (?:we|i|you|one|it|that)|could (?:we|i|it|that)|is there (?:a|any)|are there|any (?:way|plans?|option|eta|chance)|(?:is it )?possible to|supported way|feature request|road ?map|would like|wish|we (?:want|need|require)|want (?:to|our|them|the|a)|need (?:our|a|an)|when (?:does|do|will|is|can)|instead of)\b/i;

/**
 * What a text is after. A `wish` asks and reports no failure; `own_work` asks how to write one's own things; an `unclear` one
 * reports nothing or does both; everything else is a `problem`.
 */
export type Intent = 'problem' | 'wish' | 'unclear' | 'own_work';

export function intentOf(text: string): Intent {
  if (PROBLEM.test(text)) return ASKS.test(text) ? 'unclear' : 'problem';
  if (OWN_WORK.test(text)) return 'own_work';
  return WISH.test(text) ? 'wish' : 'unclear';
}

/** Whether wishes may be among the candidates. */
export const admitsWishes = (intent: Intent): boolean => intent === 'wish' || intent === 'unclear';
