/** Whether a query asks for a capability (then wishes and roadmap cards are an answer) or tells of a problem (then they are none). */

const WISH =
  /\b(?:can (?:we|i|you|one)|could (?:we|i)|is (?:it|there|this)|are there|will (?:there|it|you)|does (?:it|aks|the)|do (?:we|you)|possible to|any (?:plans?|way|option|eta|chance)|when (?:does|do|will|is|can)|road ?map|feature request|planned|would like|would be (?:nice|great)|wish|wanted|we (?:want|need|require)|need (?:our|to|a|an|the)?|supported(?: way)?|supports?\b|how (?:do|can|to)|allow(?:ed)?|option to|able to|general availability|\bga\b|preview|eta)\b/i;
const PROBLEM =
  /\b(?:fail(?:s|ed|ing|ure)?|errors?|err|exception|crash\w*|hang(?:s|ing)?|hung|stuck|stops?|stopped|broken|breaks?|broke|dies|died|dead|timeout|times? out|timed out|refuses?|refused|denied|unreachable|not (?:work|start|respond|reach|found|come)\w*|doesn'?t (?:work|start|come)|won'?t|cannot (?:connect|reach|start)|can'?t (?:connect|reach|start|create|mount|resolve)|lost|vanish\w*|disappear\w*|missing|expired|corrupt\w*|mismatch|down|blows up|spins|drops?|dropped|reset|gone|wrong|invalid|exit code|0x[0-9a-f]{8}|loop\w*|unhealthy|notready|back-?off)\b/i;

/** Writing one's own manifests, charts and programs: no tracker describes that. */
const OWN_WORK =
  /\bhow (?:do|does|can|could|should|would|to)\b[^.?!\n]{0,30}\b(?:write|develop|code|design|structure|program)\b|\b(?:example|sample|snippet)s? (?:of |for )?(?:a |an |the )?(?:yaml|manifest|chart|rolebinding|cronjob)\b|\bwhich (?:informers?|role and rolebinding)\b|\b(?:best practi[cs]es?) for\b/i;

export type Intent = 'problem' | 'wish' | 'own_work';

/** A text that asks and reports no failure is a wish, or a question about one's own work; everything else is a problem. */
export function intentOf(text: string): Intent {
  if (PROBLEM.test(text)) return 'problem';
  if (OWN_WORK.test(text)) return 'own_work';
  return WISH.test(text) ? 'wish' : 'problem';
}
