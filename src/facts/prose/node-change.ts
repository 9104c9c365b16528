/** Changes made to nodes or their VMs: through which interface, to what, and on whose word. */
import type { NodeChange } from '../../model/facts.ts';
import { clauseAt, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { isElsewhere, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { evidenceSpan } from './cluster-version.ts';

type Via = NodeChange['via'];
type What = NodeChange['what'];

/** Cmdlets that change a VM whoever runs them; the rest of Hyper-V's only look. */
const CMDLET =
  /\b(?:(set|add|remove|rename|resize|update|connect|disconnect|enable|disable|grow|convert)-(vm\w*|vhd\w*|sc\w+|clustergroup|virtual\w+|net(?:adapter|lbfo|switch)\w*|azvm\w*))\b/g;

const INTERFACES: readonly [Via, RegExp][] = [
  [
    'hyperv-api',
    /\b(?:hyper-?v(?: manager| mmc| console| host)?|failover cluster manager|fcm|wac|windows admin center|vm settings|virtual machine settings|vm properties|vm-einstellungen|hyperv)\b/,
  ],
  [
    'iaas-api',
    /\b(?:scvmm|vmm|virtual machine manager|vcenter|vsphere|prism|terraform|mocctl|azure portal vm|iaas|infrastructure api|stack-?hci-?vm|arc vm)\b/,
  ],
  ['daemonset', /\b(?:daemon-?sets?|ds|init ?containers?)\b/],
  [
    'ssh',
    /\b(?:ssh(?:'?d|ed)?|scp|putty|winscp|logged (?:in|on) (?:to|on)|log(?:ged)? into|on the node shell|clouduser|rdp|enter-pssession|debug pod|kubectl debug|node-shell|chroot \/host|nsenter)\b/,
  ],
  ['aks-api', /\b(?:set-akshci\w*|az aksarc|az aks|new-akshcinetwork\w*|akshci cmdlets?)\b/],
];

const VERB =
  /\b(?:sysctl -w|ip route add|route add|(?:tdnf|yum|apt|apt-get|dnf|rpm|zypper) (?:-i|install|update|remove)|sed -i|systemctl (?:enable|disable|edit|mask)|chang(?:ed|ing)|modif(?:ied|ying)|edit(?:ed|ing)|increas(?:ed|ing)|raised?|raising|reduc(?:ed|ing)|lowered|doubled|halved|resiz(?:ed|ing)|extended|expanded|enlarged|grew|add(?:ed|ing)|attach(?:ed|ing)|detached|plugged|gave|given|give|put|remov(?:ed|ing)|delet(?:ed|ing)|replac(?:ed|ing)|swapp(?:ed|ing)|exchanged|mov(?:ed|ing)|migrated|switched (?!off|on)|set|sets|setting|configur(?:ed|ing)|reconfigured|assign(?:ed|ing)|connected (?!to azure|to arc)|install(?:ed|ing)|uninstalled|patched|upgraded (?=the )|overwr(?:ote|itten)|wrote|tun(?:ed|ing)|adjust(?:ed|ing)|altered|touched|tweak(?:ed|ing)|rename[d]|cop(?:ied|ying)|scp of|rsync of|mounted|enabled|disabled|took (?=an? )|taken|restored|reverted|turned on|bumped|customi[sz]ed|harden(?:ed|ing)|did|done|made|ran|run|runs|use|used|uses|using|roll(?:ed)? (?:it )?out|rolls? out|deploy(?:ed)?|apply|applied|geandert|erhoht|hinzugefugt|entfernt|ersetzt|angepasst|umgestellt|gesetzt|eingebaut|verandert|gegeben|zugewiesen|verschoben|eingestellt|verdoppelt|vergrossert|getauscht|installiert|kopiert|konfiguriert|modifie\w*|change|augmente\w*|ajoute\w*|remplace\w*|supprime\w*|cambi(?:ado|amos|o|aron)|modificad\w*|anadid\w*|aumentad\w*|aumentamos|agregad\w*|agregamos|reemplazad\w*|modificamos|instalad\w*)\b/g;
const LOOK_ONLY =
  /\b(?:only|just) (?:\w+ )?(?:look\w*|check\w*|see|saw|view\w*|read)|look(?:ed)? (?:around|only|at)|had a look|nothing (?:was |has been )?(?:changed|touched|modified|deleted)|didn'?t (?:touch|change)|did not (?:touch|change)|nur (?:geschaut|angeschaut|nachgesehen)|read[- ]only|to see if|closed again|nichts (?:geandert|verandert)|sans rien (?:changer|toucher|modifier)|sin (?:cambiar|tocar)\b/;

const NODE_OBJECT =
  /\b(?:vms?|vm's|vmname|virtual machines?|nodes?|workers?|control[- ]?planes?|agent nodes?|moc-\w+|machines?|vcpus?|cpus?|cores|memory|ram|disks?|nics?|network adapters?|vnics?|adapters?|vlans?|mac|checkpoints?|snapshots?|vhdx?s?|golden image|node image|base image|os image|sysctls?|kernel|knoten|maschinen|noeuds?|nodos?|image|controller)\b/;

const WHATS: readonly [What, RegExp][] = [
  [
    'base-image',
    /\b(?:golden image|own image|custom image|hardened (?:\w+ ){0,2}(?:image|vhdx?|build|mariner|linux)|(?:replac\w*|swapp\w*|exchang\w*|own|other|different|custom\w*|ersetzt|getauscht|remplac\w*|reemplaz\w*)[^.;]{0,40}(?:vhdx?|base image|node image|os image|image|os disk|gallery)|(?:vhdx?|base image|node image|os image|os disk|image)[^.;]{0,40}(?:replac\w*|swapp\w*|exchang\w*|by (?:their|our|its) own|ersetzt|getauscht|remplac\w*|reemplaz\w*)|cis[- ]hardened)\b/,
  ],
  [
    'nic',
    /\b(?:(?:second|2nd|additional|extra|another|new|third|dedicated|zweite\w*|zusatzliche\w*|deuxieme|segunda?)\s+(?:\w+ ){0,2}(?:v?nics?|network (?:adapter|card|interface)s?|adapter|interface|netzwerkkarte|netzwerkadapter|carte reseau|tarjeta)|add-vmnetworkadapter|remove-vmnetworkadapter|v?nics?|network interfaces?|ip route|static routes?|routes? add|netplan|route on|mtu|eth\d|ifconfig|ip link|ip addr|netzwerkkarte)\b/,
  ],
  [
    'sysctl',
    /\b(?:sysctl\w*|vm\.\w+|net\.(?:core|ipv4|ipv6)\.\w+|fs\.\w+|sunrpc\.\w+|kernel (?:param\w*|settings?|tun\w*)|max_map_count|ulimits?|inotify|nofile|swappiness|somaxconn|conntrack_max|huge ?pages)\b/,
  ],
  [
    'vm-network',
    /\b(?:vlan\w*|set-vmnetworkadapter\w*|connect-vmnetworkadapter|vm ?switch\w*|virtual switch|vswitch|port ?group|mac address\w*|mac spoofing|network adapters?|network settings?|netzwerk\w*|adapters?|reseau|red de)\b/,
  ],
  [
    'vm-resource',
    /\b(?:memory|ram|v?cpus?|cores?|processors?|disks?|disk controller|vhdx?|storage|checkpoints?|snapshots?|dynamic memory|numa|gpu|dda|speicher|arbeitsspeicher|prozessor\w*|festplatte|memoire|disques?|memoria|discos?|set-vmmemory|set-vmprocessor|set-vm|startupbytes|gb)\b/,
  ],
  [
    'package',
    /\b(?:packages?|rpm|tdnf|yum|apt(?:-get)?|dnf|install(?:ed|ing)? (?:an? |the |our |some )?(?:\w+ )?(?:agent|antivirus|av|edr|tool|driver|software|nfs|sensor|client|monitoring)|antivirus|agent on|certificates?|ca cert\w*|root ca|paket\w*|paquets?|paquetes?)\b/,
  ],
];

const DIRECTED =
  /\b(?:(?:microsoft|ms|your|azure) (?:support|engineers?|css|pg|product group|case|team|guy|colleague)|support (?:engineer|told|said|asked|instructed|case|team|guy|wanted|had us|recommended)|engineer (?:told|said|asked|had us|instructed|recommended|from microsoft)|(?:on|by|per|in|under|after) (?:the )?(?:instruction|order|advice|request|recommendation)s? (?:of|by|from) (?:the )?(?:microsoft|ms|support|your)|(?:in|per|see|under) (?:support |ms |our |the )?(?:case|ticket|sr|service request) (?:no\.? |nr\.? |number |#)?\d{8,}|case \d{10,}|support told us|(?:von|durch) (?:microsoft|ms)(?: support)?|support[- ]?(?:mitarbeiter|anweisung)|le support (?:microsoft|ms)|soporte de (?:microsoft|ms)|css told)\b/;
const NOT_DIRECTED =
  /\b(?:on (?:his|her|their|our|my) own (?:idea|initiative|will|account)|own idea|nobody (?:told|asked)|without (?:support|asking|microsoft)|partner|consultant|vendor|reseller|not (?:by|from) (?:microsoft|support|you))\b/;
const DOCUMENTED =
  /\b(?:(?:ms|microsoft|your|official|learn|troubleshooting|tsg|kb|known[- ]issues?) (?:\w+ ){0,3}?(?:article|doc\w*|page|guide|tsg|kb|instructions?)|(?:article|guide|tsg|page|docs?|documentation) (?:from|of|by|on) (?:microsoft|ms|learn)|aka\.ms|learn\.microsoft|docs\.microsoft|as (?:written|described|documented) (?:there|in the (?:docs?|article|ms))|step of the (?:article|guide)|exactly as written)\b/;
const CASE_NUMBER = /\b(?:2\d{12,15}|\d{15,16})\b/;

const NOBODY =
  /\b(?:(?:nobody|no[- ]one|none of us|niemand|personne|nadie)\b[^.;!?]{0,40}\b(?:touched|changed|modified|did|edited|worked on|geandert|angefasst|touche|change|modifie|toco|cambio|ha tocado|ha cambiado)|(?:no|keine?|aucune?|ninguna?) (?:\w+ ){0,2}(?:changes?|modifications?|anderung\w*|modification|cambios?)\b(?! log| window| request)|(?:nothing|nichts|rien|nada)\b[^.;!?]{0,40}\b(?:changed|touched|modified|done|geandert|change|modifie|cambiado|tocado)|(?:did|have|has|was|were|do|had)(?:n'?t| not| never)\b[^.;!?,]{0,30}\b(?:change|changed|touch|touched|modify|modified|edit|edited)\b[^.;!?,]{0,30}\b(?:vms?|nodes?|anything|workers?|machines?)|no (?:\w+ ){0,3}?(?:vms?|nodes?|workers?)\b[^.;!?]{0,30}\b(?:changed|touched|modified)|(?:vms?|nodes?|workers?)\b[^.;!?]{0,30}\b(?:untouched|unchanged|not (?:changed|touched|modified)|never (?:changed|touched|modified)|as they came|unverandert|out of the box)|never touched (?:the )?(?:vms?|nodes?))\b/g;
const UNSURE =
  /\b(?:no idea|not sure|unsure|don'?t know|unclear|maybe|perhaps|i heard|heard that|rumou?r|afaik|as far as i know|supposedly|keine ahnung|nicht sicher|vielleicht|peut-etre|no se|quizas|they say|might have|may have|could have)\b/;
const LABEL_TALK = /\b(?:labels?|taints?|tags?|annotations?|etiquetas?|etiquettes?)\b/;
const POWER_ONLY =
  /\b(?:turned|switched|powered|shut|stopped|started|restarted|rebooted|reboot|live[- ]?migrat\w*|failed over|ausgeschaltet|neu gestartet)\b/;

type Change = { change: NodeChange; p: Passage; at: number; end: number };

/** Words in which a change's object and manner may stand: its sentence, and its neighbours for the reason. */
function around(prose: Prose, p: Passage): { own: string; wide: string } {
  const wide = prose.passages
    .slice(Math.max(0, p.index - 1), p.index + 2)
    .map((x) => x.low)
    .join(' ');
  return { own: p.low, wide };
}

function whatOf(words: string): What | undefined {
  return WHATS.find(([, re]) => re.test(words))?.[0];
}

function reasonOf(
  prose: Prose,
  p: Passage,
): Pick<NodeChange, 'directedByMicrosoft' | 'documentedByMicrosoft' | 'reference'> {
  const { wide } = around(prose, p);
  const reason: ReturnType<typeof reasonOf> = {};
  const isOwn = NOT_DIRECTED.test(wide);
  const directed = DIRECTED.exec(wide);
  const isToldOtherwise =
    directed !== null && /\b(?:not|nobody|never|without|no)\W+(?:\w+\W+){0,3}$/.test(wide.slice(0, directed.index));
  if (directed && !isOwn && !isToldOtherwise) reason.directedByMicrosoft = true;
  else if (isOwn && /\bown (?:idea|initiative)\b/.test(wide)) reason.directedByMicrosoft = false;
  if (DOCUMENTED.test(wide) && !isOwn) reason.documentedByMicrosoft = true;
  const reference = CASE_NUMBER.exec(wide)?.[0];
  if (reference && reason.directedByMicrosoft) reason.reference = reference;
  return reason;
}

const isDone = (prose: Prose, p: Passage, at: number): boolean =>
  !NOT_CARRIED_OUT.test(p.low) &&
  !isNegated(p, at) &&
  !isPlanned(prose, p, at) &&
  !isElsewhere(prose, p, at) &&
  !isRefuted(prose, p);

/** "… but access denied", "… so we did not": tried or thought of, not done. */
const NOT_CARRIED_OUT =
  /\b(?:tried|try|attempt\w*|wanted)\b[^.;]{0,60}\b(?:denied|failed|fails|not allowed|no permission|forbidden|refused|disabled|impossible|without success)\b|\b(?:we|i|they|he|she|nobody) (?:did|have|has)(?:n't| not)(?: do| done| dare)?(?: it| that| so)?(?: yet)?\s*[.!)]*\s*$|\b(?:forbids?|prohibits?|not allowed|must not|may not|never should)\b[^.;]{0,20}\b(?:change|modify|touch|edit)/;

const isRemark = (p: Passage): boolean =>
  /\b(?:is|are|was) (?:disabled|not (?:allowed|possible|permitted)|blocked|forbidden)\b/.test(p.low);

function cmdletChanges(prose: Prose): Change[] {
  return prose.passages.flatMap((p) =>
    [...p.low.matchAll(CMDLET)].flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (
        /^\s*(?:is|was|are) (?:disabled|not|blocked|forbidden)/.test(prose.low.slice(end, end + 24)) ||
        !isDone(prose, p, at)
      )
        return [];
      if (m[1] === 'disable' || m[1] === 'enable' ? !/^vm/.test(m[2] ?? '') : false) return [];
      const noun = m[2] ?? '';
      const what: What =
        /networkadapter$/.test(noun) && /^(?:add|remove)$/.test(m[1] ?? '')
          ? 'nic'
          : /networkadapter|switch|net/.test(noun)
            ? 'vm-network'
            : /vhd/.test(noun) && /base|golden|replac|image/.test(p.low)
              ? 'base-image'
              : 'vm-resource';
      const via: Via = /^sc|azvm/.test(noun) ? 'iaas-api' : 'hyperv-api';
      return [{ change: { via, what, ...reasonOf(prose, p) }, p, at, end }];
    }),
  );
}

/** How far a verb may stand from the interface it was done through. */
const VERB_REACH = 120;

function toldChanges(prose: Prose, taken: readonly Change[]): Change[] {
  const changes: Change[] = [];
  for (const p of prose.passages) {
    if (taken.some((c) => c.p === p) || isRemark(p)) continue;
    const change = changeIn(prose, p);
    if (change) changes.push(change);
  }
  return changes;
}

function changeIn(prose: Prose, p: Passage): Change | undefined {
  const [via, re] = INTERFACES.find(([, x]) => x.test(p.low)) ?? ['unknown', /(?!)/];
  const viaAt = p.start + (re.exec(p.low)?.index ?? 0);
  const what = whatOf(p.low);
  if (via === 'aks-api' || (via === 'unknown' && what !== 'base-image' && !isVmTalk(p.low, what))) return undefined;
  if (via === 'ssh' && LOOK_ONLY.test(p.low)) return undefined;
  if (
    via === 'daemonset' &&
    what !== 'sysctl' &&
    what !== 'package' &&
    !/\b(?:kernel|iptables|privileged)\b/.test(p.low)
  )
    return undefined;
  if ((via === 'hyperv-api' || via === 'iaas-api' || via === 'unknown') && LOOK_ONLY.test(p.low)) return undefined;
  for (const m of p.low.matchAll(VERB)) {
    const at = p.start + m.index;
    const end = at + m[0].length;
    if (via !== 'unknown' && Math.abs(at - viaAt) > VERB_REACH) continue;
    const clause = clauseAt(p, at);
    if (LABEL_TALK.test(clause.low) && !NODE_OBJECT.test(clause.low.replace(/nodes?/g, ''))) continue;
    if (!isDone(prose, p, at) || isUnsure(prose, p)) continue;
    if (!what && (POWER_ONLY.test(p.low) || !NODE_OBJECT.test(p.low))) continue;
    if (isHostThing(clause.low) || FOREIGN_VM.test(clause.low)) continue;
    return { change: { via, what: what ?? 'other', ...reasonOf(prose, p) }, p, at, end };
  }
  return undefined;
}

const OTHER_THAN_NODES =
  /\b(?:proxy|firewall|network|helm|values|chart|deployments?|config\w*|dns|policy|policies|code|app|apps|yaml|manifest|application|certificates?|switch\w*)\b/;

/** Suspicion is no change: "the virtualization team did something, no idea if it was ours". */
const isUnsure = (prose: Prose, p: Passage): boolean => UNSURE.test(p.low) && prose.passages.length > 0;

const FOREIGN_VM =
  /\b(?:sql|dc|domain controller|file ?server|db|database|exchange|jump|backup|wac|ad|print|erp|sap|app(?:lication)? ?server|web ?server)\s(?:server )?(?:vms?|machines?|virtual machines?)\b/;
const isHostThing = (clause: string): boolean =>
  /\b(?:hosts? (?:memory|ram|bios|firmware|nic|network)|physical|switch firmware|tor switch|firewall|proxy|hosts?' )\b/.test(
    clause,
  );

/** Without a named interface only plain talk of the VMs themselves counts. */
const isVmTalk = (low: string, what: What | undefined): boolean =>
  what !== undefined &&
  what !== 'other' &&
  /\b(?:worker|node|aks|cluster|control plane|agent)?\s?(?:vms?|vm's|virtual machines?|moc-\w+)\b|\bon (?:each|every|all|the) (?:\w+ )?(?:nodes?|workers?)\b/.test(
    low,
  );

export function nodeChange(prose: Prose): Found[] {
  const byCmdlet = cmdletChanges(prose);
  const changes = [...byCmdlet, ...toldChanges(prose, byCmdlet)].sort((a, b) => a.at - b.at);
  if (changes.length > 0) {
    return distinct(changes).map(({ change, p, at, end }) => typed('nodeChange', [change], evidenceSpan(p, at, end)));
  }
  return denials(prose);
}

/** One change told twice ("we changed the memory … done yesterday in Hyper-V") stays one. */
function distinct(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const c of changes) {
    const same = kept.find(
      (k) =>
        k.change.what === c.change.what &&
        (k.change.via === c.change.via || c.change.via === 'unknown' || k.change.via === 'unknown'),
    );
    if (!same) kept.push(c);
    else
      same.change = {
        ...c.change,
        ...same.change,
        via: same.change.via === 'unknown' ? c.change.via : same.change.via,
      };
  }
  return kept;
}

function denials(prose: Prose): Found[] {
  for (const p of prose.passages) {
    for (const m of p.low.matchAll(NOBODY)) {
      const at = p.start + m.index;
      if (UNSURE.test(p.low) || isElsewhere(prose, p, at) || isPlanned(prose, p, at)) continue;
      const object = prose.low.slice(at, Math.min(p.end, at + m[0].length + 30));
      if (OTHER_THAN_NODES.test(object) && !/\b(?:vms?|nodes?)\b/.test(m[0])) continue;
      return [typed('nodeChange', [], evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.said })];
    }
  }
  return [];
}
