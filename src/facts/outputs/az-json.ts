/**
 * JSON of the Azure CLI, whole or cut: read field by field, because people paste fragments with `...`, comments or a
 * missing comma. What kind of object it is, its own fields tell.
 */

import type { Document, Span } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { plainVersion } from '../versions.ts';
import { connectedOf } from './azure-connection.ts';
import { isoDay } from './console-day.ts';

const FIELD =
  /(?:\\?"|(?<![\w"\\.@]))([A-Za-z@.]{2,60})\\?"\s{0,10}:\s{0,10}(\\?"((?:[^"\\\n]|\\[^"\n]){0,2000}(?:\\"(?=[^,}\n]))?[^"\n]{0,600}?)\\?"|-?\d+(?:\.\d+)?|true|false|null|[[{])/g;
/** Largest distance between two fields of one fragment. */
const GAP_MAX = 160;
/** In front of the first field of a list's object. */
const LIST_HEAD_MAX = 40;

type Field = Span & { key: string; value: string };
/** Fields that belong together, in their order, and the text that they stand in. */
export type Fragment = Span & { fields: Field[]; text: string };

const isJsonBetween = (text: string): boolean =>
  text.length <= GAP_MAX && !/\n\s*\n/.test(text) && !/(?:^|[\s,}\]])[a-z]{2,}\s+[a-z]{2,}/i.test(text);

