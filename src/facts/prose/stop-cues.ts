/** Where a message tells of a stop of the cluster, and of the restart that ended it. */

import { clauseAt, type Passage } from '../document.ts';
import { matchesOf } from '../matches.ts';
import { isPlanned, type Prose, timesOf } from '../stance.ts';
import type { Time } from '../times/time.ts';
import { FOREIGN_VM } from './node-talk.ts';
import { INFINITIVE, ON_SOMETHING, RESTART_TOLD } from './run-idioms.ts';
import { IDIOM, NOT_SINCE, NOT_SINCE_FRONT, NOT_SINCE_OTHER, OFF_ELSEWHERE } from './stop-idioms.ts';
import {
  DOWN,
  DOWN_IN_MAINTENANCE,
  DOWN_ON,
  DOWNTIME,
  LENGTH_NEAR,
  MAINTENANCE,
  NOT_A_STOP_BEHIND,
  NOT_A_STOP_IN_FRONT,
  NOT_THE_CLUSTER,
  RESTART,
  STOP,
  SUBJECT,
} from './stop-words.ts';

export type Stop = { p: Passage; at: number; end: number; isDown: boolean };

export const lastEnd = (re: RegExp, text: string): number => {
  let end = -1;
  for (const m of matchesOf(re, text)) end = m.index + m[0].length;
  return end;
};
const firstAt = (re: RegExp, text: string): number => {
  re.lastIndex = 0;
  const at = re.exec(text)?.index ?? -1;
  re.lastIndex = 0;
  return at;
};

export const SUBJECT_REACH = 90;
export const OBJECT_REACH = 50;

const OF_THE_CLUSTER = new RegExp(`${NOT_THE_CLUSTER.source} of (?:the |our )?\\w+$`);

/** "The cluster is offline because the uplink died, all pods run": offline to Azure, not stopped. */
const OFF_LINE =
  /\b(?:azure|arc|portal|uplink|internet|router|wan|satellite|starlink|fib(?:re|er)|proxy|firewall|dns|line)\b|\b(?:pods?|workloads?|apps?|vms|nodes|everything)\b[^.;]{0,16}\b(?:run|runs|running|works?|up|ok)\b/;

/** What may stand in front of a stop that names no subject. */
const LEAD =
  /^(?:(?:btw|s|re|by|way|only|once|we|they|i|did|made|had|performed|then|still|all|everything|was|is|been|and|but|currently|completely|now|documented|official|planned|scheduled|orderly|emergency|clean|graceful|controlled|full|complete|the|a|our|state|status|now|in|lo|los|las|les|nous|l|hemos|avons|ont|wir|ich|man|haben) ?)*$/;

