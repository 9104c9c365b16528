/** Whether the cluster reaches Azure and when it last did, as people tell it. */

import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isIntended, isNegated, isPlanned, isRefuted, type Prose, timesOf } from '../stance.ts';
import { exactDay, type Time } from '../times.ts';
import {
  CONNECTED_TOLD,
  LAST_TOLD,
  LOST_TOLD,
  NEVER_LOST,
  OF_ANOTHER,
  SINCE_THEN,
  SINCE_THEN_FRONT,
  SYNCED_OTHER,
} from './azure-idioms.ts';
import { isOfPerson } from './stop-cues.ts';

const LOST =
  /\b(?:contact|connection|link) (?:to|with) (?:azure|arc) (?:is |was |got |has been )?(?:lost|down|gone|broken|interrupted|cut|dead)\b|\b(?:arc|azure)(?: \w+)? offline\b|(?<=^|[.,;:]\s?)offline since\b|\b(?:lost (?:its |the )?heartbeat|cut (?:\w+ ){1,4}from (?:azure|the internet)|status: offline|(?:azure |arc |internet )connection (?:is |was |got |has been )?(?:lost|down|gone|interrupted|broken|dead|cut)|no (?:internet|uplink|connection to (?:azure|the internet|arc)|azure connect\w+|connectivity (?:to|with) (?:azure|arc)|contact (?:to|with) azure|outbound|wan|network to azure|sync\w*)|(?:lost|without|cut off from|cut from|missing) (?:the |its |our )?(?:internet|uplink|connection (?:to|with) (?:azure|the internet|arc)|contact (?:to|with) azure|azure|wan)|disconnected(?: from azure| from arc)?|air[- ]?gapped|offline mode|(?:could|can|did|does|do)(?:n'?t| not|not)(?: be able to)? (?:reach|contact|connect to|talk to|speak (?:to|with)|report to|sync (?:with|to)|see) (?:azure|the cloud|the internet|arc|microsoft)|(?:could|can|did|does|do)(?:n'?t| not|not) (?:phone|call|report) home|unable to (?:reach|contact|connect to|sync with) (?:azure|arc)|cannot (?:reach|contact|connect to) (?:azure|arc)|not (?:connected|synced|syncing|synchroni[sz]ed|reach\w*)(?: (?:to|with) (?:azure|arc))?|not registered (?:to|with|in) (?:azure|arc)|never (?:connected|synced) (?:to|with) azure|(?:has|have|had)(?:n't| not) (?:synced|connected|contacted|reached|talked)(?: (?:to|with))?(?: azure)?|(?:azure|arc|the cloud|the internet) (?:is |was )?(?:unreachable|not reach\w+|(?:cannot|can't|could not|couldn't) be reached)|(?:still|again|now) (?:\w+ )?(?:offline|disconnected)|(?:shows?|is|as|went|goes|marks?|status:?|state:?|says?|has been|been|was|are) (?:\w+ ){0,2}(?:offline|disconnected)|(?:internet|uplink|satellite|wan|line|link|azure connection) (?:is |was |has been |died|went |broke|)(?:down|dead|out|broken|cut|died|gone|failed)|(?:kein\w?|ohne) (?:internet|verbindung zu azure|azure[- ]verbindung|uplink)|(?:nicht|keine) (?:mit azure )?verbunden|getrennt|pas (?:de connexion|d'internet|connecte)|deconnecte\w*|hors ligne|sin (?:internet|conexion)|desconectad\w+)\b/g;

