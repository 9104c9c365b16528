/** Replies about product and host: "the 2607 one", "some windows server", "normal aks in azure". */
import type { FactName } from '../../model/facts.ts';
import { type AnswerReader, type Part, yesNo } from './reading.ts';
import { trainOf } from './version.ts';

const PRODUCTS: readonly [RegExp, string][] = [
  [/\bedge\b/, 'aks-edge'],
  [/\b(?:openshift|rancher|rke2?|kubeadm|k3s|eks|gke|tanzu)\b/, 'other'],
  [/\bbare[- ]?metal\b/, 'aks-bare-metal'],
  [/\bvmware|vsphere\b/, 'aks-vmware'],
  [/\bengine\b/, 'aks-engine'],
  [/\bhybrid\b/, 'aks-hybrid'],
  [/\bazure ?local|2[34]h2|aksarc\b/, 'aks-local'],
  [
    /\b(?:normal|regular|standard|managed|public|cloud|the azure one|in azure|in der cloud)\b(?!.*(?:hci|server|local|prem))/,
    'aks-cloud',
  ],
  [/\b2[0-2]h2\b/, 'aks-arc-hci22h2'],
  [
    /(?<!\b(?:api|file|dns|sql|metrics|web|mail|proxy|jump|print|build|git|db|database|ntp|dhcp|name|backup|http|kube|app)[- ]?)\b(?:windows )?servers?\b(?! (?:is|are|was|returns?|errors?|responds?|does|times|crash\w*|down|slow|not)\b)|\bws ?20\d\d|ws\d\d\b/,
    'aks-arc-ws',
  ],
];

const HOSTS: readonly [RegExp, string][] = [
  [/\bazure ?local\b/, 'azure-local'],
  [/\bhci\b/, 'azure-stack-hci'],
  [
    /(?<!\b(?:api|file|dns|sql|metrics|web|mail|proxy|jump|print|build|git|db|database|ntp|dhcp|name|backup|http|kube|app)[- ]?)\bservers?\b(?! (?:is|are|was|returns?|errors?|responds?|does|times|crash\w*|down|slow|not)\b)|\bws ?(?:20)?(?:19|22|25)|\b20(?:16|19|22|25)\b|\bwindows\b/,
    'windows-server',
  ],
];

function hostParts(low: string): { [N in FactName]?: Part } {
  const parts: { [N in FactName]?: Part } = {};
  const hostOs = HOSTS.find(([re]) => re.test(low))?.[1];
  const train = trainOf(low);
  const h2 = /\b(2[0-4]h2)\b/.exec(low)?.[1];
  const year =
    /\b(20(?:16|19|22|25))\b/.exec(low)?.[1] ??
    (/\bws ?(16|19|22|25)\b/.exec(low)?.[1] ? `20${/\bws ?(16|19|22|25)\b/.exec(low)?.[1]}` : undefined);
  if (hostOs) parts.hostOs = { value: hostOs };
  else if (train) parts.hostOs = { value: 'azure-local' };
  else if (h2) parts.hostOs = { value: Number(h2.slice(0, 2)) >= 23 ? 'azure-local' : 'azure-stack-hci' };
  if (train) parts.azureLocalRelease = { value: train };
  if (h2) parts.hostOsVersion = { value: h2.toUpperCase() };
  else if (year && hostOs === 'windows-server') parts.hostOsVersion = { value: year };
  const edition = /\b(datacenter|standard|essentials)\b/.exec(low)?.[1];
  if (edition) parts.hostOsEdition = { value: edition };
  return parts;
}

const host: AnswerReader = (low) => {
  const parts = hostParts(low);
  const isNewest = /\b(?:newest|latest|up to date|most recent|current)\b/.test(low) && !/\bnot\b/.test(low);
  return isNewest && Object.keys(parts).length === 0 ? { hostOsSupported: { value: true } } : parts;
};

const NOT_CLOUD = /\b(?:not|no|nicht|kein\w*|pas|niet)\b[^.;,]{0,20}\b(?:cloud|in azure|azure one|public|managed)\b/g;

const product: AnswerReader = (low) => {
  // "Not the cloud one" says which it is not.
  const value = PRODUCTS.find(([re]) => re.test(low.replace(NOT_CLOUD, ' ')))?.[1];
  const parts = value === 'aks-cloud' || value === 'other' || value === 'aks-edge' ? {} : hostParts(low);
  return { ...parts, ...(value ? { product: { value } } : {}) };
};

export const hostAnswers: { [N in FactName]?: AnswerReader } = {
  product,
  hostOs: host,
  hostOsVersion: host,
  hostOsEdition: host,
  azureLocalRelease: host,
  hostOsSupported: (low) => {
    const parts = hostParts(low);
    const isBad = /\b(?:not supported|unsupported|out of support|end of life|eol|nicht mehr)\b/.test(low);
    const isGood = /\b(?:supported|in support|current|newest|latest)\b/.test(low);
    if (isBad || isGood) return { ...parts, hostOsSupported: { value: !isBad } };
    const yes = Object.keys(parts).length === 0 ? yesNo(low) : undefined;
    return yes === undefined ? parts : { hostOsSupported: { value: yes } };
  },
};
