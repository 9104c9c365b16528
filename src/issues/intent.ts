/** Whether a query asks for a capability (then wishes and roadmap cards are an answer) or tells of a problem (then they are none). */

const WISH =
  /\b(?:can (?:we|i|you|one)|could (?:we|i)|is (?:it|there|this)|are there|will (?:there|it|you)|does (?:it|aks|the)|do (?:we|you)|possible to|any (?:plans?|way|option|eta|chance)|when (?:does|do|will|is|can)|road ?map|feature request|planned|would like|would be (?:nice|great)|wish|wanted|we (?:want|need|require)|need (?:our|to|a|an|the)?|supported(?: way)?|supports?\b|how (?:do|can|to)|allow(?:ed)?|option to|able to|general availability|\bga\b|preview|eta)\b/i;
const PROBLEM =
  /\b(?:fail(?:s|ed|ing|ure)?|errors?|err|exception|crash\w*|hang(?:s|ing)?|hung|stuck|stops?|stopped|broken|breaks?|broke|dies|died|dead|timeout|times? out|timed out|refuses?|refused|denied|unreachable|not (?:work|start|respond|reach|found|come)\w*|doesn'?t (?:work|start|come)|won'?t|cannot (?:connect|reach|start)|can'?t (?:connect|reach|start|create|mount|resolve)|lost|vanish\w*|disappear\w*|missing|expired|corrupt\w*|mismatch|down|blows up|spins|drops?|dropped|reset|gone|wrong|invalid|exit code|0x[0-9a-f]{8}|loop\w*|unhealthy|notready|back-?off)\b/i;

export type Intent = 'problem' | 'wish';

/** A text that asks and reports no failure is a wish; everything else is a problem. */
export const intentOf = (text: string): Intent => (WISH.test(text) && !PROBLEM.test(text) ? 'wish' : 'problem');