const CONNECTED =
  /\b(?:(?:can|does|do) (?:reach|contact|talk to|connect to|see) azure|reaches azure|status: ?connected|connected (?:to|with) (?:azure|arc)|azure (?:is )?connected|back online|online again|connection (?:to azure )?(?:is )?(?:ok|fine|good|back|restored|works|up)|reconnected(?! the (?:\w+ )?(?:adapters?|nics?|cables?|disks?|vms?|switch|network|hosts?|nodes?|volumes?)\b)|(?:(?:shows?|is|as|status|says?|are|still|stays?|,|^|portal|cluster|arc|azure|it) (?:as )?|(?:portal|arc|azure|status|state|connectivity|connection)\s?[:=]\s?)(?:'|")?connected|(?:azure|arc)(?: connection)? (?:is )?(?:ok|fine|up|good)\b|(?:always|permanently|constantly|now|all) (?:\w+ )?(?:online|connected)|green in (?:the )?portal|arc (?:connection |status |agents? )?(?:is |are )?(?:green|online|ok)|(?:portal|arc) (?:shows?|says?) (?:\w+ )?(?:online|green|connected)|back in port(?! tomorrow| next| on)|portal(?: is| shows| says)?:? (?:\w+ )?green|(?:internet|uplink|satellite|wan|line|link|connection)(?: link| line)? (?:is |was |got )?(?:fixed|repaired|restored|up again|working again)|uplink (?:is )?back|(?<!last )(?<!last time )synced(?! last)|syncs|syncing|sync (?:is )?(?:ok|fine|works)|verbunden|mit azure verbunden|wieder online|connecte|en ligne|conectad[oa]|en linea)\b/g;

const LAST_CONTACT =
  /\b(?:lastconnectivitytime|lastconnected|(?:sees|saw) (?:us|it|them|the cluster) last|last(?:ly)? (?:\w+ ){0,2}?(?:contact\w*|sync\w*|connect\w*|seen|communicat\w*|heartbeat|check-?in|reached|online|talked)|(?:synced|connected|reached azure|contacted|checked in|seen|online|(?:talked|spoke) (?:to|with) azure) (?:for )?(?:the )?last|letzte[rn]? (?:kontakt|sync\w*|verbindung)|zuletzt [^.;,]{0,24}(?:gesehen|verbunden|erreicht|synchronisiert)|zuletzt (?:verbunden|synchronisiert|gesehen|online)|dernier\w? (?:contact|connexion|synchro\w*)|ultim[oa] (?:contacto|conexion|sincronizacion|vez))\b/g;
const SYNCED_AT = /\b(?:synced|synchroni[sz]ed|checked in|contacted azure|reached azure)\b/g;

const SUBJECT_OTHER =
  /\b(?:devops(?: agents?)?|ntp|clocks?|time|ad|replicas?|backups?|flux|argo\w*|git\w*|pods?|extensions?|nodes?|vms?|workers?|disks?|apps?|users?|kubectl|devs?|service|laptop|client|database|registry|key ?vault|vpn|runner|host can|dns|entra(?: (?:id|connect))?|directory|dirsync|onedrive|sharepoint|outlook|sql|mailbox|calendar)\W+(?:\w+\W+){0,4}$/;
/** Disconnected from something that is not Azure. */
const OTHER_END =
  /^ (?:from|to|with) (?!azure|arc|the (?:internet|cloud|portal)|microsoft|internet|that|then|there|the (?:\d|day)|\d)/;
const RULE_TALK =
  /\b(?:(?<!\b(?:firewall|proxy|egress|nat) )rule(?! (?:changes?\b|corrected|changed|fixed|added|removed|opened|repaired|was|on))|policy|limit|read about|does it count|grace|allowed)\b/;

const BACK =
  /\b(?:came back|(?:is|are|was|were) back|returned|now (?:ok|fine|works|working|up|back)|(?:ok|fine|works|up) now|back (?:online|in port|on|up)?|online again|reconnected|fixed|restored|(?:connected|works|ok|up|on|there) again|again ok|since then (?:\w+ )?(?:ok|fine|online|connected|up|stable)|always (?:online|connected)|now (?:everything|all|it|we|things?|the cluster)(?: is|'s| are)? (?:\w+ )?(?:ok|fine|works?|connected|online|back|up|good)|is ok again|(?:ok|fine|good|online|up|stable) since|wieder (?:online|verbunden|da)|repaired|de retour|de vuelta)\b/;

/** "Connected since monday, before that 20 days without internet": told after what ended it. */
const BEFORE_THAT = /\b(?:before(?: that| this)?|until then|previously|prior to that|vorher|davor|avant)\b[^.;]*$/;

type Cue = { p: Passage; at: number; end: number };

const cuesOf = (prose: Prose, re: RegExp): Cue[] =>
  prose.passages.flatMap((p) =>
    matchesOf(re, p.low).map((m) => ({ p, at: p.start + m.index, end: p.start + m.index + m[0].length })),
  );

const isUsable = (prose: Prose, { p, at, end }: Cue): boolean =>
  !SYNCED_OTHER.test(prose.low.slice(end, end + 28)) &&
  !OTHER_END.test(prose.low.slice(end, end + 24)) &&
  !isOfPerson(prose.low.slice(Math.max(p.start, at - 24), end)) &&
  !isIntended(p, at) &&
  !isElsewhere(prose, p, at) &&
  !isRefuted(prose, p) &&
  !RULE_TALK.test(p.low.slice(Math.max(0, at - p.start - 40), at - p.start + 60)) &&
  !SUBJECT_OTHER.test(prose.low.slice(Math.max(clauseAt(p, at).start, at - 50), at));

const nearest = (times: readonly Time[], cue: Cue): Time | undefined =>
  [...times].sort((a, b) => gap(a, cue) - gap(b, cue))[0];
const gap = (t: Time, cue: Cue): number =>
  (t.start >= cue.end ? t.start - cue.end : cue.at - t.end + 15) - (t.lead === 'since' ? 40 : 0);

/** Facts of the last contact from a time: a day where it is exact, days with their bounds otherwise. */
export function contactFacts(prose: Prose, t: Time, span: { start: number; end: number }, weight: number): Found[] {
  const day = exactDay(t, prose.doc.today);
  if (day)
    return [typed('lastAzureSync', day, span, { weight }), typed('lastAzureSyncDays', t.days ?? 0, span, { weight })];
  const value = t.days ?? t.min;
  return value === undefined
    ? []
    : [typed('lastAzureSyncDays', value, span, { weight, approx: t.approx, min: t.min, max: t.max })];
}

function spanOf(cue: Cue, t: Time | undefined): { start: number; end: number } {
  return evidenceSpan(cue.p, Math.min(cue.at, t?.start ?? cue.at), Math.max(cue.end, t?.end ?? cue.end));
}

/** "Back in port tomorrow". */
function isAhead(prose: Prose, p: Passage, at: number): boolean {
  const clause = clauseAt(p, at);
  return prose.times.some((t) => t.future && t.start >= clause.start && t.end <= clause.end);
}

/** Told in a later sentence: the next one, or any that names the line. */
function isBackLater(prose: Prose, p: Passage): boolean {
  return prose.passages.slice(p.index + 1).some((x, i) => {
    const m = BACK.exec(x.low);
    if (!m || isNegated(x, x.start + m.index) || isIntended(x, x.start + m.index)) return false;
    return (
      i === 0 || /\b(?:proxy|internet|uplink|connection|connected|azure|line|satellite|firewall|wan)\b/.test(x.low)
    );
  });
}

/** Times of a sentence, and of the answer where it is a question: "Last sync? Today.", "Disconnected? Yes, for 8 days." */
function timesTold(prose: Prose, p: Passage): Time[] {
  const answer = prose.passages[p.index + 1];
  const isAnswered = p.isQuestion && answer !== undefined && answer.low.trim().length <= ANSWER_MAX;
  return isAnswered ? [...timesOf(prose, p), ...timesOf(prose, answer)] : timesOf(prose, p);
}
const ANSWER_MAX = 40;

/** "It is online again; at sea it was offline 25 days": the present was told first. */
const PRESENT =
  /\b(?:is|are|it's|now|again)\b[^.;,]{0,16}\b(?:online|connected|back|up)\b(?! to )|\b(?:online|connected) again\b/;
const WAS = /\b(?:was|were|had been|war|waren|etait|estuvo|estaba)\b[^.;,]{0,24}$/;

function isBackAlready(prose: Prose, { p, at, end }: Cue): boolean {
  const clause = clauseAt(p, at);
  const told = prose.low.slice(Math.max(0, clause.start - 120), clause.start);
  const m = PRESENT.exec(told);
  return m !== null && WAS.test(prose.low.slice(clause.start, end)) && !/\b(?:not|never|n't)\b/.test(m[0]);
}

const NOW = /\b(?:now|moment|currently|present|jetzt|momentan|maintenant|ahora)\b/;

function lostFacts(prose: Prose, cue: Cue): Found[] {
  // "Not connected right now" says how it is, not since when.
  const past = timesTold(prose, cue.p).filter((t) => !t.future && !NOW.test(prose.low.slice(t.start, t.end)));
  // "30 days disconnected today": the length tells since when, today only when it was written.
  const times = past.some((t) => t.kind === 'length') ? past.filter((t) => t.kind === 'length' || t.days !== 0) : past;
  const later = BACK.exec(prose.low.slice(cue.end, cue.p.end));
  const backStart = cue.end + (later?.index ?? 0);
  const back = later && !isAhead(prose, cue.p, backStart) && !isIntended(cue.p, backStart) ? later : null;
  const isBack =
    (back !== null && !isNegated(cue.p, cue.end + back.index)) ||
    isBackLater(prose, cue.p) ||
    isBackAlready(prose, cue) ||
    BEFORE_THAT.test(clauseAt(cue.p, cue.at).low.slice(0, cue.at - clauseAt(cue.p, cue.at).start));
  // A time in the clause of the return belongs to the return.
  const backAt = back && isBack ? clauseAt(cue.p, cue.end + back.index).start : cue.p.end;
  const isSinceThen =
    SINCE_THEN.test(prose.low.slice(cue.end, cue.p.end)) || SINCE_THEN_FRONT.test(prose.low.slice(cue.p.start, cue.at));
  const told = isSinceThen ? times.filter((x) => x.end <= cue.at && x.kind === 'point').at(-1) : undefined;
  const t =
    told ??
    nearest(
      times.filter(
        (x) => x.start < backAt && (x.lead === 'since' || x.kind === 'length' || x.lead === 'ago' || gap(x, cue) < 40),
      ),
      cue,
    );
  const span = spanOf(cue, t);
  const found: Found[] = [typed('azureConnected', isBack, span)];
  // An interruption that is over says nothing about the last contact, unless its beginning is told.
  const isPoint = t !== undefined && (t.kind === 'point' || !isBack);
  // "Air gapped for 25 days" goes on until today: the last contact was that long ago.
  const began: Time | undefined = t?.kind === 'length' && !isBack ? { ...t, kind: 'point' } : t;
  return began && isPoint && began.lead !== 'until'
    ? [...found, ...contactFacts(prose, began, span, WEIGHT.said)]
    : found;
}

function lastFacts(prose: Prose, cue: Cue): Found[] {
  const t = nearest(
    timesTold(prose, cue.p).filter((x) => !x.future && (x.start >= cue.at || cue.at - x.end < 12)),
    cue,
  );
  return t && t.start - cue.end < 60 ? contactFacts(prose, t, spanOf(cue, t), WEIGHT.shown) : [];
}

export function azureContact(prose: Prose): Found[] {
  const found: Found[] = [];
  const lost = [...cuesOf(prose, LOST), ...cuesOf(prose, LOST_TOLD)].sort((a, b) => a.at - b.at);
  for (const [i, cue] of lost.entries()) {
    // "No internet since the satellite died" is one loss.
    if (lost[i - 1]?.p === cue.p) continue;
    if (!isUsable(prose, cue) || isPlanned(prose, cue.p, cue.at)) continue;
    const isDenied =
      NEVER_LOST.test(prose.low.slice(cue.at, cue.end)) ||
      (isNegated(cue.p, cue.at) &&
        !/^(?:no|not|never|kein|nicht|pas|sin|without|cannot|could|can|did|does|do|has|have|had)/.test(
          prose.low.slice(cue.at, cue.at + 10),
        ));
    if (isDenied) found.push(typed('azureConnected', true, spanOf(cue, undefined)));
    else if (isOfAzure(prose, cue)) found.push(...lostFacts(prose, cue));
  }
  for (const cue of [...cuesOf(prose, CONNECTED), ...cuesOf(prose, CONNECTED_TOLD)]) {
    if (isUsable(prose, cue) && !isNegated(cue.p, cue.at) && isOfAzure(prose, cue))
      found.push(typed('azureConnected', true, spanOf(cue, undefined)));
  }
  for (const cue of [...cuesOf(prose, LAST_CONTACT), ...cuesOf(prose, SYNCED_AT), ...cuesOf(prose, LAST_TOLD)]) {
    if (OF_ANOTHER.test(prose.low.slice(cue.end, cue.end + 60))) continue;
    if (OTHER_SYNC.test(prose.low.slice(cue.at, cue.end))) continue;
    if (isUsable(prose, cue) && !isNegated(cue.p, cue.at)) found.push(...lastFacts(prose, cue));
  }
  return [...found, ...outOfTouch(found)];
}

/** "Last successful AD sync". */
const OTHER_SYNC =
  /\b(?:ad|entra|directory|ldap|dns|ntp|file|git|flux|db|sql|backup|mail|calendar|s2d|storage|replica\w*)\b/;

/** Last heard of days ago, and nobody says that it is connected: it is not. */
const SILENT_DAYS = 2;

function outOfTouch(found: readonly Found[]): Found[] {
  const last = found.find((f) => f.fact === 'lastAzureSyncDays' && !f.approx);
  if (!last || Number(last.value) < SILENT_DAYS || found.some((f) => f.fact === 'azureConnected')) return [];
  return [typed('azureConnected', false, last, { weight: WEIGHT.hint })];
}

/** "Offline", "connected" and "synced" alone say little: something of Azure, the portal, the site or the cluster is near. */
function isOfAzure(prose: Prose, { p, at, end }: Cue): boolean {
  const words = prose.low.slice(at, end);
  if (/azure|internet|uplink|satellite|arc\b|portal|wan\b|air|cloud/.test(words)) return true;
  const near = prose.low.slice(Math.max(p.start, at - 90), Math.min(p.end, end + 90));
  if (/connected/.test(words) && !OTHER_LINK.test(near)) return true;
  return (
    /\b(?:azure|arc|portal|cluster|internet|uplink|heartbeat|fibre|fiber|starlink|egress|cloud|mgmt|management|host|online|synced|sync|extensions?|agent|connectedk8s|lastconnectivitytime|last|letzte|verbindung|connectivity|proxy|subscription|aks|we|site|ship|vessel|plant|factory|store|shop)\b/.test(
      near,
    ) || p.low.trim().length < 40
  );
}

/** What else is connected and disconnected. */
const OTHER_LINK =
  /\b(?:vpn|pods?|nodes?|users?|disks?|nics?|adapters?|cables?|database|db|clients?|usb|volumes?|sessions?|rdp|ssh|csv|iscsi|san|switch|ports?)\b/;
