/** What may be taken for a change of a node where no interface is named: talk of its VM, or of what the nodes were given. */
import type { What } from './node-change-words.ts';

export const VMS = /(?<![\w-])(?:vms?(?!\.\w| networks?\b)|vm's|virtual machines?|moc-\w+)\b/;
const ON_NODES = /\bon (?:each|every|all|the) (?:\w+ )?(?:nodes?|workers?)\b/;
const NODES = /\b(?:nodes?|workers?|control[- ]planes?|knoten|nodos?|nodi|no?e?uds?)\b/;
/** Memory and disks that are not a node's: of pods and charts, of pools asked for through the product, of hosts. */
export const NOT_OF_NODES =
  /\b(?:pods?|containers?|deployments?|limits?|requests?|quota|heap|jvm|helm|values|chart|pvcs?|volumes?|storage ?class\w*|node ?pools?|pools?|vm ?size|sku|scal(?:e|ed|ing)|physical|csi|drivers?|hosts?|servers?|blades?|boxes|hci nodes?|azure local nodes?|az aksarc|akshci\w*)\b/;
/** Asked for through the product itself. */
export const PRODUCT_WAY =
  /\b(?:vm ?size|sku|az aksarc|(?:set|new|update)-akshci\w*|node ?pool (?:add|update|scale))\b/;
/** An image of an application, not of a node. */
const APP_IMAGE =
  /\b(?:deployments?|daemonsets?|pods?|containers?|registry|kubectl|helm|chart|docker\w*|sidecars?|coredns|nginx|ingress|operator|app|apps|application|image tag|imagepull\w*|pull)\b/;

const THE = '(?:the |our |all |both |each |every |these |two |three |four |linux |windows |worker |agent |of )*';
const N = `${THE}(?:(?:nodes?|workers?|worker-\\d+|moc-\\w+|control[- ]planes?|masters?|aks|cluster)(?:'s)?(?: node)? (?:vms?|virtual machines?)|nodes?|workers?|worker-\\d+|moc-\\w+|control[- ]planes?|masters?|vms)\\b`;
const RESOURCE =
  '(?:ram|memory|v?cpus?|hard ?disks?|data ?disks?|cores?|processors?|gb|gib|disks?|v?nics?|network (?:adapter|card)s?|vlan)';
/** Where nobody says VM, only what can be nothing else: the nodes were given more, or moved to another network. */
export const GIVEN_TO_NODES = new RegExp(
  [
    `\\b(?:gave|given) ${N}[^.;,]{0,24}\\b${RESOURCE}\\b`,
    `\\b(?:bumped|raised|increased|expanded|doubled|tripled|halved|lowered|reduced|extended|enlarged|resized|changed|upsized)\\b[^.;,]{0,16}\\b${RESOURCE}\\b (?:of|on|in|for|from) ${N}`,
    `\\b${RESOURCE}\\b (?:of|on|in|for) ${N} (?:was|were|got|has been|have been) (?:\\w+ )?(?:bumped|raised|increased|doubled|halved|lowered|reduced|extended|changed|resized)`,
    `(?<!\\bif )${N} (?:got|received|were given|was given) (?:an? |some |more |additional |extra |second |new |another |\\d+ )+(?:\\w+ )?${RESOURCE}\\b`,
    `\\b(?:second|additional|extra|another|new|dedicated) (?:\\w+ )?${RESOURCE}\\b (?:was |were |got )?(?:added|attached|plugged|connected) (?:to|into|in|on) ${N}`,
    `\\b(?:added|attached|plugged|connected) (?:an? |some |more |additional |extra |second |new |another |\\d+ )+(?:\\w+ )?${RESOURCE}\\b (?:to|into|in|on) ${N}`,
    `\\b(?:put|moved|switched) ${N} (?:in|into|to|onto|on) (?:\\w+ ){0,2}(?:vlan|v?switch)\\b`,
    `${N} (?:was|were|got|have been|has been) (?:put|moved|switched) (?:in|into|to|onto|on) (?:\\w+ ){0,2}(?:vlan|v?switch)\\b`,
    `\\b(?:restored|reverted|reset|roll(?:ed|ing)) (?:back )?${N} (?:back )?(?:from|to|with) (?:\\w+ ){0,3}(?:checkpoint|snapshot|backup)`,
    `\\b(?:checkpoint|snapshot)s? of ${N} (?:was|were|got|has been) (?:restored|applied)`,
    `\\b(?:restored|applied) (?:an? |the |last |old )*(?:checkpoint|snapshot)s? (?:of|on|for|to) ${N}`,
    `\\b(?:put|set|switched|enabled|activated|allowed|ticked) [^.;,]{0,16}\\b(?:mac (?:address )?spoofing|vlan|dynamic memory|cpu compatibility)\\b[^.;,]{0,16} (?:on|for|of|in) ${N}`,
    `\\b(?:mac (?:address )?spoofing|dynamic memory|cpu compatibility(?: mode)?)\\b (?:was|is|got|has been) (?:\\w+ )?(?:enabled|activated|switched on|turned on|set) (?:on|for|of|in) ${N}`,
    // A parameter that only the VM of a node has here.
    '\\b(?:set|put|raised|changed|increased|lowered|reduced)\\b[^.;,]{0,16}\\b(?:memory)?(?:startup|minimum|maximum)bytes\\b',
    `\\b(?:had|made|let) us (?:add|give|change|raise|increase|put)\\b[^.;,]{0,30}\\b${RESOURCE}\\b (?:to|into|of|on) ${N}`,
  ].join('|'),
);

/** Without a named interface only plain talk of the VMs themselves counts. */
/** "We cloned the worker VM": the VM itself was handled, whatever with. */
const VM_ITSELF =
  /\b(?:cloned|renamed|restored|re-?created|re-?imported|replaced) (?:\w+ ){0,3}?(?:workers?|nodes?|control[- ]?plane|cluster) vms?\b|\b(?:workers?|nodes?|control[- ]?plane|cluster) vms? (?:was|were|got|have been|has been) (?:cloned|renamed|restored|re-?created|re-?imported)\b/;

export function isVmTalk(low: string, what: What | undefined): boolean {
  if (what === undefined || what === 'other') return VM_ITSELF.test(low);
  if (what === 'base-image')
    return NODE_IMAGE.test(low) || (!APP_IMAGE.test(low) && (NODES.test(low) || VMS.test(low)));
  if (VMS.test(low)) return true;
  return (what === 'sysctl' || what === 'package') && ON_NODES.test(low);
}

const NODE_IMAGE =
  /\b(?:golden image|(?:base|node|os)[- ]image|(?:imagen|immagine|image) (?:de|dei|des|del) (?:los |les )?(?:nodos?|nodi|no?e?uds?)|os disk|hardened (?:\w+ ){0,2}(?:image|vhdx?|build|mariner|linux)|vhdx?|cis[- ]hardened|gallery)\b/;

/** Commands that only look: "ran journalctl" changed nothing. */
export const LOOKS =
  /^[^.;]{0,30}\b(?:sysctl -a|journalctl|crictl|dmesg|df|top|htop|tail|cat|less|grep|ls|ping|curl|nslookup|tcpdump|systemctl status|get-\w+|diagnos\w*|logs?|support ?bundle)\b/;
export const TO_CHANGE =
  /\b(?:to|and) (?:attach|detach|add|change|set|raise|increase|give|resize|remove|edit|mount|expand|replace|move)\b/;
export const RUNNING_OF = /^(?:did|done|made|ran|run|runs|use|used|uses|using|took|taken|collected)$/;
/** A file of the node's own system, edited on the nodes themselves. */
export const SYSTEM_FILE = /\/etc\/|\/var\/lib\/kubelet|resolv\.conf|config\.toml|sshd_config/;
export const ON_THE_NODES =
  /\bon (?:all|each|every|the|both|our|one|two|three|\d+)\b[^.;,]{0,24}\b(?:nodes?|workers?|masters?|control[- ]planes?)\b/;

/** Verbs that write, whatever else is switched or restarted in the sentence. */
export const EDITING = /\b(?:vi|vim|nano|tee|sed|edit\w*|wrote|overwr\w+|modif\w+|cop(?:ied|ying))\b/;

/** Who did it, or that it was done: "a disk is attached" describes what happens in general. */
export const DOER =
  /\b(?:(?:event )?logs? shows?|we|i|they|he|she|you|who|someone|somebody|admins?|coll?ea?gu?es?|team|dept|department|security|guys?|people|folks|ops|operations|partner|integrator|provider|hoster|consultants?|contractors?|supplier|vendor|reseller|technicians?|hebben|heeft|werd(?:en)?|abbiamo|hanno|avons|collega|colega|boss|predecessor|veeam|commvault|backup|automation|script|terraform|ansible|runbook|wir|ich|man|kolleg\w*|nous|on|support|engineer|was|were|been|got|have|has|had|wurden?|ete|fue|fueron|hemos|han)\b/;

export const FOREIGN_VM =
  /\b(?:sql|dc|domain controller|file ?server|db|database|exchange|jump|backup|wac|ad|print|erp|sap|app(?:lication)? ?server|web ?server)\s(?:server )?(?:vms?|machines?|virtual machines?)\b|\b(?:vms?|machines?|virtual machines?) of (?:the|our) (?:sql|file ?server|domain controller|database|exchange|backup|erp|sap|web ?server)\b/;
/** What else runs in VMs on the same hosts. */
const ROLE =
  'sql|database|db|file|mail|exchange|print\\w*|web|app\\w*|backup|dns|dhcp|ad|erp|sap|jump|wac|monitoring|terminal|rds|citrix|license|wsus|scada|mes|camera|bastion';
/** Behind a cmdlet: the VM is called somebody else's, or the nodes' VMs untouched. */
export const OF_FOREIGN_VM = new RegExp(
  [
    `\\b(?:that(?:'s| is|s| was)|this (?:is|was)|it(?:'s| is| was)|which (?:is|was)|on|of|for) (?:the |our |an? |my |only |just )*(?:\\w+ )?(?:domain controller|dc|(?:${ROLE})[- ]?(?:servers?|machine|vm|box|system))\\b`,
    '\\b(?:no|not (?:an?|one of)(?: our| the)*|none of (?:the|our)|nothing of) aks\\b(?! (?:cluster|labels?|release|update|support))|\\baks (?:vms?|nodes?|machines)\\b[^.;,]{0,16}\\b(?:untouched|unchanged|not (?:touched|changed|modified))',
    `-(?:vm)?name ["']?(?:sql|exch|wsus|dc\\d|files?\\d|print)\\w*(?![\\w-])`,
  ].join('|'),
);
export const FOREIGN_VM_REACH = 140;
const HOST_THING =
  /\b(?:hosts? (?:memory|ram|bios|firmware|nic|network)|physical|switch firmware|tor switch|firewall|proxy|hosts?' )\b/;
/** "Added 16 GB to the Hyper-V hosts", with no word of a VM or node. */
const TO_HOSTS =
  /\b(?:to|into|in|of|on) (?:the |our |all |both |each )*(?:hyper-?v |physical |azure local |hci )?hosts?\b/;
export const VM_OR_NODE = /\b(?:vms?(?!\.\w)|virtual machines?|nodes?|workers?|control ?planes?|moc-\w+)\b/;
/** "They moved other VMs": not those of the nodes. */
export const OTHER_VMS = /(?<!\bthe )\bother (?:\w+ )?(?:vms|virtual machines|machines)\b/;
export const isHostThing = (clause: string): boolean =>
  HOST_THING.test(clause) || (TO_HOSTS.test(clause) && !VM_OR_NODE.test(clause));

/** Parts of words without which no node is spoken of. */
export const NODE_PARTS =
  /vm|node|worker|control|master|moc-|virtual|vhd|image|gallery|maschine|noeud|noud|nodo|nodi|imagen|immagine|startupbytes/;
