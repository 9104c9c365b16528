/** Replies about running, stopping, changes to nodes and labels, stages and classes. */
import type { FactName, NodeChange } from '../../model/facts.ts';
import type { Clock } from '../found.ts';
import { INTERFACES, WHATS } from '../prose/node-change-words.ts';
import { lengthOf } from '../prose/stop-length.ts';
import { exactDay, type Time, timesIn } from '../times.ts';
import { type AnswerReader, firstTime, since, yesNo } from './reading.ts';

const RUNS =
  /\b(?:run|runs|runn?ing|up|always|all the time|on(?! (?:the|an?|another|other|our|their|its|his|some|top|[a-z]+day|\d))|never (?:stopped|off|down)|since ever|the whole time|lauft|an|tourne|funciona|en marche|not (?:stopped|off)|24\/7)\b/;
/** "It hasn't been down once": that it never stopped, in words of stopping. */
const NEVER_OFF =
  /\bnever (?:\w+ )?(?:shut|turned|switched|powered|saw a reboot)(?: (?:it|them|down|off))*|\b(?:never|(?:has|have|was|were|is|are)(?:n'?t| not| never)) (?:been )?(?:stopped|off|down|shut ?down)\b|\bnot (?:stopped|off)\b|\b(?:nie|niemals|nicht) (?:aus|gestoppt|abgeschaltet)\b|\bjamais (?:arret\w*|etein\w*)|\bnunca (?:apagad\w*|parad\w*)/g;
/** What is done each weekend is too short to count, and over by now. */
const HABIT =
  /\b(?:every|each) (?:\w+ )?(?:weekend|night|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b|\b(?:off and on|on and off)\b/;
/** "Not a month yet", "not even three weeks": a length with a bound, no denial. */
const NOT_YET =
  /^(?:no,? )?not (?:quite |even |yet )?(?:an?|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?)\b/;
const STOPPED =
  /\b(?:stopped|off|shut ?down|switched off|turned off|powered off|still down|aus|gestoppt|ausgeschaltet|arrete\w*|eteint\w*|apagad\w|parad\w)\b/;
const PARTLY =
  /\b(?:partly|partially|half|some(?! (?:days?|weeks?|time|hours?|months?)\b)|only (?:the )?(?:workers?|one|two)|teilweise|en partie|parcialmente)\b/;
const OVER = /\b(?:was|were|started|restarted|again|until|till|back|wieder)\b/;

/** "2 of 5 workers"; five of five are all. */
function isPartOf(low: string): boolean {
  const m = /\b(\d{1,3}) ?(?:of|out of|\/|von|sur|de) ?(\d{1,3})\b(?![./-]\d)/.exec(low);
  return m !== null && Number(m[1]) < Number(m[2]) && /\b(?:nodes?|workers?|vms?|off|stopped|down)\b/.test(low);
}

/** Asked whether or since when it was stopped: "no" means it was not. */
function runState(low: string, asked: 'state' | 'since'): AnswerReader {
  return (_low, clock) => {
    const yes = yesNo(low);
    const t = firstTime(low, clock);
    if (PARTLY.test(low) || isPartOf(low)) return { clusterRunState: { value: 'partly' } };
    if (isShort(low)) return { clusterRunState: { value: 'running' }, stoppedDays: { value: 0 } };
    const span = fromTo(low, clock, asked);
    if (span) return span;
    const past = pastStop(low, clock);
    if (past) return past;
    const over = asked === 'since' && isOnNow(low) ? lengthTold(low, clock) : undefined;
    if (over) return over;
    const without = low.replace(NEVER_OFF, '');
    const isRunning = (RUNS.test(low) || without !== low) && !STOPPED.test(without);
    if (isRunning && !/\bnot running|lauft nicht\b/.test(low)) return { clusterRunState: { value: 'running' } };
    if (HABIT.test(low) && !/\bsince\b/.test(low)) return { clusterRunState: { value: 'running' } };
    if (yes === false && !NOT_YET.test(low)) return { clusterRunState: { value: 'running' } };
    const until = timesIn(low, clock.today).find((x) => x.lead === 'until' && !x.future && x.start > (t?.start ?? 0));
    if (t && until) return overBy(t, until, clock);
    const began = t ? since(t, clock, { day: 'stoppedSince', days: 'stoppedDays' }) : {};
    if (STOPPED.test(low)) {
      const isOver = OVER.test(low) && !t;
      // That there was a stop must not get lost where nothing of it is told.
      return isOver
        ? { clusterRunState: { value: 'running' }, stopMethod: { value: 'unknown', approx: true } }
        : { clusterRunState: { value: 'stopped' }, ...began };
    }
    if (yes === true && t?.kind === 'length')
      return { clusterRunState: { value: /\bonly\b/.test(low) ? 'running' : 'stopped' }, ...began };
    // "About a month" answers whether it was stopped, too.
    const isTold = t !== undefined && (asked === 'since' || (t.kind === 'length' && t.lead !== 'since'));
    return isTold ? { clusterRunState: { value: 'stopped' }, ...began } : {};
  };
}

/** "Only a reboot", "a few hours": a stop that counts for nothing, where nothing longer is told. */
const isShort = (low: string): boolean =>
  /\b(?:re-?boot(?:ed)?|restart(?:ed)?|hours?|minutes?|stunden?|minuten?)\b/.test(low) &&
  !/\b(?:still|days?|weeks?|months?|years?|since|tage?n?|wochen?|monate?n?|\d{3,} hours)\b/.test(low);

const WENT_DOWN = /\b(?:down|off|stopped|shut\w*|out)\b[^.;]{0,24}$/;
const CAME_UP =
  /\b(?:up|on|back|online|started|restarted|running|again|wieder|an(?= seit)|gestartet|eingeschaltet|encend\w*|arranc\w*|rallum\w*|redemarr\w*)\b[^;]{0,16}$/;
/** "On again this week". */
const RECENT = /\b(?:this week|these days|recently|just now|diese woche|cette semaine|esta semana)\b/;
const LATELY: Time = {
  start: 0,
  end: 0,
  kind: 'point',
  lead: 'until',
  days: 3,
  min: 0,
  max: 7,
  approx: true,
  future: false,
};
/** "3 August off, 7 September on", "im August abgeschaltet, am Montag wieder ein". */
const DOWN_BEHIND =
  /^[\s:]*(?:(?:all|everything|it|they|them|we|was|were|went|cluster|nodes|vms|the) )*(?:down|off|stopped|shut|aus|abgeschaltet|ausgeschaltet|heruntergefahren|gestoppt|arret\w*|etein\w*|apagad\w*|parad\w*)\b/;
const UP_BEHIND =
  /^[\s:]*(?:(?:all|everything|it|we|was|came|is) )*(?:back|up|on|online|started|restarted|running|again|wieder|eingeschaltet|gestartet|rallum\w*|redemarr\w*|encendid\w*|arranc\w*)\b/;
const NOT_THEN = /\bnot (?:on |since |the )*$/;

/** "Off on 5 May for the new racks, on again on 2 June". */
function fromTo(low: string, clock: Clock, asked: 'state' | 'since'): ReturnType<AnswerReader> | undefined {
  const days = timesIn(low, clock.today).filter(
    (t) => t.kind === 'point' && !t.future && !NOT_THEN.test(low.slice(Math.max(0, t.start - 16), t.start)),
  );
  const before = (t: Time): string => low.slice(Math.max(0, t.start - 40), t.start);
  const behind = (t: Time): string => low.slice(t.end, t.end + 40);
  const told = days.find((t) => WENT_DOWN.test(before(t)) || DOWN_BEHIND.test(behind(t)));
  // Asked since when, a day without a word is the first one.
  const from = told ?? (asked === 'since' && !CAME_UP.test(low.slice(0, days[0]?.start ?? 0)) ? days[0] : undefined);
  const to =
    from &&
    days.findLast(
      (t) => t.start > from.end && (CAME_UP.test(low.slice(from.end, t.start)) || UP_BEHIND.test(behind(t))),
    );
  const back = to ?? (from && BACK.test(low.slice(from.end)) && RECENT.test(low.slice(from.end)) ? LATELY : undefined);
  return from && back && (from.days ?? from.min ?? 0) >= (back.days ?? 0) ? overBy(from, back, clock) : undefined;
}

/** "A week at most, all back on since Tuesday": how long it was off, and that it is over. */
function pastStop(low: string, clock: Clock): ReturnType<AnswerReader> | undefined {
  if (
    (!BACK.test(low) && !HAD_OFF.test(low) && !isLongPast(low, clock)) ||
    /\b(?:running|up) (?:again |back )?(?:for|since)\b/.test(low.replace(BACK, ''))
  )
    return undefined;
  return lengthTold(low, clock);
}

/** "Some weeks, it is on now": asked since when, a length is that of the stop. */
const isOnNow = (low: string): boolean =>
  /\b(?:it'?s|its|they'?re|all|is|are) (?:back )?(?:on|up|running) (?:now|again)\b|\b(?:now|jetzt) (?:it'?s |its )?(?:on|up|running)\b/.test(
    low,
  );

function lengthTold(low: string, clock: Clock): ReturnType<AnswerReader> | undefined {
  const lengths = timesIn(low, clock.today).filter(
    (t) => t.kind === 'length' && !t.future && t.lead !== 'since' && t.lead !== 'ago',
  );
  const [first] = lengths;
  if (!first) return undefined;
  const most = lengths.flatMap((t) => (t.max === undefined ? [] : [t.max]));
  const max =
    AT_MOST.test(low) && most.length === 0 ? Math.max(...lengths.map((t) => t.days ?? 0)) : Math.max(...most, -1);
  const approx = first.approx || lengths.length > 1 || AT_MOST.test(low);
  return {
    clusterRunState: { value: 'running' },
    stoppedDays: {
      value: first.days ?? first.min ?? 0,
      approx,
      ...(approx && max >= 0 ? { max } : {}),
      ...(approx && first.min !== undefined ? { min: first.min } : {}),
    },
  };
}

const BACK =
  /\b(?:back (?:on|up|online|running|to life)|(?:runs?|running|on|up|started|online) again|again (?:running|on|up|online)|(?:re)?started|wieder (?:an|da|in betrieb))\b/;
/** "Off for two weeks in August", said in November: the time it took ended long ago. */
function isLongPast(low: string, clock: Clock): boolean {
  const times = timesIn(low, clock.today).filter((t) => !t.future);
  const length = times.find((t) => t.kind === 'length' && t.lead !== 'since' && t.lead !== 'ago');
  const then = times.find((t) => t.kind === 'point' && t.lead !== 'since' && t.min !== undefined);
  return (
    STOPPED.test(low) &&
    length !== undefined &&
    then !== undefined &&
    (then.min ?? 0) > (length.max ?? length.days ?? 0)
  );
}

/** "We had it off for three days in June". */
const HAD_OFF = /\bhad (?:it|them|all|everything|the \w+) (?:stopped|off|down|shut ?down|switched off|turned off)\b/;
const AT_MOST = /\b(?:at (?:the )?(?:very )?most|max(?:imum)?|tops|no more|not more|hochstens)\b/;

/** "From 1 October to 10 November". */
function overBy(t: Time, until: Time, clock: Clock): ReturnType<AnswerReader> {
  const day = exactDay(t, clock.today);
  const days = lengthOf(t.kind === 'length' ? undefined : t, until, t.kind === 'length' ? t : undefined, true);
  return {
    clusterRunState: { value: 'running' },
    ...(day ? { stoppedSince: { value: day } } : {}),
    ...(days ? { stoppedDays: days } : {}),
  };
}

const MANUAL =
  /\b(?:hand|manual\w*|hyper-?v|scvmm|stop-vm|failover|power button|plug|pulled (?:the )?power|hart|main|mano)\b/;
const MAINTENANCE = /\b(?:maintenance|wartung|mantenimiento|patching|window)\b/;
const DOCUMENTED =
  /\b(?:document\w*|docs?|official|procedure|script|book|article|guide|learn|proper\w*|dokumentiert|anleitung|stop-(?!vm)\w+|az aksarc)\b/;

const stopMethod: AnswerReader = (low) => {
  if (/\b(?:not|nicht|pas|no) (?:the |by )?(?:documented|official|docs)/.test(low))
    return MANUAL.test(low) ? { stopMethod: { value: 'hyperv-manual' } } : {};
  if (DOCUMENTED.test(low)) return { stopMethod: { value: 'documented' } };
  if (MAINTENANCE.test(low) && !/\b(?:no|not|kein\w*) (?:\w+ )?maintenance/.test(low))
    return { stopMethod: { value: 'maintenance' } };
  return MANUAL.test(low) ? { stopMethod: { value: 'hyperv-manual' } } : {};
};

const allNodes: AnswerReader = (low) => {
  if (
    /\b(?:(?:only|just) (?:the |some |a |one|two|three|half|\d|workers?|linux|windows)|not all|not the (?:control|masters?|cp)|some of|half|nicht alle|pas tous|no todos)\b/.test(
      low,
    )
  )
    return { allNodesDeallocated: { value: false } };
  if (/\b(?:all|every|alle|tous|todos)\b/.test(low)) return { allNodesDeallocated: { value: true } };
  const yes = yesNo(low);
  return yes === undefined ? {} : { allNodesDeallocated: { value: yes } };
};

const CASE = /\b(2\d{12,15}|\d{15,16})\b/;
const MS_SAID =
  /\b(?:(?:your|microsoft|ms|azure) (?:support|engineer|team|colleague)|support|engineer|case|microsoft|ms)\b/;

/** A "Microsoft partner" is a partner. */
const MICROSOFT_PARTNER =
  /\b(?:microsoft|ms|azure) (?:\w+ )?(partner|consultant|integrator|reseller|trainer|mvp|contractor|shop)/g;
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
  /\b(?:microsoft|ms)(?: itself| support)? (?:(?:was|is|were|has|had|did|knew)(?:n't| not| nothing| never)?(?: been)? ?(?:not |never |nothing )?(?:involved|asked|informed|part of|know|of it|about it)?(?<=not .*|n't .*|never .*|nothing.*|not|nothing)|not\b|no\b)|\b(?:nobody|no one|noone) (?:at|from|of) (?:microsoft|ms)\b/;
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
const nodeChange: AnswerReader = (words) => {
  const low = words.replace(MICROSOFT_PARTNER, '$1');
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

const OWN_LABELS =
  /\b(?:our own|ours|of ours|own)\b.*\b[\w./-]+=|\b(?:own|our|ours|custom|eigene\w*|propres?|propias?)\b(?! (?:namespace|ns)\b)[^.;]{0,24}\b(?:labels?|tags?|ones?|annotations?|taints?)\b|\badded\b|\bfrom us\b|^\W*(?:only |just |yes,? )*(?:our own|own|ours|custom|eigene)\W*$/;

const ROLE_LABEL =
  /\b(?:remov|delet|chang|overwr|clean|wip|stripp|edit|took)\w*\b[^.;]{0,30}\b(?:role|zone|pool|system|node-role|topology|hostname|os) labels?\b|\b(?:role|zone|pool|system|node-role|topology|hostname|os) labels?\b[^.;]{0,30}\b(?:remov|delet|chang|overwr|wip|stripp|edit|gone|missing)\w*/;
const SET_BY_HAND = /\blabel (?:nodes?|no) \S+ (?:[\w.-]+\.)?(?:kubernetes\.(?:azure\.com|io)|k8s\.io)\/\S+[=-]/;
/** "Some labels that were there from the beginning, we removed them". */
const FROM_THE_START =
  /\b(?:there|present|set|existed|existing|came|delivered) (?:already |always )?(?:from|since|at|on|with) (?:the )?(?:beginning|start|day one|first day|creation|install\w*|product|cluster)\b|\balready (?:there|present|set)\b|\b(?:msft\.microsoft|kubernetes\.azure\.com|kubernetes\.io)\b/;
const TAKEN_AWAY = /\b(?:remov|delet|renam|overwr|chang|clean|wip|stripp|edit|took|tidied|kicked)\w*\b/;
/** "The agentpool label was overwritten": a label that the product set. */
const POOL_LABEL =
  /(?=.*\b(?:remov|delet|chang|overwr|renam|clean|wip|stripp|edit|--overwrite)\w*)(?=.*\b(?:agent ?pool|node ?pools?'?|pool|role|zone)\b).*\b(?:labels?|kubectl label)\b/;
/** "Cost-center tags", "only taints for the GPUs", "GitOps adds team=web". */
const OWN_PUT_ON =
  /^(?!.*\b(?:aks|system|microsoft|original|default|your)\b)(?:[\w-]+,? ){1,4}(?:tags?|labels?|taints?)(?: for .*)?\W*$|\b(?:adds?|sets?|puts?) (?:a |the |our )?[\w./-]+=[\w-]+/;
/** "None but those of the product". */
const ONLY_SYSTEM =
  /\bonly (?:what |the ones |those )?(?:that )?(?:aks|microsoft|ms|the system|the product|the installer) (?:itself )?(?:has |had )?(?:put|set|made|created|added)/;
/** "Labels are how they came". */
const AS_THEY_CAME =
  /\b(?:as|how|like|the way) (?:they|it|you|aks|microsoft) (?:came|come|were|was|made|set|delivered|installed|shipped)\b|\b(?:untouched|unchanged|original|as (?:delivered|shipped|installed|is)|standard|default)\b/;
/** "We label for GPUs", "taints, yes": what is put on is one's own. */
const WE_LABEL =
  /^(?:yes,? )?(?:we|i|our \w+) (?:only |just )?(?:label|taint|tag)\b|^(?:own )?(?:taints?|labels?)\W+(?:yes|yep|ja|oui|si)\b/;

const metadata: AnswerReader = (low) => {
  if (SET_BY_HAND.test(low) || (ROLE_LABEL.test(low) && yesNo(low) !== false))
    return { metadataChange: { value: 'changed-system' } };
  if (POOL_LABEL.test(low) && yesNo(low) !== false) return { metadataChange: { value: 'changed-system' } };
  if (OWN_PUT_ON.test(low) && yesNo(low) !== false) return { metadataChange: { value: 'added-own' } };
  if (FROM_THE_START.test(low) && TAKEN_AWAY.test(low) && !/\b(?:no|not|never|none|nobody|nothing)\b/.test(low))
    return { metadataChange: { value: 'changed-system' } };
  if (ONLY_SYSTEM.test(low)) return { metadataChange: { value: 'none' } };
  if (AS_THEY_CAME.test(low) && !TAKEN_AWAY.test(low)) return { metadataChange: { value: 'none' } };
  if (WE_LABEL.test(low)) return { metadataChange: { value: 'added-own' } };
  if (
    /\b(?:aks|system|microsoft|ms|kubernetes\.io)(?:'s)? (?:own |created )?(?:labels?|ones?|tags?)\b|\b(?:labels?|tags?) (?:of|from|by) (?:aks|the system|microsoft|ms)\b|nodepool-name|\b(?:remov|delet|chang|overwr|clean|wip|stripp|edit)\w*\b[^.;]{0,30}\bkubernetes\.(?:azure\.com|io)/.test(
      low,
    ) &&
    !/\b(?:no|not|untouched|only own)\b/.test(low)
  )
    return { metadataChange: { value: 'changed-system' } };
  if (OWN_LABELS.test(low)) return { metadataChange: { value: 'added-own' } };
  return yesNo(low) === false ? { metadataChange: { value: 'none' } } : {};
};

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
  clusterRunState: (low, clock) => runState(low, 'state')(low, clock),
  stoppedSince: (low, clock) => runState(low, 'since')(low, clock),
  stoppedDays: (low, clock) => runState(low, 'since')(low, clock),
  stopMethod,
  allNodesDeallocated: allNodes,
  nodeChange,
  metadataChange: metadata,
  featureStage,
  componentClass,
  component: componentClass,
  topic: componentClass,
  rootCause,
};
