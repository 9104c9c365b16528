/**
 * JSON of the Azure CLI, whole or cut: read field by field, because people paste fragments with `...`, comments or a
 * missing comma. What kind of object it is, its own fields tell.
 */

import type { Document, Span } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { plainVersion } from '../versions.ts';
import { connectedOf, consoleDay } from './azure-connection.ts';

const FIELD =
  /\\?"([A-Za-z@.]{2,60})\\?"\s{0,10}:\s{0,10}(\\?"((?:[^"\\\n]|\\[^"\n]){0,2000}(?:\\"(?=[^,}\n]))?[^"\n]{0,600}?)\\?"|-?\d+(?:\.\d+)?|true|false|null|[[{])/g;
/** Largest distance between two fields of one fragment. */
const GAP_MAX = 160;

type Field = Span & { key: string; value: string };
type Fragment = Span & { fields: Field[]; text: string };

const isJsonBetween = (text: string): boolean =>
  text.length <= GAP_MAX && !/\n\s*\n/.test(text) && !/(?:^|[\s,}\]])[a-z]{2,}\s+[a-z]{2,}/i.test(text);

function fragmentsOf(text: string): Fragment[] {
  const fragments: Fragment[] = [];
  let last: Fragment | undefined;
  for (const m of matchesOf(FIELD, text)) {
    const end = m.index + m[0].length;
    const field = { key: (m[1] ?? '').toLowerCase(), value: m[3] ?? m[2] ?? '', start: m.index, end };
    if (last && isJsonBetween(text.slice(last.end, m.index))) {
      last.fields.push(field);
      last.end = end;
    } else {
      last = { start: m.index, end, fields: [field], text: '' };
      fragments.push(last);
    }
  }
  for (const f of fragments) {
    while (f.start > 0 && /[{[\s"]/.test(text[f.start - 1] ?? '') && text[f.start - 1] !== '\n') f.start--;
    while (/[}\]",\s]/.test(text[f.end] ?? '') && text[f.end] !== '\n') f.end++;
    f.text = text.slice(f.start, f.end);
  }
  return fragments;
}

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

function versionFact(f: Fragment, key: string, cluster: string | undefined): Found[] {
  const field = get(f, key);
  return field && /^v?1\.\d\d/.test(field.value)
    ? [pasted('k8sVersion', plainVersion(field.value), field, { cluster })]
    : [];
}

/** The name of an instance is always "default"; the cluster's stands in its id. */
function clusterNameOf(f: Fragment): { name: string; at: Span } | undefined {
  const m = /connectedClusters\/([A-Za-z0-9][\w.-]{0,62})/i.exec(f.text);
  if (m?.[1]) return { name: m[1], at: { start: f.start + m.index, end: f.start + m.index + m[0].length } };
  const named = get(f, 'name');
  return named && /^[A-Za-z0-9][\w.-]{1,62}$/.test(named.value) && named.value !== 'default'
    ? { name: named.value, at: named }
    : undefined;
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

function connectedFacts(f: Fragment): Found[] {
  const isManagement = /^aks_management$/i.test(get(f, 'distribution')?.value ?? '');
  const named = clusterNameOf(f);
  const cluster = named?.name;
  const found = isManagement ? [] : versionFact(f, 'kubernetesversion', cluster);
  if (named && !isManagement) found.push(pasted('clusterName', named.name, named.at, { cluster }));
  const state = get(f, 'connectivitystatus');
  const connected = state && connectedOf(state.value);
  if (state && connected !== undefined) found.push(pasted('azureConnected', connected, state, { cluster }));
  const last = get(f, 'lastconnectivitytime');
  const day = last && consoleDay(last.value);
  if (last && day) found.push(pasted('lastAzureSync', day, last, { cluster }));
  const nodes = get(f, 'totalnodecount');
  if (nodes && !isManagement && /^\d+$/.test(nodes.value))
    found.push(pasted('nodeCount', Number(nodes.value), nodes, { cluster }));
  return found;
}

/** Versions under `upgrades` are targets; the control plane's own stands beside them. */
function upgradeFacts(f: Fragment): Found[] {
  const own = f.text.replace(/"upgrades"\s*:\s*\[[^\]]*\]?/gi, (s) => ' '.repeat(s.length));
  const profile = own.search(/"controlplaneprofile"/i);
  const at = Math.max(profile, 0);
  const m =
    /"kubernetesVersion"\s*:\s*"v?(1\.\d\d[^"]*)"/i.exec(own.slice(at)) ??
    /"kubernetesVersion"\s*:\s*"v?(1\.\d\d[^"]*)"/i.exec(own);
  if (!m?.[1]) return [];
  const start = f.start + f.text.indexOf(m[0]);
  const span = { start, end: start + m[0].length };
  const named =
    profile < 0 ? undefined : /"name"\s*:\s*"([A-Za-z0-9][\w.-]{1,62})"/.exec(own.slice(profile, profile + 400))?.[1];
  return [
    ...(named ? [pasted('clusterName', named, span)] : []),
    pasted('k8sVersion', plainVersion(m[1]), span),
    pasted('product', 'aks-local', span, { weight: WEIGHT.hint }),
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

export function azJson(doc: Document): Output[] {
  if (!doc.text.includes('"')) return clusterIds(doc);
  const objects = fragmentsOf(doc.text).flatMap((f) => {
    const kind = KINDS.find((k) => k.is(f));
    // One loose field ("ready": true) is no output; an unknown object of several is.
    if (!kind) return f.fields.length > 2 ? [{ kind: 'json', start: f.start, end: f.end, found: [] }] : [];
    return [{ kind: kind.kind, start: f.start, end: f.end, found: kind.facts(f) }];
  });
  return [...objects, ...clusterIds(doc)];
}
