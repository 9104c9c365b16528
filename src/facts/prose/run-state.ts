/** Whether the cluster runs, since when it is or how long it was stopped, and how it was stopped. */
import { addDays } from '../calendar.ts';
import { clauseAt, type Passage, type Span } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { isActual, isElsewhere, isIntended, isNegated, isPlanned, isRefuted, type Prose, timesOf } from '../stance.ts';
import { exactDay, type Time } from '../times.ts';
import { evidenceSpan } from './cluster-version.ts';

const STOP =
  /\b(?:stopp?ed|(?:had|forced|decided|needed)(?: us)? to (?:turn|switch|power|shut|stop|take)(?: off| down)?(?: it| them| everything| the (?:whole )?\w+| all (?:the )?\w+)?(?: off| down)?|swit?ched? off?(?= since)|swiched off?|stop(?= of)|powered[- ]?(?:off|down)|power(?:ed)? (?:it|them|everything|the \w+|all \w+) (?:off|down)|switch(?:ed)?[- ]?off|switched (?:it|them|everything|all|the \w+|all the \w+|all \w+) off|turned[- ]?off|turned (?:it|them|everything|all|the \w+|all \w+) off|shut[- ]?down|shut (?:it|them|everything|the \w+|all \w+) (?:down|off)|shut[- ]?off|took (?:it|the cluster|everything) (?:down|offline)|taken (?:down|out of service|out of operation)|deallocated|halted|hibernat\w+|mothballed|decommissioned|stillgelegt|ausgeschaltet|ausgeschalten|abgeschaltet|abgestellt|runtergefahren|heruntergefahren|gestoppt|apagamos|apagaron|paramos|pararon|detuvimos|ausser betrieb|arretes?|arretee?s?|eteinte?s?|coupee?s?|a l'arret|apagad[oa]s?|parad[oa]s?|detenid[oa]s?|stop-vm|stop-aks\w*|out of (?:service|operation)|cold|(?:is|are|was|were|been|be|being|stays?|stayed|sat|sits|left|kept|completely|fully|entirely|still|totally|cluster|vms?|nodes?|machines?|all|both|it|site|system|environment|them|everything|days?|weeks?|months?|prod|dev) off(?! by one| the (?:list|charts|record|shelf))|off since|(?:ist|sind|war|waren|komplett|ganz|cluster|vms) aus(?= |$|,|\.)(?! dem| der| den))\b/g;
/** "Down" is an outage as well as a stop: it counts only with a length or start of some days. */
const DOWN =
  /\b(?:was|is|been|were|are|went|lay|vms|nodes|machines|cluster) (?:are |is |completely |totally |fully )?(?:down|offline)\b(?= (?:since|for|from|over|about|around|between|almost|nearly|~?\d))/g;
const DOWN_DAYS_MIN = 5;
/** "After 35 days of downtime": a noun, told with its length. */
const DOWNTIME = /\b(?:downtime|standstill|stillstand|outage|arret|parada)\b/g;
const LENGTH_NEAR = 16;

const SUBJECT =
  /\b(?:clusters?|cluser|clsuter|its|it's|cluster's|vms?|vm's|virtual machines?|machines?|nodes?|workers?|control[- ]?planes?|controlplane|pools?|everything|whole (?:thing|system|environment|site|plant|lot)|environment|system|it|ours|they|them|aks(?:-[\w-]+)?|all of (?:it|them)|maschinen|knoten|alles|anlage|umgebung|noeuds|tout|todo|nodos|maquinas|plant|site|prod|dev|aks arc|k8s|kubernetes)\b/g;
const NOT_THE_CLUSTER =
  /\b(?:pods?|deployments?|services?|dns|coredns|sync\w*|agents?|extensions?|billing|firewalls?|proxy|autoscal\w*|monitoring|backups?|jobs?|containers?|apps?|applications?|databases?|db|messages?|warnings?|ports?|nics?|vlans?|internet|uplink|satellite|connections?|lines?|links?|subscriptions?|sub|licen[cs]es?|features?|gates?|flags?|secure boot|dynamic memory|logging|logs|alerts?|dhcp|swap|inspection|antivirus|defender|updates?|upgrades?|hosts?|laptops?|jump ?box|wifi|sql|ad|domain controller|dc|vpn|switch|router|load ?balancer|lb|script|process|kubelet|containerd|etcd|api ?server|apiserver|timer|webhook|ingress|traffic|replication|server|file server|checkpoints?|time sync|integration services?|nodeport|probe|health check|collection|collector)\b/g;
const NOT_A_STOP_BEHIND =
  /^\s*(?:posting|working|responding|answering|replying|sending|accepting|syncing|synchroni\w*|reporting|receiving|scheduling|being|to\b|getting|reconcil\w*|at \d+ ?%|communicat\w*|resolving|renewing|updating|scaling|with (?:error|exception|code)|because of (?:an )?error|after \d+ ?(?:%|min|sec))/;
const NOT_A_STOP_IN_FRONT =
  /\b(?:one|back|kick|sign|log|time|day|round|hand|spin|cut|trade|play|write|show|left|far|way|better|well|ip|set|branch|starts?|roll\w*|went|worn|scale\w*|paus\w*|page about|about|for|rule|policy|limit)[- ]$/;

const RESTART =
  /\b(?:re-?started?|re-?starting|restart of|start(?:ed)? (?:it |them |the cluster |everything |all )?(?:up |back )?(?:again|up|back)|started (?:it|them|the cluster|everything|all)\b|powered (?:it |them |everything |all )?(?:back )?(?:on|up)|switched (?:it |them |everything )?(?:back )?on|turned (?:it |them |everything )?(?:back )?on|(?:is|are|was|were|came|come|went|brought|been|it's|its|now) (?:now )?(?:back )?(?:up|on|online)(?: again)?\b|back (?:up|on|online|in operation|to life|running)|up again|on again|running again|runs? again|runs? since|running since|booted|brought (?:it |them |everything )?(?:back )?up|started (?:today|yesterday|this)|now started|started now|(?:has|is|have|are) (?:now )?started|start it (?:again|today)|resumed|wieder (?:gestartet|hochgefahren|eingeschaltet|angeschaltet|an|da|am laufen)|lauft (?:jetzt |seit \w+ )?wieder|(?:wieder )?hochgefahren|redemarr\w*|rallum\w*|relance\w*|remis en (?:marche|route)|reinici\w*|encendid\w*|encendimos|arranc\w*|cold start|nach dem (?:neu)?start|after (?:the |a )?(?:re)?start)\b/g;

const RUNNING =
  /(?<=^|[,;|]\s?)running(?=\s?[,;|.]|\s*$)|\b(?:up and running|came back|(?:it|cluster|everything|all) (?:is|are) (?:still |now |always )?up(?! to)|always (?:on|running|up|ran|runs|been running)|ran (?:fine|all|the whole|without|normally)|never (?:went )?(?:down|off)|no downtime|nie (?:aus|gestoppt|ausgeschaltet|abgeschaltet|heruntergefahren)|(?:is|are|was|were|been|be|keeps?|kept|still|all|cluster|always|just|normally|continuously|permanently|it|prod) running|running (?:normal\w*|fine|ok\w*|all the time|the whole time|since|without|as usual|24|production|continuously|permanently|well|stable|the production)|runs? (?:fine|ok\w*|normal\w*|since|all the time|the whole time|well|without|stable|the production|production|24|otherwise|continuously)|(?:cluster|prod|everything|it|workloads?|system|apps|which)(?: itself)?(?: still)? runs?(?= |$|,|\.|;)|vms (?:are|were) (?:all )?up|(?:they|all|nodes) are (?:all )?up|lauft|laufen|lief|en marche|tourne|fonctionne|en marcha|funciona|corriendo|funcionando)\b/g;
const NOT_RUNNING_SUBJECT =
  /\b(?:pods?|agents?|plugins?|services?|daemon\w*|webhooks?|sensors?|controllers?|containers?|jobs?|drivers?|scripts?|extensions?|disks?|speakers?|wssd\w*|proxy|probe|kube-\w+|commands?|upgrade|update|timer|runs? (?:in|into|out|against|on))\b/g;

const DOCUMENTED =
  /\b(?:documented|by the book|official(?:ly)? (?:procedure|way|steps|described)|shut-?down script|stop script|as (?:documented|described)|(?:according to|following|followed|per|as per|from) (?:the |your |ms |microsoft )?(?:docs?|documentation|guide|article|learn\w*|manual|procedure)|docs? procedure|gracefully|nach (?:anleitung|doku\w*|vorschrift|handbuch)|dokumentiert\w*|procedure documentee|selon la doc\w*|segun la doc\w*|procedimiento documentado|wie beschrieben)\b/g;
const MAINTENANCE =
  /\b(?:maintenance|wartung\w*|mantenimiento|patch(?:ing)? window|service window|change window)\b(?! mode)/g;
const BY_HAND =
  /\b(?:by hand|manual(?:ly)?|hyper-?v|scvmm|vmm|failover cluster manager|stop-vm|von hand|handisch|manuell\w*|a la main|manuellement|a mano|manualmente|mmc|pulled the plug|power button)\b/g;

const ALL_NODES =
  /\b(?:all|every|each|entire|alle|samtliche|tous|toutes|todos|todas)\b[^.;!?]{0,30}?\b(?:vms?|virtual machines?|nodes?|machines?|workers?|them|knoten|maschinen|noeuds|nodos|maquinas|off|servers)\b|\b(?:control ?planes?|masters?)\s*(?:vms? |nodes? )?(?:\+|and|und|et|y|&|as well as|plus)\s*(?:all |the )?(?:\d+ )?workers?\b/;
const SOME_NODES =
  /\b(?:half|some|part|few|several|couple|one|two|three|an?|single|only \w+|einige|halfte|quelques|moitie|algunos|mitad|\d+|zwei|drei)\s+(?:(?:of|von|de|out of)\s+)?(?:the |our |its |den |des |los |\d+ |two |three |four |five |six )*(?:agent |node |worker |linux |windows |aks |control[- ]plane |cp )*(?:vms?|nodes?|workers?|machines?|pools?|knoten|noeuds|nodos)\b(?! cluster)|\b(?:node|worker|vm) moc-\w+|\bmoc-\w+ (?:is|was)\b|\b(?:windows|linux|gpu|batch|second|other|this|the \w+) (?:node ?)?pool\b/;
const ALL_WORD = /\b(?:all|every|each|both|alle|tous|todos|entire|whole)\s*(?:the |our |of the |of our )?$/;

type Stop = { p: Passage; at: number; end: number; isDown: boolean };

const lastEnd = (re: RegExp, text: string): number => {
  let end = -1;
  for (const m of text.matchAll(re)) end = m.index + m[0].length;
  return end;
};
const firstAt = (re: RegExp, text: string): number => {
  re.lastIndex = 0;
  const at = re.exec(text)?.index ?? -1;
  re.lastIndex = 0;
  return at;
};

const SUBJECT_REACH = 90;
const OBJECT_REACH = 50;

/** The stop is the cluster's (or its nodes'), not a pod's, a firewall's or a message's. */
function isAboutCluster(prose: Prose, p: Passage, at: number, end: number): boolean {
  const before = prose.low.slice(Math.max(p.start, at - SUBJECT_REACH), end);
  const after = prose.low.slice(end, Math.min(p.end, end + OBJECT_REACH));
  if (NOT_A_STOP_BEHIND.test(after)) return false;
  const object = firstAt(SUBJECT, after);
  const otherObject = firstAt(NOT_THE_CLUSTER, after);
  const subject = lastEnd(SUBJECT, before);
  const otherSubject = lastEnd(NOT_THE_CLUSTER, before);
  // "Turned off the firewall": a foreign object right behind decides; "is off since the host update" does not.
  const isActive =
    /^\s*(?:the|our|all|every|my|its|that|this|it|them|everything|whole|alle)\b/.test(after) &&
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
  if (/^(?:(?:was|is|it|still|and|but) )*(?:not|never|nie|nicht)$/.test(lead)) return true;
  if (!/^(?:still|was|is|and|but|currently|completely|now)?$/.test(lead)) return false;
  const ownsTime = /since$/.test(prose.low.slice(at, end));
  return (
    ownsTime ||
    /^\s*(?:since|seit|depuis|desde|for|on|from|\d|in|by|at|an?\b|last|yesterday|over|during|between|because|due|until|all|this|[:=])/.test(
      after,
    )
  );
}

function stopsIn(prose: Prose): Stop[] {
  const stops: Stop[] = [];
  for (const p of prose.passages) {
    const cue = (re: RegExp, isDown: boolean): void => {
      for (const m of p.low.matchAll(re)) {
        const at = p.start + m.index;
        const end = at + m[0].length;
        if (NOT_A_STOP_IN_FRONT.test(prose.low.slice(Math.max(p.start, at - 14), at))) continue;
        if (m[0] === 'cold' && !/^\s*(?:since|for)/.test(prose.low.slice(end, end + 8))) continue;
        if (isAboutCluster(prose, p, at, end)) stops.push({ p, at, end, isDown });
      }
    };
    cue(STOP, false);
    cue(DOWN, true);
    for (const m of p.low.matchAll(DOWNTIME)) {
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

type Restart = { p: Passage; at: number; end: number };

/** A restart that has happened: not wanted, not in the future, not denied. */
function restartAfter(prose: Prose, stop: Stop): Restart | undefined {
  for (const p of prose.passages.slice(stop.p.index, stop.p.index + 3)) {
    for (const m of p.low.matchAll(RESTART)) {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (at < stop.end && !(p === stop.p && /^(?:after|nach|restart of)/.test(m[0]))) continue;
      const clause = clauseAt(p, at);
      const hasFuture = prose.times.some((t) => t.future && t.start >= clause.start && t.end <= clause.end);
      const isWish =
        /\b(?:soll\w*|should|must|muss|need\w*|have to|trying|try|cannot|can't|cant|doesn't|does not|won't|not|never|if|when|before|until we|once|doit|debe|no|nicht|ne)\b[^,;]{0,30}$/.test(
          prose.low.slice(clause.start, at),
        );
      if (!hasFuture && !isWish && !isPlanned(prose, p, at)) return { p, at, end };
    }
  }
  return undefined;
}

const distance = (t: Time, from: number, to: number): number => (t.start >= to ? t.start - to : from - t.end);

/** The time that belongs to the stop, and the one that ended it. */
function stopTimes(
  prose: Prose,
  stop: Stop,
  restart: Restart | undefined,
): { began: Time | undefined; ended: Time | undefined; length: Time | undefined } {
  const own = timesOf(prose, stop.p);
  const restartTimes = restart ? timesOf(prose, restart.p).filter((t) => isTimeOf(prose, restart, t, stop)) : [];
  const past = own.filter((t) => !t.future && !restartTimes.includes(t) && !isUnrelated(prose, t));
  const next = prose.passages[stop.p.index + 1];
  const until = past.find((t) => t.lead === 'until' && t.kind === 'point');
  // "Stays off until january" names no end that has been.
  const isEnd =
    until !== undefined && past.every((t) => t === until || (t.days ?? t.max ?? 0) >= (until.days ?? until.min ?? 0));
  const ended = isEnd ? until : restart ? restartTimes[0] : undefined;
  const usable = past.filter((t) => t !== ended && t !== until);
  const length = usable.find((t) => t.kind === 'length');
  const points = usable.filter((t) => t.kind === 'point');
  // "Today, after 35 days of downtime": a length right beside tells more than a day further away.
  const isMeasured = length !== undefined && distance(length, stop.at, stop.end) <= LENGTH_NEAR;
  const candidates = isMeasured ? points.filter((t) => t.lead === 'since') : points;
  const nearest = [...candidates].sort((a, b) => rank(a, stop) - rank(b, stop))[0];
  const carried = nearest ?? (length === undefined && next ? continuation(prose, next) : undefined);
  return { began: carried, ended, length };
}

/** "since" beats "on", near beats far; a time behind the cue is likelier its own than one in front. */
const rank = (t: Time, stop: Stop): number =>
  distance(t, stop.at, stop.end) + (t.lead === 'since' ? -60 : 0) + (t.start < stop.at ? 10 : 0);

/** "… is off. Since 5 October." */
function continuation(prose: Prose, next: Passage): Time | undefined {
  const first = timesOf(prose, next)[0];
  return first && !first.future && first.lead === 'since' && /^\s*(?:since|seit|depuis|desde)\b/.test(next.low)
    ? first
    : undefined;
}

function isTimeOf(prose: Prose, restart: Restart, t: Time, stop: Stop): boolean {
  if (t.future) return false;
  const clause = clauseAt(restart.p, restart.at);
  const inClause = t.start >= clause.start && t.end <= clause.end;
  const isCloser = stop.p !== restart.p || distance(t, restart.at, restart.end) <= distance(t, stop.at, stop.end);
  return inClause && isCloser && (t.kind === 'point' || /^\s*(?:ago)/.test(prose.low.slice(t.end, t.end + 5)));
}

/** An age or another event's time: "created 402 days ago", "uptime 71d". */
const isUnrelated = (prose: Prose, t: Time): boolean =>
  /\b(?:created|age|old|uptime|installed|updated|upgraded|limit|rule|certificates?|expire\w*|older|behind|registered|bought|since then)\W+(?:\w+\W+){0,2}$/.test(
    prose.low.slice(Math.max(0, t.start - 30), t.start),
  ) || /^\s*(?:old|limit|rule|behind|older|uptime|policy)\b/.test(prose.low.slice(t.end, t.end + 10));

type Days = { value: number; approx: boolean; min?: number; max?: number };

/** Length of a stop from its beginning to its end, or to today. */
function lengthOf(
  began: Time | undefined,
  ended: Time | undefined,
  length: Time | undefined,
  isOver: boolean,
): Days | undefined {
  // "Stopped over summer for 8 weeks": the length is told, the season only frames it.
  const isFramed = began?.approx === true && length !== undefined && !length.approx && isOver;
  if (began && !isFramed) {
    const minus = isOver
      ? (ended ?? { days: 0, approx: false, min: undefined, max: undefined })
      : { days: 0, approx: false, min: undefined, max: undefined };
    const bounds = (t: {
      days?: number | undefined;
      min?: number | undefined;
      max?: number | undefined;
      approx: boolean;
    }) => ({
      min: t.min ?? (t.approx ? undefined : t.days),
      max: t.max ?? (t.approx ? undefined : t.days),
    });
    const [b, e] = [bounds(began), bounds(minus)];
    const min = b.min !== undefined && e.max !== undefined ? Math.max(0, b.min - e.max) : undefined;
    const max = b.max !== undefined && e.min !== undefined ? Math.max(0, b.max - e.min) : undefined;
    const value = Math.max(0, (began.days ?? b.min ?? 0) - (minus.days ?? e.min ?? 0));
    return inexact({ value, approx: began.approx || minus.approx, min, max });
  }
  if (!length) return undefined;
  return inexact({ value: length.days ?? length.min ?? 0, approx: length.approx, min: length.min, max: length.max });
}

function inexact(d: { value: number; approx: boolean; min: number | undefined; max: number | undefined }): Days {
  const { value, approx, min, max } = d;
  if (!approx) return { value, approx };
  return { value, approx, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

const PAST_STATE = /\b(?:was|were|had been|war|waren|etait|etaient|estuvo|estaba|estaban|a ete|ont ete)\b/;

/** "Was off for 40 days" is over; "has been off for 40 days" and "was switched off on the 9th" are not by themselves. */
function isOverByTense(prose: Prose, stop: Stop, length: Time | undefined): boolean {
  if (!length || length.lead === 'ago' || length.lead === 'since') return false;
  const before = prose.low.slice(Math.max(stop.p.start, stop.at - 50), stop.end);
  if (/\bafter\b[^.;,]{0,40}$/.test(prose.low.slice(Math.max(stop.p.start, stop.at - 50), stop.at))) return true;
  return PAST_STATE.test(before) && !/\b(?:has|have) been\b/.test(before);
}

function stopFacts(prose: Prose, stop: Stop): Found[] {
  const { p } = stop;
  const restart = restartAfter(prose, stop);
  const { began, ended, length } = stopTimes(prose, stop, restart);
  const span: Span = evidenceOfStop(p, stop, began ?? length);
  if (stop.isDown && (began?.max ?? began?.days ?? length?.days ?? 0) < DOWN_DAYS_MIN) return [];
  const nodes = nodesOf(prose, stop);
  if (nodes === 'some') {
    return [
      typed('clusterRunState', 'partly', span),
      typed('allNodesDeallocated', false, span),
      ...methodFacts(prose, stop, span),
    ];
  }
  const since = began ?? (length && /^(?:since|ago)$/.test(length.lead) ? length : undefined);
  const isOver =
    restart !== undefined ||
    (ended !== undefined && !ended.future) ||
    (began === undefined && isOverByTense(prose, stop, length));
  const found: Found[] = [typed('clusterRunState', isOver ? 'running' : 'stopped', span)];
  const day = since ? exactDay(since, prose.doc.today) : dayOfLength(prose, length, isOver);
  if (day) found.push(typed('stoppedSince', day, span));
  const days = lengthOf(since, ended, length, isOver);
  if (days) found.push(typed('stoppedDays', days.value, span, { approx: days.approx, min: days.min, max: days.max }));
  if (nodes === 'all') found.push(typed('allNodesDeallocated', true, span));
  return [...found, ...methodFacts(prose, stop, span)];
}

/** "Off for 34 days now" began 34 days ago. */
const dayOfLength = (prose: Prose, length: Time | undefined, isOver: boolean): string | undefined =>
  length && !isOver && !length.approx && length.days !== undefined ? addDays(prose.doc.today, -length.days) : undefined;

function evidenceOfStop(p: Passage, stop: Stop, time: Time | undefined): Span {
  const isInside = time !== undefined && time.start >= p.start && time.end <= p.end;
  const [start, end] = isInside ? [Math.min(stop.at, time.start), Math.max(stop.end, time.end)] : [stop.at, stop.end];
  return evidenceSpan(p, start, end);
}

/** Which nodes a stop took: said all, said some, or not said. */
function nodesOf(prose: Prose, stop: Stop): 'all' | 'some' | undefined {
  const words = prose.low.slice(
    Math.max(stop.p.start, stop.at - SUBJECT_REACH),
    Math.min(stop.p.end, stop.end + OBJECT_REACH + 30),
  );
  const some = SOME_NODES.exec(words);
  if (some && !ALL_WORD.test(words.slice(0, some.index)) && !ALL_NODES.test(words)) return 'some';
  return ALL_NODES.test(words) ? 'all' : undefined;
}

/** How far from the stop its manner may be told, in sentences. */
const METHOD_REACH = 2;

function methodFacts(prose: Prose, stop: Stop, span: Span): Found[] {
  const { passages } = prose;
  const says = (re: RegExp, where: readonly Passage[]): boolean =>
    where.some((p) =>
      [...p.low.matchAll(re)].some((m) => !isNegated(p, p.start + m.index) && !isIntended(p, p.start + m.index)),
    );
  const neighbours = passages
    .slice(Math.max(0, stop.p.index - 1), stop.p.index + METHOD_REACH)
    .filter((p) => !p.isQuestion && p !== stop.p);
  for (const where of [[stop.p], neighbours]) {
    if (says(DOCUMENTED, where)) return [typed('stopMethod', 'documented', span)];
    if (says(MAINTENANCE, where)) return [typed('stopMethod', 'maintenance', span)];
    if (says(BY_HAND, where)) return [typed('stopMethod', 'hyperv-manual', span)];
  }
  return [];
}

function runningFacts(prose: Prose): Found[] {
  return prose.passages.flatMap((p) =>
    [...p.low.matchAll(RUNNING)].flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      const before = prose.low.slice(Math.max(p.start, at - SUBJECT_REACH), at);
      const isNever = /^(?:never|nie|no downtime)/.test(m[0]);
      if ((!isNever && isNegated(p, at)) || isIntended(p, at) || isElsewhere(prose, p, at) || isRefuted(prose, p))
        return [];
      if (lastEnd(NOT_RUNNING_SUBJECT, before) > lastEnd(SUBJECT, before) && lastEnd(NOT_RUNNING_SUBJECT, before) > 0)
        return [];
      if (
        /^\s*(?:on|in|as|into|out|against|at) (?:windows|azure|server|version|v?1\.|the latest|k8s|kubernetes|aks)/.test(
          prose.low.slice(end, end + 30),
        )
      )
        return [];
      return [typed('clusterRunState', 'running', evidenceSpan(p, at, end), { weight: WEIGHT.hint })];
    }),
  );
}

export function runState(prose: Prose): Found[] {
  const stops = stopsIn(prose);
  const found: Found[] = [];
  for (const stop of stops) {
    if (!isActual(prose, stop.p, stop.at)) continue;
    if (
      isNegated(stop.p, stop.at) ||
      /^\s*[:=?]\s*(?:no|nein|non|never|nie)\b/.test(prose.low.slice(stop.end, stop.end + 12))
    ) {
      found.push(typed('clusterRunState', 'running', evidenceSpan(stop.p, stop.at, stop.end)));
    } else found.push(...stopFacts(prose, stop));
  }
  return [...found, ...runningFacts(prose)];
}
