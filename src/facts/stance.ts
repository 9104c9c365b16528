/**
 * How a statement is meant: denied, planned, asked, or said of another cluster. One small place for it, because every
 * reader of prose needs the same answer.
 */

import { clauseAt, type Document, type Passage, passagesOf } from './document.ts';
import { clustersNamed } from './focus.ts';
import { matchesOf } from './matches.ts';
import { type Time, timesIn } from './times.ts';

export type Prose = {
  doc: Document;
  /** Folded text with program output blanked. */
  low: string;
  passages: readonly Passage[];
  times: readonly Time[];
  /** Name or label of the cluster that the message says it is about, folded. */
  focus: string | undefined;
  /** Other clusters' names and labels. */
  labels: readonly string[];
};

/** Reach of a negation inside its clause, in characters. */
const NEGATION_REACH = 48;
/** Reach of a remark about another cluster behind the words it belongs to. */
const BEHIND_REACH = 40;

const NEGATION =
  /\b(?:not(?! only| sure| clear| to mention)|never|no(?! it\b| its\b| we\b| i\b| they\b| this\b| that\b| problem| idea| matter| doubt| wonder| clue)|nobody|no[- ]one|none|neither|nor|without|nothing|cannot|hardly|nicht|kein\w{0,2}|nie|niemals|niemand|ohne|weder|nichts|pas|jamais|personne|aucun\w{0,2}|rien|niet|nooit|geen|niemand|nessun\w?|non(?= (?:e|ha|hanno|sono|abbiamo|si|era) )|sans|nunca|nadie|ningun\w{0,2}|sin|jamas|tampoco)\b|n't\b|\b(?:did|was|were|is|has|have|does|do|had)nt\b/g;

/** "Does not start after it was off": the negation ends where another statement begins. */
const SUBORDINATE =
  /\b(?:after|since|because|when|while|although|though|until|seit|nachdem|weil|wenn|apres|depuis|parce|despues|desde|porque|cuando|following|even|now that|except(?:ing)?|apart from|other than|besides|ausser|sauf|salvo)\b/;

