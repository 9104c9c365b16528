/**
 * Forms that people fill in: `label: value`, one a line or several between bars. The label asks, the value answers, so
 * the value is read as a reply to that question.
 */

import type { FactName, FactValues } from '../../model/facts.ts';
import { FACTS } from '../../model/facts.ts';
import { ANSWERS } from '../answers/index.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import type { Prose } from '../stance.ts';

const CELL =
  /(?:^|[|;\n])[\s>*\u2022-]{0,12}([a-z][a-z0-9 /()'-]{1,34}?)\s{0,12}(?:[:=]|\?:?)\s{0,12}(?=\S)([^|;\n]{1,70})/g;

const LABELS: readonly [FactName, RegExp][] = [
  [
    'clusterRunState',
    /^(?:(?:is |was )?(?:the )?(?:cluster |it )?(?:currently )?(?:stopped|off|switched off|shut ?down)|cluster state|run state|state of (?:the )?cluster|gestoppt|arrete)$/,
  ],
  [
    'nodeChange',
    /^(?:(?:vm|vms|node|nodes|manual|vm ?\/ ?node|node ?\/ ?vm|own|custom)?\s?(?:changes?|changed|modifications?|modified)(?: (?:on|to|of|in) (?:the )?(?:vms?|nodes?|hyper-v))?|(?:vms?|nodes?) (?:changed|touched|modified))$/,
  ],
  ['metadataChange', /^(?:(?:node )?labels?(?: changed| changes| touched)?|metadata(?: changed| changes)?)$/],
  ['subscriptionState', /^(?:azure )?(?:subscription|sub)(?: state| status)?$/],
  [
    'azureConnected',
    /^(?:azure|arc|azure arc)(?: connection| status| connected| connectivity)?$|^connect(?:ed|ion|ivity)(?: to azure| status)?$/,
  ],
  [
    'lastAzureSync',
    /^last (?:azure )?(?:sync|contact|connected|connection|connectivity|seen|heartbeat)(?: (?:to|with) azure)?$/,
  ],
  ['featureStage', /^(?:preview(?: features?)?(?: in use| used)?|feature stage|stage)$/],
  ['aksReleasesBehind', /^(?:aks )?releases? behind$/],
  ['nodeCount', /^(?:number of )?nodes$|^node count$/],
  ['cni', /^(?:cni|network plugin)$/],
];

/** "Cluster stopped? Yes": the labels that follow ask about that stop. */
const STOPPED_CELL =
  /(?:^|[|;\n])[\s>*\u2022-]{0,12}(?:[\w ]{0,20}\b(?:stopped|off|shut ?down|powered[- ](?:down|off))\s?(?:\?:?|[:=])\s*(?:yes|y|ja|true|since|\d)|(?:cluster |run ?)?state\s?[:=]\s*(?:stopped|off|down)\b)/;
const OF_A_STOP: readonly [FactName, RegExp][] = [
  ['stoppedSince', /^(?:since|since when|stopped since|off since|from|when)$/],
  ['stopMethod', /^(?:how|method|way|by|stop method|procedure|how (?:was it )?(?:stopped|done))$/],
];
const ALL_VMS = /\ball (?:the |node )?(?:vms?|nodes?|machines)\b/;

/** "Switched off? Yes, since Monday, as documented": the label holds the word that the answer affirms. */
function readOf(fact: FactName, label: string, value: string, today: string) {
  const clock = { today };
  if (fact === 'azureConnected') {
    const read = ANSWERS.azureConnected?.(value, clock);
    return read?.azureConnected?.value === false
      ? { ...ANSWERS.lastAzureSync?.(value.replace(DENIED, ''), clock), ...read }
      : read;
  }
  if (fact !== 'clusterRunState' || !/(?:stopped|off|shut ?down)$/.test(label) || !AFFIRMED.test(value.toLowerCase()))
    return ANSWERS[fact]?.(value, clock);
  return { ...ANSWERS.stopMethod?.(value, clock), ...ANSWERS.clusterRunState?.(`stopped, ${value}`, clock) };
}
/** "No, since 5 November": what follows tells when. */
const DENIED = /^\W*(?:not? connected|no|nein|non|offline|disconnected)\b[\s,;:]*/i;
const AFFIRMED = /^(?:yes|yep|ja|oui|si|true|y)\b/;

export function forms(prose: Prose): Found[] {
  const found: Found[] = [];
  const isStopForm = STOPPED_CELL.test(prose.low);
  for (const m of matchesOf(CELL, prose.low)) {
    const label = m[1]?.trim() ?? '';
    const fact =
      LABELS.find(([, re]) => re.test(label))?.[0] ??
      (isStopForm ? OF_A_STOP.find(([, re]) => re.test(label))?.[0] : undefined);
    const read = fact && readOf(fact, label, m[2]?.trim() ?? '', prose.doc.today);
    if (isStopForm && fact === 'stopMethod' && ALL_VMS.test(m[2] ?? ''))
      found.push(typed('allNodesDeallocated', true, { start: m.index, end: m.index + m[0].length }));
    if (!read) continue;
    const start = m.index + m[0].indexOf(label);
    const span = { start, end: m.index + m[0].length };
    for (const [name, part] of Object.entries(read)) {
      // What was changed is read from the words themselves; the label only tells that nothing was.
      if (name === 'nodeChange' && Array.isArray(part?.value) && part.value.length > 0) continue;
      if (part === undefined || !FACTS[name as FactName].safeParse(part.value).success) continue;
      // What the label does not ask for gives way to what the sentence says.
      const weight = name === fact ? WEIGHT.said : WEIGHT.hint;
      const detail = { approx: part.approx ?? false, min: part.min, max: part.max, weight };
      found.push(typed(name as FactName, part.value as FactValues[FactName], span, detail));
    }
  }
  return found;
}
