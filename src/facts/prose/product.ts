/** Which product of the family, or of somebody else, the message is about. */

import type { Product } from '../../model/facts.ts';
import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, type Prose } from '../stance.ts';

const CMDLET =
  /\b(?:get|set|new|install|update|enable|disable|uninstall|remove|restart|start|stop|add|invoke|test|sync|initialize)-akshci\w*|\bakshci (?:cmdlets?|module|powershell)|\bget-aksh?ci\w*/g;
type Cue = { product: Product; re: RegExp; weight: number };

const CUES: readonly Cue[] = [
  {
    product: 'aks-local',
    weight: WEIGHT.shown,
    re: /\baks(?: arc)? on azure ?local|\baks[- ]?(?:arc )?on azlocal|\baks(?: arc)? (?:@|\/|in) azure local|\baks local\b/g,
  },
  {
    product: 'aks-local',
    weight: WEIGHT.said,
    re: /\baz aksarc\b|\bprovisionedclusterinstances?\b|\baksarc (?:extension|ext|cli)\b/g,
  },
  {
    product: 'aks-arc-hci22h2',
    weight: WEIGHT.shown,
    re: /\baks[^.;]{0,20}\b(?:on )?(?:azure stack )?hci[^.;]{0,16}\b22h2\b/g,
  },
  {
    product: 'aks-arc-ws',
    weight: WEIGHT.shown,
    re: /\baks(?: arc)?(?: enabled by (?:azure )?arc)?[ -](?:on |@ |\/ )?(?:a |our |some )?(?:windows[- ]?server|win srv|ws ?20(?:19|22|25)|ws(?:19|22|25)|server 20(?:19|22|25)|w2k(?:19|22|25))\b/g,
  },
  { product: 'aks-hybrid', weight: WEIGHT.shown + 1, re: /\baks[- ]hybrid\b(?!-20\d\d)/g },
  {
    product: 'aks-edge',
    weight: WEIGHT.corrected,
    re: /\baks[- ]edge\b(?![-_.]?\w*\d)(?![-_]\w)(?: essentials)?|\bedge essentials\b|\b(?:new|get|start|set|remove|install)-aksedge\w*|\baks-?ee\b/g,
  },
  {
    product: 'aks-bare-metal',
    weight: WEIGHT.corrected,
    re: /\baks\b[^.;,]{0,16}\bbare[- ]?metal\b|\bbare[- ]?metal (?:preview )?(?:of )?aks\b/g,
  },
  {
    product: 'aks-vmware',
    weight: WEIGHT.corrected,
    re: /\baks\b(?:[^.;,]{0,24}|[^.;,]{0,10}, (?:the one|that one|but|it is|its|it's|the version) (?:on|for|in|with) )\b(?:vmware|vsphere|esxi|vcenter)\b/g,
  },
  { product: 'aks-engine', weight: WEIGHT.said, re: /\baks[- ]engine\b/g },
  {
    product: 'aks-cloud',
    weight: WEIGHT.said,
    re: /\baz aks (?!arc)\w+|\b(?:normal|regular|standard|managed|public|cloud|plain|classic|real) aks\b|\baks (?:in|on) (?:the )?(?:azure|public)? ?(?:cloud|public cloud|region|azure(?! (?:local|stack|arc)))|\bazure aks\b|\baks (?:clusters? )?(?:in|im) azure\b(?! (?:local|stack|arc))|\bmicrosoft\.containerservice\b|\bazure kubernetes service (?:in|on) (?:the )?(?:azure|public)? ?(?:cloud|region|azure(?! (?:local|stack|arc)))|\bcloud aks\b|\baks-cloud\b|\baks dans azure\b|\baks en azure\b/g,
  },
];

const OTHER =
  /\b(?:openshift|okd|rke2?|rancher|k3s|kubeadm|tanzu|eks|gke|minikube|microk8s|kind|talos|k0s|mirantis|nutanix|oke|docker desktop|docker swarm|nomad|charmed kubernetes|vanilla kubernetes)\b/g;
/** Another product's name as the thing that runs, not as a comparison or a tool. */
const RUNS_OTHER =
  /^\s*(?:4\.\d+|1\.\d+|v?\d|cluster|clusters|on[- ]prem|installation|install|setup|node|nodes|server|agent|by rancher|environment|master|control plane|in |on |upgrade|deployment)/;
const COMPARED =
  /\b(?:works? on|works? in|like (?:on|in|with)|same (?:\w+ ){0,3}(?:on|in)|compared (?:to|with)|migrat\w+ from|moved from|came from|from (?:our )?(?:old )?|instead of|unlike|on a|on my|test ?box|not|no|than|vs\.?|versus|used to|before|former\w*)\W+(?:\w+\W+){0,2}$/;

/** "The vendor tested it on EKS 1.31". */
const TESTED_ON =
  /\b(?:tested|certified|validated|approved|developed|built|qualified|released)\b[^.;]{0,24}\b(?:on|for|with|against|in)\s(?:an? |the )?$/;

const TRIED = /\b(?:also tried|tried|just tried|tried also|empty|of course|not found|auch versucht)\b/;

const AKS_WORD = /\baks(?:[- ]?(?:arc|hci))?\b|\b\w+-akshci|\bakshci\b/;
/** On Azure Local a cluster is AKS unless somebody says otherwise. */
const AKS = /\baks(?:[- ]?(?:arc|hci))?\b|\bakshci\b|\b(?:clusters?|kubernetes|k8s)\b/;
/** "What's the difference between AKS hybrid and AKS Arc?" names products and has none. */
const COMPARING =
  /\b(?:difference|versus|vs|same as|compared?|only the name|renamed?|what(?:'s| is) (?:aks|the name)|unterschied|diferencia)\b/;

/** "We had AKS Edge before, replaced by AKS Arc": what is gone. */
const HAD_IN_FRONT =
  /\b(?:came from|moved (?:away )?from|migrated (?:away )?from|used to (?:have|run|use)|replaced)\s(?:an? |the |our )?$/;
const HAD_BEHIND =
  /^(?: \w+)?(?: before| earlier| previously| in the past| until| formerly)\b[^.;]{0,40}\b(?:now|replaced|moved|migrated|switched|since)\b|^,? (?:which was |was |got )?replaced by\b/;

function cueFacts(prose: Prose, p: Passage): Found[] {
  if (p.isQuestion && COMPARING.test(p.low)) return [];
  const found: Found[] = [];
  for (const { product, re, weight } of CUES) {
    for (const m of matchesOf(re, p.low)) {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (
        isElsewhere(prose, p, at) ||
        (isNegated(p, at) &&
          /\b(?:not|no|kein\w*|nicht|pas)\W+(?!(?:the |on the )?(?:newest|latest|last|current)\b)(?:\w+\W+){0,2}$/.test(
            prose.low.slice(Math.max(p.start, at - 30), at),
          ))
      )
        continue;
      const isAttempt = product === 'aks-cloud' && TRIED.test(clauseAt(p, at).low);
      if (
        HAD_IN_FRONT.test(prose.low.slice(Math.max(p.start, at - 30), at)) ||
        HAD_BEHIND.test(prose.low.slice(end, p.end))
      )
        continue;
      if (product === 'aks-cloud' && isAsked(p, at)) continue;
      if (product === 'aks-engine' && (p.isQuestion || isPlanned(prose, p, at))) continue;
      found.push(typed('product', product, evidenceSpan(p, at, end), { weight: isAttempt ? WEIGHT.hint - 1 : weight }));
    }
  }
  return found;
}

function otherFacts(prose: Prose, p: Passage): Found[] {
  return matchesOf(OTHER, p.low).flatMap((m) => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    const before = prose.low.slice(Math.max(p.start, at - 40), at);
    const after = prose.low.slice(end, Math.min(p.end, end + 24));
    if (COMPARED.test(before) || TESTED_ON.test(before) || isNegated(p, at) || isElsewhere(prose, p, at)) return [];
    const runs = RUNS_OTHER.test(after) || /\b(?:cluster|our|we (?:run|use|have)|is)\W*(?:a |an )?$/.test(before);
    return runs ? [typed('product', 'other', evidenceSpan(p, at, end), { weight: WEIGHT.said })] : [];
  });
}

/** AksHci cmdlets run on Windows Server and on HCI 22H2; the host tells which, and its words are the evidence. */
function hostedFacts(prose: Prose, hosts: readonly Found[]): Found[] {
  const { low } = prose;
  CMDLET.lastIndex = 0;
  const isCmdlet = CMDLET.test(low);
  CMDLET.lastIndex = 0;
  if (!isCmdlet && !AKS.test(low)) return [];
  const weight = isCmdlet ? WEIGHT.said : WEIGHT.hint;
  const said = (fact: 'hostOs' | 'hostOsVersion', value: RegExp): Found | undefined =>
    hosts.find((f) => f.fact === fact && value.test(String(f.value)));
  const old = said('hostOsVersion', /^2[0-2]H2$/);
  if (old && said('hostOs', /^azure-stack-hci$/)) return [typed('product', 'aks-arc-hci22h2', old, { weight })];
  const local = said('hostOs', /^azure-local$/) ?? said('hostOsVersion', /^2[34]H2$/);
  if (local) return [typed('product', 'aks-local', local, { weight: WEIGHT.hint })];
  const server = said('hostOs', /^windows-server$/);
  return server && AKS_WORD.test(low) ? [typed('product', 'aks-arc-ws', server, { weight })] : [];
}

/** "AKS hybrid on WS2022" is one statement: the host does not contradict the name. */
function withoutHosts(family: readonly Found[]): Found[] {
  const isHybrid = family.some((f) => f.value === 'aks-hybrid');
  return family.filter((f) => !isHybrid || (f.value !== 'aks-arc-ws' && f.value !== 'aks-arc-hci22h2'));
}

export function product(prose: Prose, hosts: readonly Found[]): Found[] {
  const family = [...prose.passages.flatMap((p) => cueFacts(prose, p)), ...hostedFacts(prose, hosts)].filter(
    (f) => f.weight > 0,
  );
  // A cluster on Azure Local is AKS only where no other product is named.
  const namesAks = AKS_WORD.test(prose.low) || family.some((f) => f.source === 'typed' && f.weight > WEIGHT.hint);
  const isFamily =
    namesAks && (family.some((f) => f.value !== 'aks-cloud') || /\baks[- ]?(?:arc|hci|hybrid)\b/.test(prose.low));
  if (isFamily) return withoutHosts(family);
  const others = prose.passages.flatMap((p) => otherFacts(prose, p));
  return others.length > 0 ? others : withoutHosts(family);
}
