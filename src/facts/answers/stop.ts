/** Replies about running and stopping: whether, from when to when, how, and all nodes or some. */
import type { FactName } from '../../model/facts.ts';
import type { Clock } from '../found.ts';
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

export const stopAnswers: { [N in FactName]?: AnswerReader } = {
  clusterRunState: (low, clock) => runState(low, 'state')(low, clock),
  stoppedSince: (low, clock) => runState(low, 'since')(low, clock),
  stoppedDays: (low, clock) => runState(low, 'since')(low, clock),
  stopMethod,
  allNodesDeallocated: allNodes,
};