/** "The monitor shows nothing because we switched it off": what "it" is was named before. */
const IT_OFF = /\b(?:it|them)\b/;
const PRONOUNS = /\b(?:it|its|it's|they|them|ours|mine)\b/g;
const isOfAnother = (prose: Prose, p: Passage, at: number): boolean => {
  const words = prose.low.slice(p.start, at).replace(PRONOUNS, (s) => ' '.repeat(s.length));
  return lastEnd(NOT_THE_CLUSTER, words) > lastEnd(SUBJECT, words);
};

/** "Production was stopped on 1 October. My issue is production": the role that is meant is a cluster, no line of machines. */
const isOfFocus = (prose: Prose, p: Passage, at: number): boolean =>
  prose.focus !== undefined &&
  new RegExp(`(?:^|\\W)${prose.focus} (?:(?:is|was|has been|went|cluster) )*$`).test(
    prose.low.slice(Math.max(p.start, at - FOCUS_REACH), at),
  );
const FOCUS_REACH = 40;

const ASIDE = /\([^()]{1,60}\)/g;
const blanks = (words: string): string => ' '.repeat(words.length);

/** The stop is the cluster's (or its nodes'), not a pod's, a firewall's or a message's. */
function isAboutCluster(prose: Prose, p: Passage, at: number, end: number): boolean {
  // "The runner (executor kubernetes) stops": an aside is not the subject.
  const before = prose.low.slice(Math.max(p.start, at - SUBJECT_REACH), end).replace(ASIDE, blanks);
  const after = prose.low.slice(end, Math.min(p.end, end + OBJECT_REACH));
  if (NOT_A_STOP_BEHIND.test(after)) return false;
  if (isOfFocus(prose, p, at)) return true;
  if (IT_OFF.test(prose.low.slice(at, end)) && isOfAnother(prose, p, at)) return false;
  const object = firstAt(SUBJECT, after);
  const otherObject = firstAt(NOT_THE_CLUSTER, after);
  const subject = lastEnd(SUBJECT, before);
  const otherSubject = lastEnd(NOT_THE_CLUSTER, before);
  // "The line of the plant" is a line.
  if (subject >= 0 && OF_THE_CLUSTER.test(before.slice(0, subject))) return false;
  // "Turned off the firewall": a foreign object right behind decides; "is off since the host update" does not.
  const day = dayBeside(prose, end);
  const behind = day ? prose.low.slice(day.end, Math.max(day.end, Math.min(p.end, end + OBJECT_REACH))) : after;
  const isActive =
    /^\s*(?:the|our|all|every|my|its|that|this|it|them|everything|whole|alle|(?:an?|one|two|three|some|\d+)(?! ?(?:days?|d|weeks?|months?|years?|hours?|h|times?|min\w*|full|whole|good|couple|few|long|short)\b))\b/.test(
      behind,
    ) &&
    !/\b(?:is|are|was|were|been|be|ist|sind|war|waren)\s+(?:\w+\s)?$/.test(
      prose.low.slice(Math.max(p.start, at - SUBJECT_REACH), at),
    );
  if (isActive && (object >= 0 || otherObject >= 0)) return object >= 0 && (otherObject < 0 || object < otherObject);
  if (subject >= 0 && subject >= otherSubject) return true;
  if (otherSubject > subject) return false;
  if (object >= 0 && (otherObject < 0 || object < otherObject)) return true;
  const lead = prose.low
    .slice(clauseAt(p, at).start, at)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (
    /^(?:(?:was|is|it|still|and|but|se|ha|han|a|ete|n|fue|wurde|es|il|elle) )*(?:not|never|nie|nicht|nunca|jamais)(?: (?:se|ha|han|ete|been|been switched))*$/.test(
      lead,
    )
  )
    return true;
  if (!LEAD.test(lead)) return false;
  if (/^all off(?: since)?$/.test(prose.low.slice(at, end)) && /^\s*(?:$|[,.;])/.test(after)) return true;
  if (/^\s?\?\s*(?:no|nein|never|nope|nie)\b/.test(prose.low.slice(end, end + 12))) return true;
  if (day) return true;
  const ownsTime = /since$/.test(prose.low.slice(at, end));
  return (
    ownsTime ||
    /^\s*,?\s*(?:now\b|currently\b|at the moment|right now|happened|was (?:done|run|issued|executed|sent)|was(?= (?:on )?(?:the )?\d)|took place|approx\w*|ca\b|more than|less than|exactly|nearly|~|per|し|了|中|since|seit|am|depuis|desde|for|on|from|\d|in|by|at|an?\b|about|around|maybe|perhaps|roughly|almost|nearly|only|last|yesterday|over|during|between|because|due|until|all|this|manually|by|via|with|gracefully|properly|von|a mano|a la main|manuellement|manualmente|per|uber|[:=])/.test(
      after,
    )
  );
}

/** "Stopped Nov 8th": a day right behind the word makes a statement of it; "stopped 8 Nov" stopped no eight things. */
const dayBeside = (prose: Prose, end: number): Time | undefined =>
  prose.times.find((t) => t.start >= end && t.start - end <= TIME_BESIDE && t.kind === 'point');
const TIME_BESIDE = 2;

/** "I was off for six weeks": on holiday, not out of power. `words` end with what is said. */
export const isOfPerson = (words: string): boolean => PERSON_AWAY.test(words);
const PERSON_AWAY =
  /(?:^|[^a-z])(?:i(?:'m|'ve)?|he|she|my (?:boss|colleague|predecessor|deputy)|the admin) (?:(?:have|has|had|was|am|is|been) )*(?:off|offline|down|out of service)(?: since)?$/;

/** The cmdlet names the cluster itself; run, and not asked about or failing, it stopped it. */
const wasRun = (prose: Prose, p: Passage, end: number): boolean =>
  !p.isQuestion &&
  !/^\S*\s+(?:fail\w*|hangs?|gives?|gave|does|did not|works?|returns?|errors?|throws?|is not|was not)\b/.test(
    prose.low.slice(end, end + 24),
  ) &&
  (timesOf(prose, p).length > 0 || /\b(?:ran|run|executed|used|issued|did|called|with|by)\b/.test(p.low));

/** "All hosts are off since 5 October": with them the cluster. */
const HOSTS_OFF =
  /(?:^|[,;:]|\b(?:and|then|so|because|since))\s*(?:(?:all|both|the|our|these)\s)+(?!(?:old|other|new|spare|test|lab) )(?:\w+ )?hosts (?:are|were|have been|had been|got|went) (?:all |completely |also |both )?(off|switched off|powered (?:off|down)|turned off|shut down|without power|unplugged|unpowered)\b/g;

/** "Off. Since the 3rd of October." */
const LONE_OFF = /^\W*(?:all |everything |cluster |it is |its )?(?:off|stopped|aus)\W*$/;
const SINCE_FRONT = /^\W*(?:since|seit|for)\b/;

export function stopsIn(prose: Prose): Stop[] {
  const stops: Stop[] = [];
  for (const p of prose.passages) {
    const cue = (re: RegExp, isDown: boolean): void => {
      for (const m of matchesOf(re, p.low)) {
        const at = p.start + m.index;
        const end = at + m[0].length;
        if (isOfPerson(prose.low.slice(Math.max(p.start, at - 24), end))) continue;
        if (NOT_A_STOP_IN_FRONT.test(prose.low.slice(Math.max(p.start, at - 14), at))) continue;
        if (m[0] === 'cold' && !/^\s*(?:since|for)/.test(prose.low.slice(end, end + 8))) continue;
        if (/\boff$/.test(m[0]) && OFF_ELSEWHERE.test(prose.low.slice(end, end + 16))) continue;
        if (isDown && /offline$/.test(m[0]) && OFF_LINE.test(p.low)) continue;
        if (FOREIGN_VM.test(prose.low.slice(Math.max(p.start, at - 30), at)) && !/aks|moc-/.test(p.low)) continue;
        const isTold = /^stop-aks/.test(m[0]) ? wasRun(prose, p, end) : isAboutCluster(prose, p, at, end);
        if (isTold) stops.push({ p, at, end, isDown });
      }
    };
    const opened = LONE_OFF.exec(p.low);
    const next = prose.passages[p.index + 1];
    const asked = prose.passages[p.index - 1];
    const isOfOther = asked?.isQuestion === true && lastEnd(SUBJECT, asked.low) < 0;
    if (opened && next && !isOfOther && SINCE_FRONT.test(next.low))
      stops.push({ p, at: p.start + opened.index, end: p.start + opened[0].trimEnd().length, isDown: false });
    if (p.low.includes('hosts'))
      for (const m of matchesOf(HOSTS_OFF, p.low)) {
        const end = p.start + m.index + m[0].length;
        stops.push({ p, at: end - (m[1]?.length ?? 0), end, isDown: false });
      }
    cue(STOP, false);
    cue(IDIOM, false);
    for (const m of [...matchesOf(NOT_SINCE, p.low), ...matchesOf(NOT_SINCE_FRONT, p.low)]) {
      const at = p.start + m.index;
      if (!NOT_SINCE_OTHER.test(prose.low.slice(Math.max(p.start, at - SUBJECT_REACH), at)))
        stops.push({ p, at, end: at + m[0].length, isDown: false });
    }
    cue(DOWN, true);
    for (const m of matchesOf(DOWN_ON, p.low)) {
      const [at, end] = [p.start + m.index, p.start + m.index + m[0].length];
      const stop = { p, at, end, isDown: true };
      if (
        !stops.some((s) => at < s.end && end > s.at) &&
        isAboutCluster(prose, p, at, end) &&
        restartAfter(prose, stop)
      )
        stops.push(stop);
    }
    if (p.low.search(MAINTENANCE) >= 0) cue(DOWN_IN_MAINTENANCE, true);
    for (const m of matchesOf(DOWNTIME, p.low)) {
      const [at, end] = [p.start + m.index, p.start + m.index + m[0].length];
      const isMeasured = prose.times.some(
        (t) =>
          t.kind === 'length' &&
          (t.start >= at ? t.start - end : at - t.end) <= LENGTH_NEAR &&
          t.start >= p.start &&
          t.end <= p.end,
      );
      if (isMeasured) stops.push({ p, at, end, isDown: true });
    }
  }
  return stops;
}

export type Restart = { p: Passage; at: number; end: number };

/** "Restart planned for next week". */
const AHEAD =
  /^(?:しても|する|したら|できま|は可能)|^\s*(?:(?:is|was|are|est|ist|esta) )?(?:planned|scheduled|foreseen|expected|due|prevue?|geplant|vorgesehen|previst[oa]|planead[oa]|next|tomorrow|demain|morgen|manana|the coming)\b/;

/** A restart that has happened: not wanted, not in the future, not denied. */
export function restartAfter(prose: Prose, stop: Stop): Restart | undefined {
  for (const p of prose.passages.slice(stop.p.index, stop.p.index + 3)) {
    const cues = [...matchesOf(RESTART, p.low), ...matchesOf(RESTART_TOLD, p.low)].sort((a, b) => a.index - b.index);
    for (const m of cues) {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (/\bon$/.test(m[0]) && ON_SOMETHING.test(prose.low.slice(end, end + 26))) continue;
      if (INFINITIVE.test(prose.low.slice(Math.max(p.start, at - 24), at))) continue;
      if (at < stop.end && !(p === stop.p && /^(?:after|nach|restart of)/.test(m[0]))) continue;
      if (AHEAD.test(prose.low.slice(end, end + 40))) continue;
      const clause = clauseAt(p, at);
      // "Started again within two days" has happened.
      const isTold = /^(?:re-?started|started|came|went|booted|brought)/.test(m[0]);
      const hasFuture = prose.times.some(
        (t) => t.future && !(isTold && t.kind === 'length') && t.start >= clause.start && t.end <= clause.end,
      );
      const isWish =
        /\b(?:soll\w*|should|must|muss|need\w*|have to|trying|try|cannot|\w+n't|cant|havent|hasnt|does not|won't|not|never|if|when|before|until we|once|doit|debe|no|nicht|ne|nobody|nothing|none|no one|niemand|nichts|personne|nadie)\b[^,;]{0,30}$/.test(
          prose.low.slice(clause.start, at),
        );
      if (!hasFuture && !isWish && !isPlanned(prose, p, at)) return { p, at, end };
    }
  }
  return undefined;
}
