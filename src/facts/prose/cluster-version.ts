/** Versions in prose: Kubernetes server and client, AKS release, Azure Local train. */

import { evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import type { Prose } from '../stance.ts';
import { AKS_PREVIEW_RELEASE, AKS_RELEASE, KUBERNETES, plainVersion, SOLUTION, TRAIN } from '../versions.ts';
import { type Role, roleOf } from './version-role.ts';

/** Behind a number that is a measure, not a version. */
const UNIT =
  /^\s?(?:%|x\b|gb|gib|gi\b|mb|mib|mi\b|tb|ti\b|ms\b|s\b|sec|min\b|h\b|hours|k\b|cpus?\b|cores?\b|vcpu|million|eur|usd|\$|€|cm|v\b|a\b(?!\s+v?1\.\d)|ghz|times|days?\b|weeks?\b)/;
/** "1.33 I think?? not sure": a guess; a mere "I think" is how people speak. */
const DOUBT_BEHIND =
  /^\s*(?:,|\()?\s*(?:i think|i guess|i believe|maybe|probably|or so)?\s*(?:\?\?|,? ?(?:but |i am |i'm )?(?:not (?:really |quite |100 ?% )?sure|no idea|unsure|just a guess|at least (?:i|we) (?:believe|think|hope)|(?:i|we) (?:have )?(?:not|never) checked|not checked|if i remember|iirc|from memory))/;
/** "One colleague says 1.29, the other one 1.33": nobody knows. */
const DISPUTED =
  /\b(?:one|a|my|some)\b[^.;]{0,24}\b(?:says?|said|claims?|thinks?|believes?|swears?)\b.*\b(?:the )?others?\b|\b(?!(?:kubectl|az|portal|output|it|get-\w+)\b)[a-z]+ (?:says?|said|claims?|thinks?|believes?|swears?)\b[^;]{1,40}\d[^;]{0,20}?\b(?!(?:kubectl|az|portal|output|it|i|we|get-\w+)\b)[a-z]+ (?:says?|said|claims?|thinks?|believes?|swears?)\b/;
/** "1.32 point 9": the patch said aloud. */
const SPOKEN_PATCH = /^ (?:dot|point|punkt|punto) (\d{1,2})\b/;
/** "Probably 1.31 or 1.32": no more than a guess. */
const GUESSED =
  /\b(?:tippe auf|schatze|glaube|denke|something (?:like|with)|some(?:where|thing) (?:around|between)|probably|presumably|maybe|perhaps|might be|could be|should be|vermutlich|wahrscheinlich|peut-etre|quizas|probablement|probablemente|i (?:think|guess|believe)(?: it(?:'s| is| was))?(?: something like)?)\s*(?:a |an |version |on |at |kubernetes |k8s |v|v?1\.\d\d(?:\.\d+)? (?:or|oder|ou|o|and) )*$/;
const EITHER = /^\s*(?:or|oder|ou|o)\s+v?1\.\d\d/;
/** "1.33.5?? yes we upgraded": asked back and answered. */
const AFFIRMED_BEHIND =
  /^\s*\?{1,3}\s*(?:yes|yep|yeah|sure|correct|exactly|ja|oui|si)\b(?!,? (?:maybe|i think|i guess|probably))/;
/** A minor alone is a version only where the words around say so. */
const VERSION_CONTEXT =
  /^\s*(?:no|sorry|yes|now|nein|ja)\b|\b(?:k8s|kube|kubernetes|cluster\w*|version|nodes?|aks|server|minor|upgrad\w*|updat\w*|runs?|running|deprecat\w*|still|pools?|control ?planes?|we (?:are|have)|has|auf|on|mit|it is|it's|its|sorry|correction|supported|noch|avec|con|with|at|mgmt|management|kva|kubectl|client|jump\w*|migrat\w*)\b/;
const LISTED = /^\s*(?:,|and|or|und|oder|et|ou|y|o|&)\s*v?$/;
const LEADING_V = /v$/;

/** The version of nodes or pools gives way to that of the control plane. */
const NODE_WORD =
  /(?<!(?:master|plane|cp) )\b(?:nodes?|pools?|workers?|kubelets?|knoten)\b(?!.*\b(?:cluster|server|control|master|k8s|kubernetes|version)\b)/;
const NODE_WEIGHT = (WEIGHT.hint + WEIGHT.said) / 2;

const SUPPOSED = /\b(?:i (?:think|guess|believe)|maybe|perhaps|something|not sure|no idea|probably)\b/;
const MOVED =
  /\b(?:up|down)(?:grad|dat)\w*|\b(?:migrat\w*|reinstall\w*|redeploy\w*|rebuil\w*|new cluster|patch\w*|now on|moved)\b/;

const WEIGHTS: Partial<Record<Role, number>> = { current: WEIGHT.said, corrected: WEIGHT.corrected };

/** "Its forerunner had 1.30, now we are on .33": the minor alone, where another version is told in full. */
const SHORT_MINOR =
  /(?<=\b(?:is|on|runs|now|has|at|to|it's|ours) )\.([23]\d)(?:\.\d{1,2})?(?!\.?\d|[\w%]|\s?(?:seconds|ms|s|gb|mb|%))/g;
const FULL_VERSION = /(?<![\d.])v?1\.[23]\d(?![\d])/;

function shortMinors(prose: Prose, p: Passage): Found[] {
  if (!FULL_VERSION.test(p.low) && !/\b(?:kubernetes|k8s|cluster version)\b/.test(p.low)) return [];
  return matchesOf(SHORT_MINOR, p.low).flatMap((m) => {
    const [at, end] = [p.start + m.index, p.start + m.index + m[0].length];
    const role = roleOf(prose, p, at, end);
    const weight = WEIGHTS[role];
    return weight === undefined ? [] : [typed('k8sVersion', `1${m[0]}`, evidenceSpan(p, at, end), { weight })];
  });
}

function kubernetesIn(prose: Prose, p: Passage): Found[] {
  const found: Found[] = [];
  let before: { end: number; role: Role } | undefined;
  const versions = matchesOf(KUBERNETES, p.low);
  for (const m of versions) {
    const at = p.start + m.index;
    const end = at + m[0].length;
    const patch = SPOKEN_PATCH.exec(prose.low.slice(m.index + p.start + m[0].length))?.[1];
    const version = patch === undefined ? plainVersion(m[1] ?? '') : `${plainVersion(m[1] ?? '')}.${patch}`;
    const behind = prose.low.slice(end, end + 12);
    if (UNIT.test(behind)) continue;
    const isMinor = version.split('.').length === 2;
    if (
      isMinor &&
      !behind.startsWith('.x') &&
      !m[0].startsWith('v') &&
      !VERSION_CONTEXT.test(p.low) &&
      !LEADING_V.test(prose.low.slice(0, at))
    )
      continue;
    // "1.32.8 and 1.32.9": what is listed together has one meaning.
    const listed = before && LISTED.test(prose.low.slice(before.end, at)) ? before.role : undefined;
    const own = roleOf(prose, p, at, end);
    const role: Role = own === 'current' ? (listed ?? own) : own;
    before = { end, role };
    const span = evidenceSpan(p, at, end);
    const isNode = role === 'current' && NODE_WORD.test(prose.low.slice(Math.max(p.start, at - 24), at));
    // "It was on 1.32.8 before", of a cluster that nobody upgraded: the last that is known.
    const isLastKnown =
      role === 'past' &&
      !SUPPOSED.test(p.low) &&
      !p.isQuestion &&
      matchesOf(KUBERNETES, prose.low).length === 1 &&
      !MOVED.test(prose.low);
    const weight = isNode ? NODE_WEIGHT : isLastKnown ? WEIGHT.hint : WEIGHTS[role];
    if (weight !== undefined) {
      const words = prose.low.slice(end, end + 30);
      const approx =
        (DOUBT_BEHIND.test(words) && !AFFIRMED_BEHIND.test(words)) ||
        (versions.length > 1 && DISPUTED.test(p.low)) ||
        GUESSED.test(prose.low.slice(Math.max(p.start, at - 40), at)) ||
        (role !== 'corrected' && EITHER.test(words));
      found.push(typed('k8sVersion', version, span, { weight, approx, cluster: clusterNear(prose, p, at) }));
    }
    if (role === 'client') found.push(typed('kubectlVersion', version, span));
    if ((role === 'target' || role === 'offered') && isCreation(prose, p, at)) {
      found.push(typed('requestedK8sVersion', version, span));
    }
  }
  return found;
}

const CREATING =
  /\b(?:new|creat\w*|deploy\w*|provision\w*|install\w*|set(?:ting)? up|anlegen|erstell\w*|creer|crear)\b[^.;]{0,30}\bclusters?\b|\bclusters? (?:create|creation|deployment|provisioning)\b|\baz aksarc create\b|\bnew-akshcicluster\b|\bcreate (?:fails|failed|hangs|stuck|errors?)\b/;
const MOVING = /\b(?:upgrad\w*|updat\w*|aktualisier\w*|mise a jour|actualiz\w*)\b/;
const CHOSEN =
  /\b(?:target\w*|choice|chos\w*|choose|select\w*|pick\w*|want\w*|request\w*|gewahlt|gewunscht|choisi\w*|elegid\w*)\b|-kubernetes-?version\b/;
const CHOSEN_REACH = 40;

/** "New cluster fails, version choice 1.33.5": the version of a cluster that does not exist yet. */
const isCreation = (prose: Prose, p: Passage, at: number): boolean =>
  CREATING.test(prose.low) &&
  !MOVING.test(prose.low) &&
  CHOSEN.test(prose.low.slice(Math.max(p.start, at - CHOSEN_REACH), at + CHOSEN_REACH));

/** A name in the same sentence, in front of the number. */
function clusterNear(prose: Prose, p: Passage, at: number): string | undefined {
  const before = p.low.slice(0, at - p.start);
  let best: string | undefined;
  let bestAt = -1;
  for (const label of prose.labels) {
    const i = before.lastIndexOf(label);
    if (i > bestAt) [best, bestAt] = [label, i];
  }
  return best;
}

/** "1.2.0.11006 or 11008": one of them. */
const OR_RELEASE = /^\s*(?:or|oder|ou|o)\s+(?:maybe )?(?:1\.2\.\d\.)?1\d{4}\b/;
const RELEASE_LIST_MIN = 3;
const RELEASE_IN_FRONT = /\b(?:aks |akshci |hybrid )?release\s?(?:is|=|:)?\s?$/;

function releasesIn(prose: Prose, p: Passage): Found[] {
  const found: Found[] = [];
  const read = (value: string, at: number): void => {
    const end = at + value.length;
    const before = prose.low.slice(Math.max(p.start, at - 30), at);
    if (/\b(?:moc|image|mariner|wac|module|linux)\b\W*(?:\w+\W+)?$/.test(before)) return;
    const role = roleOf(prose, p, at, end);
    // "Module 1.2.4 / release 1.2.0.11008": called a release, it is the product's.
    const weight = WEIGHTS[role === 'tool' && RELEASE_IN_FRONT.test(before) ? 'current' : role];
    const approx = DOUBT_BEHIND.test(prose.low.slice(end, end + 30)) || OR_RELEASE.test(prose.low.slice(end, end + 30));
    if (weight !== undefined) found.push(typed('aksRelease', value, evidenceSpan(p, at, end), { weight, approx }));
  };
  const releases = matchesOf(AKS_RELEASE, p.low);
  // A list of folders or downloads names none as the installed one.
  if (releases.length < RELEASE_LIST_MIN) for (const m of releases) read(m[0], p.start + m.index);
  for (const m of matchesOf(AKS_PREVIEW_RELEASE, p.low)) {
    if (/(?:version|release)\W*(?:\w+\W+){0,2}$/.test(p.low.slice(0, m.index))) read(m[0], p.start + m.index);
  }
  return found;
}

const TRAIN_WORD =
  /\b(?:azure local|azurelocal|azlocal|azl|local|solution|release|train|hosts?|hci|update level|level|build|version|stand|stamp|platform|instance|ring|azure stack|updat\w*|upgrad\w*|ms-?version)\b/;
const NOT_A_TRAIN =
  /\b(?:port|case|ticket|room|building|vlan|id|nr|number|pid|line|code|error|kb|sr|incident|request|bytes?|eur|usd|euro|dollars?|price|costs?)\W*(?:\w+\W+)?$/;
const TRAIN_REACH = 34;

/** "We skipped 2605 and 2606, at the moment 2604": beside another train. */
const NOW_IN_FRONT =
  /\b(?:now|currently|at (?:the|this) moment|at present|still|today|ours?(?: is)?|we (?:are|have|run)(?: on| at)?)[:,]? (?:on |at |is )?$/;

/** "1.33.5, calico, 2607": a train alone between commas, beside the version of Kubernetes. */
const isListItem = (p: Passage, at: number): boolean =>
  /(?:^|[,/|;])\s*$/.test(p.low.slice(0, at)) &&
  /^\d{4}\s*(?:$|[,/|;.])/.test(p.low.slice(at)) &&
  /(?<![\d.])1\.(?:2\d|3\d)(?:\.\d{1,2})?(?![\d.]\d)/.test(p.low);

function trainsIn(prose: Prose, p: Passage): Found[] {
  const found: Found[] = [];
  const read = (train: string, at: number, end: number): void => {
    const role = roleOf(prose, p, at, end);
    // Tools are named beside a train, their versions never look like one.
    const weight = role === 'tool' || role === 'management' || role === 'client' ? WEIGHT.said : WEIGHTS[role];
    if (weight !== undefined) found.push(typed('azureLocalRelease', train, evidenceSpan(p, at, end), { weight }));
  };
  for (const m of matchesOf(SOLUTION, p.low)) read(m[1] ?? '', p.start + m.index, p.start + m.index + m[0].length);
  const isOfSeveral = matchesOf(TRAIN, p.low).length > 1;
  for (const m of matchesOf(TRAIN, p.low)) {
    const before = p.low.slice(Math.max(0, m.index - TRAIN_REACH), m.index);
    const after = p.low.slice(m.index + 4, m.index + 20);
    if (NOT_A_TRAIN.test(before) || UNIT.test(after)) continue;
    if (
      !TRAIN_WORD.test(before) &&
      !isListItem(p, m.index) &&
      !(isOfSeveral && NOW_IN_FRONT.test(before)) &&
      !/^\s?(?:release|solution|train|host|hosts|version|azure local|build|system|box|node|cluster|instance)\b/.test(
        after,
      )
    )
      continue;
    read(m[0], p.start + m.index, p.start + m.index + 4);
  }
  return found;
}

export const clusterVersions = (prose: Prose): Found[] =>
  prose.passages.flatMap((p) => [
    ...kubernetesIn(prose, p),
    ...shortMinors(prose, p),
    ...releasesIn(prose, p),
    ...trainsIn(prose, p),
  ]);
