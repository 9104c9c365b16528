/** Replies about changes of node VMs: whether, what, through which interface, and on whose word. */
import type { NodeChange } from '../../model/facts.ts';
import { INTERFACES, WHATS } from '../prose/node-change-words.ts';
import { type AnswerReader, yesNo } from './reading.ts';

const CASE = /\b(2\d{12,15}|\d{15,16})\b/;
const MS_SAID =
  /\b(?:(?:your|microsoft|ms|azure) (?:support|engineer|team|colleague)|support|engineer|case|microsoft|ms)\b/;

/** A "Microsoft partner" is a partner. */
const MICROSOFT_PARTNER =
  /\b(?:microsoft|ms|azure) (?:\w+ )?(partner|consultant|integrator|reseller|trainer|mvp|contractor|shop)/g;
/** "Not my idea" says that somebody else decided, not that nothing was changed; who did stands behind it. */
const NOT_OWN_IDEA = /^(?:(?:it|that|this) was )?not (?:our|my) (?:own )?(?:decision|idea|initiative)\b[\s,;:.]*(?=\S)/;
/** "As you delivered them", "like on day one". */
const UNTOUCHED =
  /\b(?:untouched|unmodified|unchanged|vanilla|as is|out of the box|original|like (?:on|at) (?:the )?(?:day one|first day|beginning))\b|\bas (?:(?:you|they|it|we|microsoft|aks|the product|the installer) )?(?:(?:have|has|were|was|got) )?(?:them )?(?:delivered|shipped|installed|deployed|created|made|set up)\b/;
/** What may follow "only" without being a change. */
const HARMLESS =
  '(?:look|check|read|saw|(?:admins?|one|person|user|guy|people|two|ones)|hosts?|physical|firmware|switch|drivers?|pods?|helm|off|on|(?:re)?boot|restart|(?:re)?start|stop|turned|switched|powered|shut|migrat|live)';
const BUT_SOMETHING = new RegExp(String.raw`\b(?:but|except|only(?! (?:\w+ )?${HARMLESS})|aber|ausser|sauf|excepto)\b`);
/** "Settings not touched", "nothing edited", "nothing in Hyper-V", "clicked nothing". */
const LEFT_ALONE =
  /\b(?:(?:vm |node |the |all )*(?:settings?|vms?|nodes?|machines?|hyper-?v|config\w*)(?: (?:was|were|is|are|has been|have been))? (?:not|never|un)[ -]?(?:touched|changed|edited|modified|altered|involved)|(?:nothing|none|noone|no one|nobody)(?: (?:was|is|has|here|we|i|they))* (?:touch|chang|edit|modif|alter|click)\w*(?: any\w+| an\w+ng)?|(?:click|chang|touch|edit|modif)\w* nothing|nothing (?:\w+ )?in (?:the )?(?:hyper-?v\w*(?: manager)?|scvmm|vmm|failover cluster manager)|(?:vms?|machines?) (?:were |was |are )?left alone|(?:vm |the )?(?:settings?|vms?) no\b|only (?:that |the |what the )?daemon-?sets?(?: does| did)?)\b/g;