const PLAN =
  /\b(?:if (?:we|i|you|one|the|they|someone|it|(?:our|my|this|any|an?)(?= (?:\w+ )?(?:clusters?|nodes?|vms?|subscription)\b))(?! (?:helps?|matters|interests|is of))|would(?! like to know)|could (?:we|i)|can (?:we|i|one)|(?:we|i|they|one) (?:could|might|should|shall)(?! have| see| not| reproduce| find| reach)|may (?:we|i)|should (?:we|i)|shall (?:we|i)|are we allowed|am i allowed|is it (?:ok|okay|allowed|possible|safe|supported|fine)|allowed to|propos(?:es?|ed|ing) to|suggest(?:s|ed)? to|plan(?:s|ned|ning)? (?:to|is|a|for)|planning|want(?:s|ed)? (?:to|us to|me to)|wanna|like to(?! know)|intend\w*|(?:am|are|is|was|were) going to|about to|(?:nearly|almost|beinahe)(?=\s*$)|will|gonna|thinking (?:of|about)|consider(?:ing)?|before (?:i|we) (?:do|start|stop|change|touch)|what (?:would|will|happens)|in case (?!(?:no|nr|number|#)?\W*\d)|(?:might|may|could) (?:have|once have|be)\b|suppose|imagine|(?:one|you|people|anybody|anyone|everybody|somebody) (?:can|may|might)(?! (?:see|find|reproduce|connect|check))|how (?:do|can|could|should|would|to|long can|long may)|wenn (?:wir|ich|man)|falls|wurde[nst]? (?:wir|ich|es gehen)|konnten wir|konnen wir|durfen wir|sollen wir|soll ich|wollen|mochten?|planen|haben vor|werden wir|wir werden|was passiert|si (?:nous|on|je)|voulons|voudrais|voudrions|pourrions|pouvons-nous|peut-on|allons|prevoyons|si (?:apagamos|paramos)|queremos|quisieramos|podemos|vamos a|pensamos|(?:wij|we) (?:willen|gaan|mogen|kunnen)|mogen (?:wij|we)|kunnen (?:wij|we)|als (?:wij|we)|vogliamo|vorremmo|possiamo|se (?:spegniamo|fermiamo))\b/g;
const JUST_ASKING =
  /\b(?:haven'?t (?:done|changed|touched|started)|have not (?:done|changed) it|not done (?:it|yet|so)|(?:not|nothing(?: is)?|no) (?:yet )?deci(?:ded|sion)|only asking|just asking|only a question|just planning|just an idea|only an idea|hypothetical\w*|nur (?:eine )?frage|noch nicht gemacht|pas encore fait|todavia no)\b/;
const REFUTED =
  /\b(?:that|this|which|it|das|dies|c'est|eso)\s?(?:'s|is|was|ist|war|es)?\s?(?:is |was )?(?:completely |just |simply |of course )?(?:wrong|not true|untrue|false|nonsense|incorrect|not correct|not right|outdated|rubbish|falsch|nicht wahr|quatsch|unsinn|faux|falso|mentira)\b|\bstimmt (?:so )?nicht\b|\b(?:the|that|his|her|this) (?:note|mail|ticket|text|info\w*|wiki|sheet) (?:is|was) (?:all |completely |both )?wrong\b|\b(?:he|she|they) (?:is|are|was|were) (?:wrong|mistaken)\b|\ber irrt\b|\b(?:il|elle) se trompe\b|\bfalse alarm\b|\b(?:in|at|looked at|on|opened) (?:the|a) wrong (?:tenant|subscription|cluster|portal|window|page|one)\b|\bno es (?:cierto|verdad)\b|\bnot true\b|\b(?:that|this|it)(?:'s| is| was) (?:the |an? |our )?(?:old|other|former|previous|wrong|test|lab|dev|retired) (?:one|cluster|site)\b/;
const DISCLAIMED =
  /\b(?:that'?s|this is|that is|which is|is|it'?s) (?:ok|okay|fine|not the (?:problem|issue|one)|another story|intended|on purpose|expected)\b|\bnever the problem\b|\bnever (?:had |has )?(?:had )?anything to do with\b|\b(?:has|had|have) nothing to do with (?:this|the|our) cluster\b|\bnot (?:affected|relevant|important)\b|\b(?:irrelevant|unimportant|nothing to do (?:there|here)|(?:will be|is being|gets?|to be) (?:scrapped|retired|decommissioned|rebuilt anyway)|forget (?:about )?(?:it|that one))\b|\bignore (?:it|that)\b/;
/** "Cluster A: 1.33.5, fine": told beside the one that fails. */
const FINE_BESIDE =
  /^[\w -]{1,40}?[\s:,=(]+(?:v?\d[\d.]*)?[\s,:=)]*(?:all |is |runs |looks )*(?:fine|ok|okay|healthy|good)(?=\s*(?:$|[.,;)]))/;

const PLACE =
  'cluster|site|environment|env|system|tenant|subscription|sub|customer|location|plant|factory|instance|installation|setup|branch|datacenter|office|standort|umgebung|werk';
const OTHER = new RegExp(
  `(?<!\\bto )\\b(?:the |our |my |on |an)?(?:other|others|another|second|different|sister|neighbou?r(?:ing)?)\\s+(?!(?:services|pods|apps|namespaces|deployments|workloads|nodes|users|teams|workers) )(?:\\w+ ){0,2}?(?:${PLACE})s?\\b|\\b(?:the|on|at|in) (?:the |our )?others?(?: (?:one|two|three)s?)?\\b(?! (?:side|hand|end|way|day|thing|problem|issue|error|extensions?|nodes?|pods?|workers?|hosts?|vms?|apps?|control|(?:set|add|remove|resize)-vm|\\d))|\\b(?:anderen?|anderes|andrer) (?:${PLACE})\\w*\\b|\\bautre (?:cluster|site)\\b|\\botro (?:cluster|sitio)\\b|\\b(?:i|we) (?:also|too) (?:look after|run|have|manage|maintain|operate|own|care for) [\\w-]+-[\\w-]+\\b|\\bcustomer of ours\\b|\\b(?:${PLACE}) of (?:an?|another|the other|our other|my|his) (?:customer|colleague|collegue|friend|partner|client)\\b|\\b(?:someone|somebody) else's\\b|\\belsewhere\\b|\\b(?:hr|finance|sales|their|his|her|another team)(?:'s)? (?:\\w+ )?(?:cluster|subscription|sub|vms?|environment|cni|nodes?|hosts?|workers?|network plugin)\\b|\\bsister[- ](?!cluster|site)\\w+|\\b(?:an?|my|our|the) (?:friend|neighbou?r|mate|cousin|brother|competitor)s?\\b(?= \\(| (?:has|had|have|told|says|said|changed|did|lost|got|stopped|switched|raised|added|use|run)\\b)|\\b(?:its|our|the|his|her) (?:twin|sibling|counterpart|stand-?by)(?:'s)?(?: (?:cluster|site))?\\b|\\bnext door\\b|\\bacross the (?:street|road|river)\\b|\\bnot (?:ours|our (?:cluster|subscription|sub|vms?))\\b|\\bthe poc\\b`,
  'g',
);
const OURS =
  /\b(?:not (?:us|ours|mine)|(?<!\bof )ours|our own|our (?:prod|production|cluster|subscription|sub|hosts?)|this (?:cluster|one)|the affected|here|(?<!\bof )mine|we (?:have(?! \w+ed\b)|are|run|use|still)|unser\w{0,2}|bei uns|hier|notre|chez nous|nuestro|aqui)\b/g;
/** "… ours is on": the statement itself names whose it is. */
const OURS_HERE = /^(?:ours|mine|this one|here)\b/;
const EXCEPT =
  /\bexcept(?:ing)? (?:for )?(?:the |our |on )*(?:\w+[- ])?(?:cluster|site|lab|test|dev|prod|staging|qa|demo|poc|old|other|new|one)\b/g;
/** "My colleague in Vienna": somebody at another place, not somebody of another department. */
const COLLEAGUE_ELSEWHERE =
  /\b(?:[Cc]oll?ea?gu?es?|[Kk]olleg\w*|[Ff]riends?|[Gg]uys|[Tt]eam|[Aa]dmins?)\b[^.,;\n]{0,12}\b(?:in|at|from|of|aus|de)\s+(?:the\s+|our\s+)?(?:other\b|(?!Finance|IT\b|HR|Security|Network|Microsoft|Support|Virtuali|Infra|Ops|Operations|Storage)[A-Z][\w-]+)/g;

const lastMatch = (re: RegExp, text: string): number => {
  let at = -1;
  for (const m of matchesOf(re, text)) at = m.index;
  return at;
};

/** Denied in its own clause: "nobody touched", "was never stopped". */
export function isNegated(p: Passage, at: number): boolean {
  const clause = clauseAt(p, at);
  const before = clause.low.slice(0, Math.max(0, at - clause.start));
  const found = matchesOf(NEGATION, before).at(-1);
  if (!found) return false;
  const between = before.slice(found.index + found[0].length);
  return between.length <= NEGATION_REACH && !SUBORDINATE.test(between);
}

/** Planned, asked about or imagined, not done. */
export function isPlanned(prose: Prose, p: Passage, at: number): boolean {
  if (isIntended(p, at)) return true;
  const next = prose.passages[p.index + 1];
  return JUST_ASKING.test(p.low) || (next !== undefined && JUST_ASKING.test(next.low));
}

/** A wish, a condition or a question governs these words. */
export function isIntended(p: Passage, at: number): boolean {
  const clause = clauseAt(p, at);
  const before = clause.low.slice(0, Math.max(0, at - clause.start));
  if (lastMatch(PLAN, before) >= 0) return true;
  const opening = p.clauses[0];
  // "If we stop it, and change the VLAN, …": the condition governs the clauses that follow.
  if (
    opening &&
    at > opening.start &&
    !/^\W*if (?:it|that|this) (?:helps?|matters|interests|is of)/.test(opening.low) &&
    /^\W*(?:and |but |so |what )?(?:if|wenn|falls|should|would|could|can|may|might|shall|kann|darf|konnen|durfen|peut|puede)\b/.test(
      opening.low,
    ) &&
    (p.isQuestion || /^\s*(?:if|wenn|falls)\b/.test(opening.low))
  )
    return true;
  return p.isQuestion && WHAT_IF.test(p.low.slice(0, Math.max(0, at - p.start)));
}

/** "What happens if we stop paying and the subscription gets suspended?" */
const WHAT_IF = /\b(?:what|how) (?:happens|would happen|will happen|about|if)\b[^.;]*\bif\b|\bwhat if\b/;

/** "Is it still supported?" states nothing; "it is deprecated, is that a problem?" does. */
export function isAsked(p: Passage, at: number): boolean {
  const { low } = clauseAt(p, at);
  // Many leave the question mark out.
  if (
    /^\W*(?:and |but |so |or )?(?:is|are|does|do|can|could|will|would|should|was|were) (?:this|that|it|we|i|you|there|these|those)\b/.test(
      low,
    )
  )
    return true;
  return (
    p.isQuestion &&
    /^\W*(?:and |but |so |or )?(?:is|are|was|were|does|do|did|can|could|has|have|will|ist|sind|hat|est-ce|est|es|y)\b/.test(
      clauseAt(p, at).low,
    )
  );
}

/** Said by somebody and called wrong right after. */
export function isRefuted(prose: Prose, p: Passage): boolean {
  const next = prose.passages.slice(p.index + 1, p.index + 3).find((x) => /[a-z]/.test(x.low));
  return next !== undefined && !next.isQuestion && REFUTED.test(next.low.slice(0, 80));
}

const GENERAL =
  /\b(?:i read|read (?:that|about|in|somewhere)|(?:docs?|documentation|policy|rules?|page|article|learn)\b[^.;]{0,20}\b(?:warns?|forbids?|explains?|tells?|say|says|said|states?|mentions?)|heard that|according to the (?:policy|docs?|rules?)|it says that|any cluster|every cluster|\byour clusters?|(?:forum|stack ?overflow|reddit|blog|community|internet|google|chat-?gpt|copilot)\b[^.;]{0,40}\b(?:says?|said|answer\w*|posts?|tells?|claims?|wrote|writes?)|a cluster (?:that|which|stopped)|(?:is|can|may|would|could|will|does) (?:a|any) cluster|clusters (?:that|which)|supposedly|allegedly|angeblich)\b/;

/** What a page says of any cluster, or what somebody only heard. */
export const isGeneral = (p: Passage, at: number): boolean => GENERAL.test(p.low.slice(0, Math.max(0, at - p.start)));

/** "The branch in Oslo is disconnected, not this one". */
const NOT_THIS_ONE =
  /^\W*(?:um (?:den|das|die|diesen|dieses) geht es (?:hier )?nicht|ce n'est pas celui|no es (?:ese|este)\b)|^\W*(?:and |but )?(?:(?:it|that)(?:'s| is) )?not (?:this one|ours|us|mine|ourselves|(?:our|this) (?:cluster|site|plant|branch|one))\b/;

/** "Mails warn of an old version, but they concern another cluster". */
const OF_THE_OTHER =
  /^\W*(?:and |but )?(?:that|this|it|those|they)(?:'s| is| was| are| were| concerns?)(?: (?:all|only|just))* (?:for|from|of|about|on|in) (?:an?other|the other|a different|some other|our other|the old|our old|the lab|our lab|the test)\b/;

/** "The lab is affected, prod not" names the cluster that is meant. */
const HAS_THE_PROBLEM = /\b(?:affected|concerned|broken|fails?|failing|problems?|issues?|errors?|trouble)\b/;
/** "Staging got stopped for 60 days, prod not". */
const OURS_NOT =
  /^[^.;]*,\s*(?:but )?(?:prod|production|ours|mine|this one)(?: (?:is|was|got|did|has|were))?(?:n't| not)\s*(?:$|[.,;!)])/;

const CLOSED_TOPIC =
  /\b(?:but|and|,) (?:this|that|it)(?:'s| is| was) (?:an? |the )?(?:closed|old|other|another|different) (?:topic|story|case|matter|ticket|thing)\b/;

/** "We have raised" begins no talk of ours where its verb is the statement itself, so the words behind are seen too. */
function lastOurs(low: string, at: number): number {
  const found = matchesOf(OURS, low.slice(0, at + VERB_SEEN)).filter((m) => m.index < at);
  return found.at(-1)?.index ?? -1;
}
const VERB_SEEN = 24;

/** "The other clusters (1.30.4) are not the problem". */
const isOffTopic = (p: Passage): boolean =>
  /\b(?:ones?|others?|clusters?)\b/.test(p.low) &&
  /\b(?:is|are|was|were) not (?:the |our |my |a |this )?(?:topic|issue|problem|point|matter|question|subject|affected|concerned)\b/.test(
    p.low,
  );

const MOVES_ON = /^\s?\([^)]{3,30}\)\s*(?:to|->|into|onto|auf|nach|vers|hacia)\b/;
/** "Subscription 1: deleted (old one)". */
const CALLED_OLD =
  /^(?:the |our |an? )?(?:old|former|previous|test|dev|lab|other)(?: (?:one|cluster|subscription|site))?$/;

/** "3 of our 5 clusters were off in summer, this one never". */
const isNotThisOne = (p: Passage): boolean =>
  /\b(?:clusters|others|ones|sites)\b/.test(p.low) &&
  /\b(?:this|ours?|the affected)(?: one| cluster)?,? (?:never|not|was(?: not|n't| never)|has(?: not|n't| never))\b/.test(
    p.low,
  );

/** Of another cluster, site or team. */
export function isElsewhere(prose: Prose, p: Passage, at: number): boolean {
  const before = p.low.slice(0, Math.max(0, at - p.start));
  const clause = clauseAt(p, at);
  const behind = prose.low.slice(at, Math.min(clause.end, at + BEHIND_REACH));
  const colleague = lastMatch(COLLEAGUE_ELSEWHERE, prose.doc.text.slice(p.start, at));
  const other = Math.max(lastMatch(OTHER, before), lastMatch(EXCEPT, before), colleague);
  if (other >= 0 && other >= lastOurs(p.low, at - p.start) && !OURS_HERE.test(p.low.slice(at - p.start))) return true;
  if (lastMatch(OTHER, behind) >= 0) return true;
  // "In the test environment (other cluster) we raised …", "off for 50 days, but this is a closed topic".
  const bracket = /^\s?\(([^)]{3,30})\)/.exec(prose.low.slice(clause.end, Math.min(p.end, clause.end + 34)))?.[1];
  // "From the switch (old) to the switch (new)" tells of two states of one thing.
  const isOfMove = MOVES_ON.test(prose.low.slice(clause.end, p.end));
  if (bracket !== undefined && (lastMatch(OTHER, bracket) >= 0 || (CALLED_OLD.test(bracket) && !isOfMove))) return true;
  if (NOT_THIS_ONE.test(prose.low.slice(clause.end, p.end))) return true;
  if (OF_THE_OTHER.test(prose.low.slice(clause.end, p.end))) return true;
  if (
    (OURS_NOT.test(prose.low.slice(at, p.end)) && !HAS_THE_PROBLEM.test(p.low)) ||
    CLOSED_TOPIC.test(prose.low.slice(at, p.end)) ||
    isOffTopic(p) ||
    isNotThisOne(p)
  )
    return true;
  return isOfOldOne(prose, p, at) || isOtherLabel(prose, p, at) || isAtOtherSite(prose, p);
}

/** "Gave the VMs of our retired cluster more RAM; the new cluster is as it was". */
const OF_OLD =
  /\b(?:of|on|in|at) (?:the|our) (?:old|former|previous|retired|decommissioned) (?:\w+ )?(?:cluster|platform|environment|one|site)\b/;
const isOfOldOne = (prose: Prose, p: Passage, at: number): boolean => {
  const clause = clauseAt(p, at);
  return (
    OF_OLD.test(clause.low) &&
    /\b(?:the|our) new (?:\w+ ){0,3}(?:cluster|one|platform|environment|site)\b/.test(prose.low)
  );
};

/** "At our Gdansk site they changed it … Here in Lodz nobody did": what was done there was not done here. */
const AT_SITE =
  /^\W*(?:at|in|on) (?:our |the )?([a-z]{3,20})(?:'s)?(?: (?:site|plant|branch|office|location|cluster|store|shop))?,? (?:they|we|it|somebody|someone|the \w+)\b/;
const HERE_IN = /\b(?:here|us)(?:,)? (?:in|at|on) (?:our |the )?([a-z]{3,20})\b/;
function isAtOtherSite(prose: Prose, p: Passage): boolean {
  const there = AT_SITE.exec(p.low)?.[1];
  const here = there === undefined ? undefined : HERE_IN.exec(prose.low)?.[1];
  return here !== undefined && here !== there;
}

/** "1.33.5 in prod": the label stands behind. */
const LABEL_BEHIND =
  /^v?[\d.]+(?:\s(?:is|runs))?\s?(?:in|on|at|for|\()\s?(?:the |our )?(prod|production|dev|test|lab|staging|qa)\b/;

function isOtherLabel(prose: Prose, p: Passage, at: number): boolean {
  const own = LABEL_BEHIND.exec(prose.low.slice(at, Math.min(p.end, at + BEHIND_REACH)))?.[1];
  if (own !== undefined && prose.focus !== undefined) return own !== prose.focus;
  const before = p.low.slice(0, Math.max(0, at - p.start));
  const label = lastLabel(prose.labels, before);
  if (label === undefined) return false;
  if (prose.focus !== undefined) return label !== prose.focus;
  // "With my laptop it is fine" says nothing of the cluster named before.
  const from = Math.max(0, before.lastIndexOf(label));
  const others = prose.labels.filter((other) => other !== label).map((other) => p.low.indexOf(other, from));
  const [told = ''] = p.low
    .slice(from, Math.min(p.low.length, ...others.filter((next) => next > from)))
    .split(/[,;]?\s(?:with|when|from|on|using) (?:my|our|the|a|another)\b/);
  return DISCLAIMED.test(told) || FINE_BESIDE.test(told);
}

function lastLabel(labels: readonly string[], text: string): string | undefined {
  let best: { label: string; at: number } | undefined;
  for (const label of labels) {
    const at = lastWord(text, label);
    if (at >= 0 && (best === undefined || at > best.at)) best = { label, at };
  }
  return best?.label;
}

function lastWord(text: string, word: string): number {
  for (let at = text.lastIndexOf(word); at >= 0; at = at > 0 ? text.lastIndexOf(word, at - 1) : -1) {
    if (!/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + word.length] ?? ' ')) return at;
  }
  return -1;
}

/** A fact of this cluster as it is: not planned, not another's, not refuted. Negation is for the reader to judge. */
export const isActual = (prose: Prose, p: Passage, at: number): boolean =>
  !isPlanned(prose, p, at) && !isElsewhere(prose, p, at) && !isRefuted(prose, p) && !isGeneral(p, at);

export function proseOf(doc: Document, low: string): Prose {
  const { focus, labels } = clustersNamed(low);
  return {
    doc,
    low,
    passages: passagesOf(low, doc.text),
    times: timesIn(low, doc.today),
    focus,
    labels,
  };
}

/** Times inside a passage. */
export const timesOf = (prose: Prose, p: Passage): Time[] =>
  prose.times.filter((t) => t.start >= p.start && t.end <= p.end);