function fragmentsOf(text: string): Fragment[] {
  const fragments: Fragment[] = [];
  let last: Fragment | undefined;
  for (const m of matchesOf(FIELD, text)) {
    const end = m.index + m[0].length;
    const field = { key: (m[1] ?? '').toLowerCase(), value: m[3] ?? m[2] ?? '', start: m.index, end };
    const between = last ? text.slice(last.end, m.index) : '';
    if (last && isJsonBetween(between) && !beginsAnother(text, last, field, between)) {
      last.fields.push(field);
      last.end = end;
    } else {
      last = { start: m.index, end, fields: [field], text: '' };
      fragments.push(last);
    }
  }
  for (const f of fragments) {
    while (f.start > 0 && /[{[\s"]/.test(text[f.start - 1] ?? '') && text[f.start - 1] !== '\n') f.start--;
    f.end = offeredEnd(text, f);
    while (/[}\]",\s]/.test(text[f.end] ?? '') && text[f.end] !== '\n') f.end++;
    f.text = text.slice(f.start, f.end);
  }
  return fragments;
}

/** `"patchVersions": {"1.33.4": {}, "1.33.5": {…}}`: versions that are offered are keys, and belong to their list. */
const OFFERED = /(?:[\s{}[\],:]|\\?"v?\d+\.\d+(?:\.\d+)?\\?")*\\?"v?\d+\.\d+(?:\.\d+)?\\?"[\s{}[\],:]*/y;

function offeredEnd(text: string, f: Fragment): number {
  if (!/versions$/.test(f.fields.at(-1)?.key ?? '')) return f.end;
  OFFERED.lastIndex = f.end;
  const m = OFFERED.exec(text);
  return m ? f.end + m[0].trimEnd().length : f.end;
}

/** Azure sorts the names in its objects, so each object of a list begins with the same one. */
const beginsAnother = (text: string, list: Fragment, field: Field, between: string): boolean =>
  field.key === list.fields[0]?.key &&
  /\}\s*,\s*\{\s*$/.test(between) &&
  /\[\s*\{\s*$|\}\s*,\s*\{\s*$/.test(
    text.slice(Math.max(0, list.fields[0].start - LIST_HEAD_MAX), list.fields[0].start),
  );

const get = (f: Fragment, key: string): Field | undefined => f.fields.find((x) => x.key === key);
const has = (f: Fragment, ...keys: string[]): boolean => keys.some((key) => get(f, key) !== undefined);

type Kind = { kind: string; is: (f: Fragment) => boolean; facts: (f: Fragment) => Found[] };

const nothing = (): Found[] => [];

const KINDS: readonly Kind[] = [
  { kind: 'admission-error', is: (f) => has(f, 'validationchecks', 'recommendation'), facts: nothing },
  {
    kind: 'az-aks-show',
    is: (f) => /microsoft\.containerservice\/managedclusters|currentkubernetesversion/i.test(f.text),
    facts: cloudFacts,
  },
  { kind: 'connectedk8s-show', is: (f) => has(f, 'connectivitystatus', 'lastconnectivitytime'), facts: connectedFacts },
  { kind: 'aksarc-get-upgrades', is: (f) => has(f, 'upgrades', 'controlplaneprofile'), facts: upgradeFacts },
  {
    kind: 'k8s-extension-show',
    is: (f) => has(f, 'extensiontype', 'autoupgrademinorversion', 'errorinfo', 'releasetrain'),
    facts: nothing,
  },
  {
    kind: 'aksarc-get-versions',
    is: (f) => has(f, 'patchversions', 'ispreview') || (has(f, 'ossku') && has(f, 'ready') && !has(f, 'vmsize')),
    facts: nothing,
  },
  { kind: 'aksarc-show', is: isAksArc, facts: aksArcFacts },
  {
    kind: 'account-show',
    is: (f) =>
      has(f, 'state') && has(f, 'tenantid', 'hometenantid', 'isdefault', 'environmentname', 'tenantdefaultdomain'),
    facts: accountFacts,
  },
];

function isAksArc(f: Fragment): boolean {
  return (
    /provisionedclusterinstances|microsoft\.hybridcontainerservice/i.test(f.text) ||
    has(
      f,
      'kubernetesversion',
      'controlplaneendpoint',
      'agentpoolprofiles',
      'cloudproviderprofile',
      'controlplanestatus',
    )
  );
}

/** Where pools and their cluster differ, none is taken. */
function versionFact(f: Fragment, key: string, cluster: string | undefined): Found[] {
  const [field, ...others] = f.fields.filter((x) => x.key === key);
  if (others.some((other) => plainVersion(other.value) !== plainVersion(field?.value ?? ''))) return [];
  return field && /^v?1\.\d\d/.test(field.value)
    ? [pasted('k8sVersion', plainVersion(field.value), field, { cluster })]
    : [];
}

const NAME = /^[A-Za-z0-9][\w.-]{1,62}(?<!\.\.)$/;

/** The name of an instance is always "default"; the cluster's stands in its id. */
function clusterNameOf(f: Fragment): { name: string; at: Span } | undefined {
  const m = /connectedClusters\/([A-Za-z0-9][\w.-]{0,62})/i.exec(f.text);
  if (m?.[1]) return { name: m[1], at: { start: f.start + m.index, end: f.start + m.index + m[0].length } };
  const named = get(f, 'name');
  return named && NAME.test(named.value) && named.value !== 'default' ? { name: named.value, at: named } : undefined;
}

function aksArcFacts(f: Fragment): Found[] {
  const named = /connectedClusters\//i.test(f.text) ? clusterNameOf(f) : undefined;
  const found = versionFact(f, 'kubernetesversion', named?.name);
  if (named) found.push(pasted('clusterName', named.name, named.at, { cluster: named.name }));
  const isOurs = /provisionedclusterinstances|hybridcontainerservice/i.test(f.text);
  if (isOurs) found.push(pasted('product', 'aks-local', f, { weight: WEIGHT.hint }));
  const policy = get(f, 'networkpolicy');
  if (policy && /^(?:calico|flannel|cilium)$/i.test(policy.value))
    found.push(pasted('cni', policy.value.toLowerCase() as 'calico', policy));
  const power = get(f, 'powerstate');
  if (power && /^stopped$/i.test(power.value)) found.push(pasted('clusterRunState', 'stopped', power));
  return found;
}

/** Facts of an object of `az connectedk8s`, or of a row of its table. */
export function connectedFacts(f: Fragment): Found[] {
  const isManagement = /^aks_management$/i.test(get(f, 'distribution')?.value ?? '');
  const named = clusterNameOf(f);
  const cluster = named?.name;
  const found = isManagement ? [] : versionFact(f, 'kubernetesversion', cluster);
  if (named && !isManagement) found.push(pasted('clusterName', named.name, named.at, { cluster }));
  const state = get(f, 'connectivitystatus');
  const connected = state && connectedOf(state.value);
  if (state && connected !== undefined) found.push(pasted('azureConnected', connected, state, { cluster }));
  const last = get(f, 'lastconnectivitytime');
  const day = last && isoDay(last.value);
  if (last && day) found.push(pasted('lastAzureSync', day, last, { cluster }));
  const nodes = get(f, 'totalnodecount');
  if (nodes && !isManagement && /^\d+$/.test(nodes.value))
    found.push(pasted('nodeCount', Number(nodes.value), nodes, { cluster }));
  return found;
}

/** Versions under `upgrades` are targets; the control plane's own stands beside them. */
function upgradeFacts(f: Fragment): Found[] {
  const own = f.text.replace(/"upgrades"\s*:\s*\[[^\]]*\]?/gi, (s) => ' '.repeat(s.length));
  const isOwn = (field: Field): boolean => own.slice(field.start - f.start, field.end - f.start).trim() !== '';
  const fields = f.fields.filter(isOwn);
  const profile = fields.findIndex((field) => field.key === 'controlplaneprofile');
  const offered = fields.findIndex((field, i) => field.key === 'upgrades' && i > profile);
  const before = fields.slice(Math.max(profile, 0), offered < 0 ? undefined : offered);
  const at =
    before.find((field) => field.key === 'kubernetesversion') ??
    (profile < 0 ? undefined : fields.slice(0, profile).find((field) => field.key === 'kubernetesversion'));
  if (!at || !/^v?1\.\d\d/.test(at.value)) return [];
  const named = profile < 0 ? undefined : before.find((field) => field.key === 'name');
  return [
    ...(named && NAME.test(named.value) ? [pasted('clusterName', named.value, named)] : []),
    pasted('k8sVersion', plainVersion(at.value), at),
    pasted('product', 'aks-local', at, { weight: WEIGHT.hint }),
  ];
}

function cloudFacts(f: Fragment): Found[] {
  const version = versionFact(f, 'currentkubernetesversion', undefined);
  return [
    pasted('product', 'aks-cloud', f),
    ...(version.length > 0 ? version : versionFact(f, 'kubernetesversion', undefined)),
  ];
}

const ACCOUNT_STATES: Record<string, 'active' | 'suspended' | 'deleted'> = {
  enabled: 'active',
  active: 'active',
  disabled: 'suspended',
  suspended: 'suspended',
  deleted: 'deleted',
};

function accountFacts(f: Fragment): Found[] {
  const field = get(f, 'state');
  const state = field && ACCOUNT_STATES[field.value.toLowerCase()];
  return field && state ? [pasted('subscriptionState', state, field)] : [];
}

const CLUSTER_ID = /\/connectedClusters\/([A-Za-z0-9][\w.-]{0,62})/gi;

/** Resource ids outside of an object name the cluster too. */
function clusterIds(doc: Document): Output[] {
  return matchesOf(CLUSTER_ID, doc.text).map((m) => {
    const span = { start: m.index, end: m.index + m[0].length };
    return { kind: 'resource-id', ...span, found: [pasted('clusterName', m[1] ?? '', span, { weight: WEIGHT.said })] };
  });
}

/** A value that was broken in the middle; a string of JSON has no line ends. */
const BROKEN = /"[A-Za-z]{2,60}"\s{0,10}:\s{0,10}"[^"\n]{1,600}(?:\n[^"\n]{1,600}){1,4}"(?=\s*[,}\]]|\s*$)/gm;

const brokenValues = (doc: Document): Output[] =>
  matchesOf(BROKEN, doc.text).map((m) => ({ kind: 'json', start: m.index, end: m.index + m[0].length, found: [] }));

export function azJson(doc: Document): Output[] {
  if (!doc.text.includes('"')) return clusterIds(doc);
  const objects = fragmentsOf(doc.text).flatMap((f) => {
    const output = outputOf(f);
    // One loose field ("ready": true) is no output; an unknown object of several is.
    if (!output) return f.fields.length > 2 ? [{ kind: 'json', start: f.start, end: f.end, found: [] }] : [];
    return [output];
  });
  return [...objects, ...brokenValues(doc), ...clusterIds(doc)];
}

/** What a fragment is and says, where its fields tell. */
export function outputOf(f: Fragment): Output | undefined {
  const kind = KINDS.find((k) => k.is(f));
  return kind && { kind: kind.kind, start: f.start, end: f.end, found: kind.facts(f) };
}
