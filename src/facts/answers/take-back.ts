/** What was told before and is taken back: a change of node VMs that was none, a product that was another. */

const AKS = '(?:aks|arc|clusters?|nodes?|workers?|node ?pools?|control ?planes?|k8s|kubernetes)';
const DONE = String.raw`(?:touch|chang|modif|edit|resiz|alter|reconfigur)\w*`;

const PATTERNS: readonly RegExp[] = [
  // "No AKS VM was touched", "none of our nodes was changed".
  new RegExp(
    String.raw`\bno(?:ne)?\b (?:of )?(?:the |our |these |this )?(?:\w+ )?${AKS}\b[^.;]{0,30}\b(?:${DONE}|involved|affected|concerned)\b`,
  ),
  new RegExp(
    String.raw`\b${AKS}(?:'s)?(?: \w+){0,2} (?:was|were|is|are|has|have)(?: not|n't)(?: been)? (?:\w+ )?(?:${DONE}|involved|affected|concerned)\b`,
  ),
  new RegExp(
    String.raw`\b${AKS}(?:'s)?(?: \w+){0,2} (?:was|were|is|are|has been|have been) (?:never|untouched|unchanged|not)\b`,
  ),
  // "Nobody touched anything of AKS", "we did not change the nodes".
  new RegExp(
    String.raw`\b(?:never|nobody|no ?one|not|n't)\b (?:\w+ ){0,3}${DONE} (?:any(?:thing)?|nothing|the|our|these|those|a|${AKS})\b`,
  ),
  /\bnothing (?:at all )?(?:was|has been|had been|got) (?:really |actually |ever )?(?:touched|changed|modified|done|applied)\b/,
  // "It was two other VMs", "that was another cluster".
  /\b(?:it|that|this|they|those|these)(?: was| were|'s| is) (?:(?:only|just|actually|about|on|in|for) )*(?:\w+ ){0,2}(?:other|another|different|wrong) (?!(?:\w+ )?(?:aks|node|worker|pool|control))(?:\w+ )?(?:vms?|machines?|servers?|box(?:es)?|hosts?|clusters?|environments?|systems?)\b/,
  // "It was the VM of a web server", "those were print servers".
  new RegExp(
    String.raw`\b(?:it|that|this|they|those|these)(?: was| were|'s| is) (?:only |just |actually |about |on |in |for )*(?:an? |the |our |his |her |their )?(?:vms? of (?:an? |the |our |his |her |their )?)?(?!${AKS})\w+[ -]?(?:servers?|machines?|box|desktop|pc)\b`,
  ),
  // "A misunderstanding", "it did not happen", "it was rolled back before it was applied".
  /\b(?:misunderstanding|mix(?:ed)?[- ]?up|mixed (?:that|it|them|this) up|confus(?:ed|ion)|did(?: not|n't) happen|never happened|was never (?:applied|done|made)|was(?: not|n't) (?:applied|done|made))\b/,
  // "… not a node", "only the test VM, no worker".
  new RegExp(String.raw`\bnot (?:on |in |of |at )?(?:an? |any |one of )(?:\w+ )?${AKS}\b`),
  new RegExp(String.raw`\bno ${AKS}(?: vms?| machines?)?\W*$`),
];

/** Somebody did change something of the cluster, whatever else is denied. */
const STILL = new RegExp(String.raw`\b(?:but|except|only)\b[^.;]{0,40}\b${DONE}\b[^.;]{0,30}\b${AKS}\b`);

/** Folded words of a message that follows the tale of a change. */
export const takesChangeBack = (low: string): boolean => !STILL.test(low) && PATTERNS.some((one) => one.test(low));

const OURS =
  /\b(?:aks[- ]?)?arc\b|\bon[- ]?prem\w*|\bon premises\b|\bour (?:own )?(?:hardware|servers|hosts|data ?cent\w+|rack)\b|\bazure local\b|\bhci\b|\bnot (?:in |the )?(?:the )?(?:cloud|azure one)\b/;
const TAKES_BACK = /\b(?:sorry|no|not|wrong|actually|correction|meant?|mistake|wait|oops)\b/;

/** "No, sorry, it is the Arc one on our hardware": another product was told before. */
export const takesProductBack = (low: string): boolean => OURS.test(low) && TAKES_BACK.test(low);