/** "Microsoft itself was not involved", "nobody at Microsoft knew". */
const WITHOUT_MICROSOFT =
  /\b(?:microsoft|ms)(?: itself| support)? (?:(?:was|is|were|has|had|did)(?:n't| not| never)(?: been)? (?:involved|asked|informed|told|part of|know|want|order|instruct|direct)\w*|kn(?:ew|ows) nothing|never (?:asked|knew|wanted|ordered)|no(?:t|thing)?(?=\s*(?:$|[.,;!])))|\b(?:nobody|no one|noone) (?:at|from|of) (?:microsoft|ms)\b/;
/** "From a blog", "from no article". */
const FROM_ELSEWHERE =
  /\b(?:from|in|on|by|after) (?:an?|the|some|an internal|no|our) (?:\w+ )?(?:blog|forum|video|youtube\w*|reddit|stack ?overflow|chat-?gpt|copilot)\b|^from no article\b/;
/** "No, only the RAM of one" tells a change, "no, only my boss has access" none. */
function hasButSomething(low: string): boolean {
  const but = BUT_SOMETHING.exec(low);
  const rest = but && low.slice(but.index);
  return (
    rest !== null && (whatIn(rest) !== undefined || INTERFACES.some(([, re]) => re.test(rest)) || CHANGED.test(rest))
  );
}
const CHANGED =
  /\b(?:chang|modif|edit|resiz|rais|increas|lower|reduc|add|attach|detach|remov|replac|swapp|install|set|put|gave|moved|touched|geandert|modifie|cambi)\w*\b/;
/** Nothing but switching: no change of a VM. */
const ONLY_SWITCHED =
  /^(?:\W*(?:no|nope|nein)\b\W*)?(?:(?:we|they|i) )?(?:only|just|nur) (?:\w+ )?(?:off|on|(?:re)?boot|restart|(?:re)?start|stop|turned|switched|powered|shut|live.?migrat|migrat)\w*\b/;
const ARTICLE =
  /\b(?:article|documentation|docs?|kb\w*|guide|how-?to|tsg|page|procedure|book)\b[^.;]{0,60}\b(?:microsoft|ms learn|learn|azure|official|docs)\b|\b(?:microsoft|ms|learn|azure|official|your)(?:'s)? (?:\w+ ){0,3}(?:article|documentation|docs?|kb\w*|guide|tsg|page|procedure)\b|\blearn\.microsoft\b/;
const NO_ARTICLE =
  /\b(?:no|not|nor|neither|without|nicht|kein\w*)\b[^.;,]{0,24}\b(?:article|documentation|docs?|kb|guide|page)\b/;
const NOT_SUPPORT =
  /\bnot (?:by |from |through |via )?(?:(?:your|the|microsoft|ms|azure) )*support\b|\bsupport (?:did(?: not|n't)|never|has(?: not|n't))\b|\bwithout support\b/;

/** Asked about a change: on whose word it was done is part of the answer. */
export const nodeChange: AnswerReader = (words) => {
  const low = words.replace(MICROSOFT_PARTNER, '$1').replace(NOT_OWN_IDEA, '').trim();
  const yes = yesNo(low);
  if (/^(?:not by me|not me)\b/.test(low)) return {};
  const done = low.replace(LEFT_ALONE, ' ');
  if (SSH.test(done) && (whatIn(done) || CHANGED.test(done)))
    return { nodeChange: { value: [{ via: 'ssh', what: whatIn(done) ?? 'other' }] } };
  const inArticle = ARTICLE.test(low) && !NO_ARTICLE.test(low);
  if (inArticle) return { nodeChange: { value: [{ ...UNTOLD, documentedByMicrosoft: true }] } };
  if (UNTOUCHED.test(low) || ONLY_SWITCHED.test(low)) return { nodeChange: { value: [] } };
  if (WITHOUT_MICROSOFT.test(low) || FROM_ELSEWHERE.test(low)) return ownChange(low);
  if (done !== low && !whatIn(done) && !CHANGED.test(done)) return { nodeChange: { value: [] } };
  if (yes === false && !hasButSomething(low)) {
    if (NOT_SUPPORT.test(low) && !OWN_WORD.test(low)) return { nodeChange: { value: [BY_NO_SUPPORT] } };
    if (DECIDED.test(low) || (OWN_IDEA.test(low) && !/\b(?:support|microsoft|ms)\b/.test(low))) return ownChange(low);
    return /\b(?:support|microsoft|directed|told us|instruct)\b/.test(low)
      ? directed(false)
      : { nodeChange: { value: [] } };
  }
  if (NO_CHANGE.test(low) && !whatIn(low.replace(NO_CHANGE, ''))) return { nodeChange: { value: [] } };
  if (/\b(?:only|just) (?:own |our |some |the )?(?:labels?|tags?|taints?)\b/.test(low))
    return { nodeChange: { value: [] } };
  if (NOT_SUPPORT.test(low) && !OWN_WORD.test(low)) return { nodeChange: { value: [BY_NO_SUPPORT] } };
  if (NOT_MICROSOFT.test(low) || (OWN_WORD.test(low) && !/\b(?:microsoft|ms)\b/.test(low))) return ownChange(low);
  const reference = CASE.exec(low)?.[1];
  if (reference || (MS_SAID.test(low) && !/\b(?:no|not|nobody|without)\b/.test(low))) return directed(true, reference);
  if (ON_HOSTS_ONLY.test(low)) return { nodeChange: { value: [] } };
  const isTold =
    yes === true || NOUN_ALONE.test(low) || DONE_BY_US.test(low) || INTERFACES.some(([, re]) => re.test(low));
  return isTold && whatIn(low) ? { nodeChange: { value: [changeIn(low)] } } : {};
};

/** Looking, draining and restarting change no VM. */
const NO_CHANGE =
  /\b(?:(?:only|just|but only) (?:to )?(?:look(?:ed|ing)?|read(?:ing)?|check(?:ed|ing)?|collect(?:ed|ing)?)|to (?:read|look at|check|see|collect|get|fetch) (?:the |some |at )*(?:logs?|journal|status|files?)|(?:drain|cordon|uncordon|reboot|restart)\w*)\b/;
/** "Added a disk", "we installed an agent": a reply that begins with what was done. */
const DONE_BY_US =
  /^(?:yes,? )?(?:(?:we|i|they|he|she|somebody|someone|our \w+|the \w+(?: \w+)?|a colleague|my colleague) (?:have |has |had |once )?)?(?:installed|added|attached|resized|increased|raised|lowered|changed|edited|replaced|swapped|gave|put|expanded|extended|grew)\b/;

/** "Just CPU", "checkpoints": the question named the rest. */
const NOUN_ALONE =
  /^(?:yes,? )?(?:(?:just|only|the|some|more|a few|additional|extra|\d+) )*[a-z-]+(?: (?:and|\+|&) [a-z-]+)?\W*$/;
const ON_HOSTS_ONLY = /^(?:no,? )?(?:only|just) .*\b(?:on|at) the hosts?\b(?!.*\b(?:vms?|nodes?)\b)/;

const SSH = /\b(?:over|via|by|with|per|through|using) ssh\b|\bssh(?:'d|ed)? (?:in|into|to|on)\b/;
/** Who decided did something. */
const DECIDED =
  /\b(?:i|we|he|she|they) (?:\w+ )?(?:decided|did|changed|wanted|chose)\b|\bmy (?:own )?(?:decision|idea)\b/;

const OWN_IDEA = /\b(?:our|his|her|their|my) (?:own )?(?:decision|idea|initiative)\b/;

const UNTOLD = { via: 'unknown', what: 'other' } as const;
/** Support is out; whether an article of Microsoft's says so is still open. */
const BY_NO_SUPPORT = { ...UNTOLD, directedByMicrosoft: false };

const OWN_WORD =
  /\b(?:his|her|their|our|my) (?:idea|decision|initiative)\b|\bown (?:idea|initiative|decision|recommendation|account)|\bon (?:his|her|their|our|my) own\b|without (?:asking|telling)|\b(?:partner|consultant|vendor|integrator|provider|contractor|reseller|ourselves|myself|admin|colleague|predecessor)\b/;
const NOT_MICROSOFT = /\bnot (?:by |from )?(?:microsoft|ms|support|you)\b/;
const whatIn = (low: string): NodeChange['what'] | undefined => WHATS.find(([, re]) => re.test(low))?.[0];

/** The question named Hyper-V and its like, so a change that is owned up to went through them unless another way is told. */
function changeIn(low: string): NodeChange {
  const what = whatIn(low) ?? 'other';
  // Packages and kernel settings lie inside the node, where Hyper-V does not reach.
  const usual = what === 'package' || what === 'sysctl' ? 'unknown' : 'hyperv-api';
  return { via: INTERFACES.find(([, re]) => re.test(low))?.[0] ?? usual, what };
}

/** What somebody did on their own stands in no article either. */
const ownChange = (low: string): ReturnType<AnswerReader> => ({
  nodeChange: { value: [{ ...changeIn(low), directedByMicrosoft: false, documentedByMicrosoft: false }] },
});

function directed(value: boolean, reference?: string): ReturnType<AnswerReader> {
  const said = value ? { directedByMicrosoft: true } : { directedByMicrosoft: false, documentedByMicrosoft: false };
  return { nodeChange: { value: [{ ...UNTOLD, ...said, ...(reference ? { reference } : {}) }] } };
}
