/** Words of changing a node: interfaces, verbs, objects, and on whose word it was done. Folded patterns. */
import type { NodeChange } from '../../model/facts.ts';

export type Via = NodeChange['via'];
export type What = NodeChange['what'];

/** Cmdlets that change a VM whoever runs them; the rest of Hyper-V's only look. */
export const CMDLET =
  /\b(?:(set|add|remove|checkpoint|restore|import|move(?=-vmstorage)|rename|resize|update|connect|disconnect|enable|disable|grow|convert)-(vm\w*|vhd\w*|sc\w+|clustergroup|virtual\w+|net(?:adapter|lbfo|switch)\w*|azvm\w*))\b/g;

export const INTERFACES: readonly [Via, RegExp][] = [
  [
    'hyperv-api',
    /\b(?:hyper[- ]?v(?: manager| mmc| console| host)?|failover cluster manager|fcm|wac|windows admin center|vm settings|virtual machine settings|vm properties|vm-einstellungen|hyperv)\b/,
  ],
  [
    'iaas-api',
    /\b(?:scvmm|vmm|virtual machine manager|vcenter|vsphere|prism|terraform|mocctl|azure portal vm|iaas|infrastructure api|stack-hci-vm (?:update|nic|disk|stop|delete)|arc vm)\b/,
  ],
  ['daemonset', /\b(?:daemon-?sets?|ds|init ?containers?)\b/],
  [
    'ssh',
    /\b(?:ssh(?:'?d|ed)?|scp|putty|winscp|logged (?:in|on) (?:to|on)|log(?:ged)? into|on the node shell|clouduser|rdp(?! (?:of|to|on|into|onto) (?:the |our |one )?(?:hyper-?v )?hosts?)|enter-pssession|debug pod|kubectl debug|node-shell|chroot \/host|nsenter)\b/,
  ],
  ['aks-api', /\b(?:set-akshci\w*|az aksarc|az aks|new-akshcinetwork\w*|akshci cmdlets?)\b/],
];

export const VERB =
  /\b(?:took (?:\w+ ){1,5}(?:away|out)\b|(?<=\b(?:told|instructed|advised)\b[^.;]{0,50}\bto )(?:add|change|switch|set|increase|give|attach|enable|disable|move|put|replace|resize|edit|connect|remove|lower|reduce|install)|sysctl (?:-w )?[\w.]+ ?= ?\S+(?= (?:over|via|by|through|with|per) ssh)|(?:over|via|by|through|per) ssh\W{1,4}(?=sysctl(?! -a)|tdnf|apt|yum|\/etc|kernel)|re-?(?:connect|attach|assign|creat|nam|siz|plac|add|import|mapp|wir|plugg|buil)(?:ed|ing|t)|un-?plugg(?:ed|ing)|(?<=daemonset )with(?= (?:an? )?(?:sysctls?|vm\.|net\.|fs\.))|re-?imaged|went from \d+ (?:\w+ )?to \d+|(?:typed|entered|keyed in)(?= (?:in )?\S+ (?:instead of|under|into|for)\b)|writes?|(?:sudo )?(?:vi|vim|nano|tee) \/?etc|sudo (?:vi|vim|nano|tee)|created(?= \/etc| an? file| the file)|echo(?= [^\n;|]{1,80}>>? ?\/(?:etc|proc|sys|var)\/)|cat(?= ?>>? ?\/(?:etc|proc|sys|var)\/)|sysctl (?:-w|-p|--system|--load)|ip route add|route add|(?:tdnf|yum|apt|apt-get|dnf|rpm|zypper) (?:-i|install|update|remove)|sed -i|sysctls? (?:over|via|by|through|with) (?:an? )?(?:ssh|daemonset)|(?<=\b(?:had|made|let|helped) us )(?:disable|enable|turn|switch|move|put|connect|remove|detach|lower|reduce|add|change|set|raise|increase|give|attach|resize|edit|replace)|roll(?:ed|ing) (?:[\w-]+ ){0,5}back|activat(?:ed|ing)|\d+ ?(?:\w{2,5} )?-> ?\d+|(?:un)?tick(?:ed|ing)|toggled|flipped|switched on(?= (?:for|in|on|at) )|(?<=\b(?:nodes?|workers?|vms?|machines?|control planes?)\b[^.;]{0,40})(?:come|comes|came|coming|boot|boots|booted|built|created|based|made|run|running)(?= (?:from|on|with|out of) (?:an? |our |the |their )?(?:(?:own|custom|hardened|self-?made|golden) )+(?:\w+ )?(?:image|vhdx?|template)\b)|crictl (?:pull|rmi|rm|rmp)|systemctl (?:enable|disable|edit|mask)|chang(?:ed|ing)|modif(?:ied|ying)|edit(?:ed|ing)|increas(?:ed|ing)|raised?|raising|reduc(?:ed|ing)|lowered|doubled|halved|resiz(?:ed|ing)|extended|expanded|enlarged|grew|add(?:ed|ing)|attach(?:ed|ing)|detached|plugged|(?<=\b(?:vms?|nodes?|workers?|machines?) )got(?= (?:an?|some|more|another|extra|additional|\d+) )|gave(?! up)|given|give|slid|shoved|stuck(?= (?:an?|another|more|some|\d+) )|hung|upped|pumped(?: up)?|boosted|cranked(?: up)?|beefed up|upsized|downsized|shrank|shrunk|trimmed|fiddled|tinkered|messed|played (?=with|around)|put|remov(?:ed|ing)|delet(?:ed|ing)|replac(?:ed|ing)|swapp(?:ed|ing)|exchanged|mov(?:ed|ing)|migrated|switched (?!off|on)|set|sets|setting|configur(?:ed|ing)|reconfigured|assign(?:ed|ing)|connected (?!to azure|to arc)|install(?:ed|ing|s(?= ))|uninstalled|patched|upgraded (?=the )|overwr(?:ote|itten)|wrote|rewr(?:ote|itten)|tun(?:ed|es|ing)|raises|applies|configures|unplugged|re-?tagged|re-?assigned|appended|inserted|prepended|commented out|uncommented|adjust(?:ed|ing)|altered|touched|tweak(?:ed|ing)|rename[d]|cop(?:ied|ying)|clon(?:ed|ing)|scp of(?! [^.;]{0,40}\bfrom\b)|rsync of|mounted|enabled|disabled|(?:takes?|makes?|creates?)(?= (?:nightly |daily |weekly |hourly |an? )?(?:checkpoints?|snapshots?) )|took (?=(?:an? |the |some |new )?(?:checkpoints?|snapshots?)|an? )|taken|restored|reverted|turned on|pushe?[ds]|distributed|placed|loaded|loads?(?= (?:an? |the |our |some )?(?:kernel )?modules?)|injected|bumped|customi[sz]ed|harden(?:ed|ing)|did|done|made|ran|run|runs|use|used|uses|using|roll(?:ed)? (?:it )?out|rolls? out|deploy(?:ed)?|apply|applied|rollen|verteilen|installieren|setzen|setzt|installiert|andern|geandert|erhoht|hinzugefugt|entfernt|ersetzt|angepasst|umgestellt|gesetzt|eingebaut|verandert|gegeben|zugewiesen|verschoben|eingestellt|gestellt|hochgesetzt|hochgedreht|geklont|verdoppelt|vergrossert|getauscht|installiert|kopiert|konfiguriert|modifie\w*|change|augmente\w*|ajoute\w*|remplace\w*|supprime\w*|cambi(?:ado|amos|o|aron)|modificad\w*|modifico|anadi\w*|agrego|aumento|instalo|reemplazo|aumentad\w*|aumentamos|agregad\w*|agregamos|reemplazad\w*|modificamos|instalad\w*|(?:hemos|habiamos|han|ha|he) (?:puesto|dado|subido|bajado|conectado|movido)|pusimos|subimos|bajamos|conectamos|(?:aument|aggiun|sostitui|modific|cambi|install|rimoss|spost|colleg|ridott|imposta)\w{0,3}t[oaie]\b|aggiunt[oaie]|rimoss[oaie]|messo|messe|ridotto|verhoogd|verlaagd|toegevoegd|vervangen|gewijzigd|aangepast|verwijderd|verplaatst|gekoppeld|losgekoppeld|aangesloten|geinstalleerd|ingesteld|gegeven|uitgebreid|vergroot|verdubbeld|gezet|branche|debranche|installe\w*|deplace\w*|double\w*|reduit\w*)\b|(?:増や|変更|追加|設定|削除|減ら|外|修正|拡張|移動|置き換え|入れ替え|更新|編集)(?:し|さ|え)(?:ました|ている|た|て)(?!いない|いません|ません)|(?:修改|更改|增加|添加|删除|调整)了/g;
export const LOOK_ONLY =
  /\b(?:changed|touched|modified|altered|did|wrote) nothing\b|\bto (?:read|look|check|view|see|collect|gather) (?:the |at |some |into |for )*(?:logs?|journal\w*|status|files?|values?|settings?|it|them|if|whether|output|events?)\b|\b(?:only|just) (?:\w+ )?(?:look\w*|check\w*|see|saw|view\w*|read)|look(?:ed)? (?:around|only|at)|had a look|nothing (?:was |has been )?(?:changed|touched|modified|deleted)|didn'?t (?:touch|change)|did not (?:touch|change)|nur (?:geschaut|angeschaut|nachgesehen)|read[- ]only|to see if|closed again|nichts (?:geandert|verandert)|sans rien (?:changer|toucher|modifier)|sin (?:cambiar|tocar)\b/;

export const NODE_OBJECT =
  /\b(?:vms?|vm's|vmname|virtual machines?|nodes?|workers?|control[- ]?planes?|agent nodes?|moc-\w+|machines?|vcpus?|cpus?|cores|memory|ram|disks?|nics?|network adapters?|vnics?|adapters?|vlans?|mac|checkpoints?|snapshots?|vhdx?s?|golden image|node image|base image|os image|sysctls?|kernel|knoten|maschinen|no?e?uds?|nodos?|nodi|geheugen|memoria|memoire|image|controller|clouduser|kubelet|containerd|etc)\b/;

export const WHATS: readonly [What, RegExp][] = [
  [
    'base-image',
    /\b(?:golden image|own image|custom image|hardened (?:\w+ ){0,2}(?:image|vhdx?|build|mariner|linux)|(?:replac\w*|swapp\w*|exchang\w*|own|other|different|custom\w*|ersetzt|getauscht|remplac\w*|reemplaz\w*|sustitu\w*|sostitui\w*|vervang\w*)[^.;]{0,40}(?:vhdx?|base[- ]image|node[- ]image|os[- ]image|image|os disk|gallery|imagen|immagine)|(?:vhdx?|base[- ]image|node[- ]image|os[- ]image|os disk|image|imagen|immagine)[^.;]{0,40}(?:replac\w*|swapp\w*|exchang\w*|by (?:their|our|its) own|ersetzt|getauscht|remplac\w*|reemplaz\w*|sustitu\w*|sostitui\w*|vervang\w*)|(?:eigen|eigene[nrs]?|propi[ao]|propri[ao]|propre) (?:\w+ ){0,2}(?:vhdx?|image|imagen|immagine)|(?:imagen|immagine|vhdx?) (?:propi[ao]|propri[ao]|nuestr[ao]|nostr[ao])|cis[- ]hardened|re-?imag(?:ed|ing)\b[^.;]{0,30}\b(?:with|to|from|by) (?:our|my|their|its|an?|the) (?:own |custom |hardened |cis |corporate |golden )[^.;]{0,24}(?:vhdx?|image|mariner|linux|build)|(?:gallery|node image|vhdx?|os disk|base image) swap(?:s|ped)?)\b/,
  ],
  [
    'nic',
    /\b(?:(?:add\w*|plug\w*|attach\w*|ajoute\w*|agrega\w*|anad\w*|hinzu\w*) (?:an? |the |some |une? |una |eine? )?(?:network (?:card|adapter|interface)|nic|netzwerk(?:karte|adapter)|carte reseau|tarjeta de red|scheda di rete|netwerkkaart|netwerkadapter)|(?:second|2nd|additional|extra|another|new|third|dedicated|zweite\w*|zusatzliche\w*|deuxieme|seconde|segunda?|seconda|tweede|otra|altra|extra)\s+(?:\w+ ){0,2}(?:v?nics?|network (?:adapter|card|interface)s?|adapter|interface|netzwerkkarte|netzwerkadapter|carte reseau|tarjeta|scheda di rete|netwerkkaart|netwerkadapter)|add-vmnetworkadapter|remove-vmnetworkadapter|v?nics?|network interfaces?|ip route|static routes?|routes? add|netplan|route on|mtu|eth\d|ifconfig|ip link|ip addr|netzwerkkarte|scheda di rete|schede di rete|netwerkkaart(?:en)?|carte reseau|tarjeta de red)\b/,
  ],
  [
    'sysctl',
    /\b(?:sysctl\w*|vm\.\w+|net\.(?:core|ipv4|ipv6)\.\w+|fs\.\w+|sunrpc\.\w+|kernel (?:param\w*|settings?|tun\w*)|max_map_count|proc\/sys|ulimits?|inotify|nofile|swappiness|somaxconn|conntrack_max|huge ?pages)\b/,
  ],
  [
    'vm-network',
    /\b(?:vlan\w*|set-vmnetworkadapter\w*|connect-vmnetworkadapter|vm ?switch\w*|virtual switch|vswitch|port ?group|mac address\w*|(?:static|fixed|dynamic|manual) macs?|mac spoofing|network adapters?|network settings?|vm networks?|netzwerk\w*|netwerk\w*|adapters?|reseau|red de|rete virtuale)\b/,
  ],
  [
    'vm-resource',
    /\b(?:memory|ram|v?cpus?|cores?|processors?|disks?|disk controller|vhdx?|storage|checkpoints?|snapshots?|dynamic memory|from (?:an? |the |our |last )?(?:\w+ )?(?:vm )?backup|numa|gpu|dda|resiz\w+|speicher|arbeitsspeicher|prozessor\w*|festplatte|memoire|disques?|memoria|discos?|dischi|geheugen|schij(?:f|ven)|processeurs?|procesador\w*|processor[ei]|kernen|resiz\w*|set-vmmemory|set-vmprocessor|set-vm|startupbytes|gb|gigs?)\b/,
  ],
  [
    'package',
    /\b(?:packages?|rpm|tdnf|yum|apt(?:-get)?|dnf|(?:was|were|got|been|gets?|is|are|being) (?:\w+ )?installed|install(?:ed|ing)? (?:an? |the |our |some )?(?:\w+ )?(?:agent|antivirus|av|edr|tool|driver|software|nfs|sensor|client|monitoring|module|plugin|service|binary|library|certificate|packages?)|install(?:ed|ing|s)? (?!(?:the |an? |our |new |own |its )*(?:sysctls?|cluster|aks|node|kernel|image|certificates?)\b)[\w.+-]+ (?:on|onto|in|into|via|over|by|through|with)|put (?:an? |the |our |some )?(?:\w+ )?(?:agent|antivirus|av|edr|tool|driver|software|sensor|client|package)|antivirus|agent on|certificates?|ca cert\w*|root ca|our (?:own )?ca\b|etc\/pki|paket\w*|paquets?|paquetes?)\b/,
  ],
];

export const DIRECTED =
  /\b(?:(?:microsoft|ms|your|azure)(?:'s)? (?:support|engineers?|css|pg|product group|case|team|colleague)|your guys?|support (?:engineer|told|said|asked|instructed|case|team|guy|wanted|had us|recommended)|engineer (?:told|said|asked|had us|instructed|recommended|from microsoft)|(?:on|by|per|in|under|after) (?:the )?(?:instruction|order|advice|request|recommendation)s? (?:of|by|from) (?:the )?(?:microsoft|ms|support|your)|(?:in|per|see|under) (?:support |ms |our |the )?(?:case|ticket|sr|service request) (?:no\.? |nr\.? |number |#)?\d{8,}|case \d{10,}|support told us|(?:von|durch) (?:microsoft|ms)(?: support)?|support[- ]?(?:mitarbeiter|anweisung)|le support (?:microsoft|ms)|soporte de (?:microsoft|ms)|css told)\b/;
export const NOT_DIRECTED =
  /\b(?:on (?:his|her|their|our|my) own\b(?! (?:cluster|site|hosts?|hardware|node|vm))|own idea|nobody (?:told|asked)|without (?:support|asking|microsoft|an? (?:case|ticket|sr))|(?:no|never an?|never any) (?:support )?(?:case|ticket|sr|service request)s?(?: number)? (?:was |has been |is |were |had been )?(?:ever |yet )?(?:opened|open|created|raised|filed|existed|exists)|(?:says|claims|claimed|pretends|pretended) (?:that )?(?:he|she|they|to be)(?: is| was| were| are| works?| worked)? (?:\w+ ){0,2}(?:microsoft|ms)|(?:microsoft|ms|support|you)(?: support| engineers?)? (?:(?:was|were|is|are|has|have|had)(?:n't| not| never)(?: been)?|never) (?:asked|involved|informed|told|consulted|contacted|knew|know)|linkedin|reddit|youtube|stack ?overflow|partner|consultant|vendor|reseller|not (?:by|from) (?:microsoft|support|you))\b/;
export const DOCUMENTED =
  /\b(?:(?:ms|microsoft|your|official|learn|troubleshooting|tsg|kb|known[- ]issues?) (?:\w+ ){0,3}?(?:article|doc\w*|page|guide|tsg|kb|instructions?)|(?:article|guide|tsg|page|docs?|documentation) (?:from|of|by|on) (?:microsoft|ms|learn)|aka\.ms|learn\.microsoft|docs\.microsoft|(?:what|as|like|how) (?:ms |microsoft |the )?(?:learn|docs?|documentation|article) (?:says?|said|tells?|told|describes?|described|writes?)|as (?:written|described|documented) (?:there|in the (?:docs?|article|ms))|step of the (?:article|guide)|exactly as written)\b/;
export const CASE_NUMBER = /\b(?:2\d{12,15}|\d{15,16})\b/;

export const NOBODY =
  /\b(?:(?:nobody|no[- ]one|none of us|niemand|personne|nadie|nessuno)\b(?! (?:here )?(?:knows?|knew|remembers?|can say|can tell|noted|wrote|weiss|sait|sabe))[^.;!?]{0,40}\b(?:touched|changed|modified|did|edited|worked on|geandert|angefasst|touche|change|modifie|toco|cambio|ha tocado|ha cambiado|toccato|cambiato|modificato|aangeraakt|gewijzigd|veranderd|aangepast)|(?:no|geen|nessuna|keine?|aucune?|ninguna?) (?:\w+ ){0,2}(?:changes?|modifications?|anderung\w*|modification|cambios?)\b(?! log| window| request)|(?:nothing|nichts|rien|nada)\b[^.;!?]{0,40}\b(?:changed|touched|modified|done|geandert|change|modifie|cambiado|tocado)|(?:did|have|has|was|were|do|had)(?:n'?t| not| never)\b[^.;!?,]{0,30}\b(?:change|changed|touch|touched|modify|modified|edit|edited)\b[^.;!?,]{0,30}\b(?:vms?|nodes?|anything|workers?|machines?)|no (?:\w+ ){0,3}?(?:vms?|nodes?|workers?)\b[^.;!?]{0,30}\b(?:changed|touched|modified)|(?:vms?|nodes?|workers?)\b[^.;!?]{0,30}\b(?:untouched|unchanged|not (?:changed|touched|modified)|never (?:changed|touched|modified)|as they came|(?:exactly )?as (?:aks|the product|the system|you|they|it|installed|delivered|microsoft) ?(?:has |have |had |were |was )?(?:made|created|delivered|shipped|installed|built|set)?(?: (?:them|it))?(?=\s*(?:$|[,.;)]))|unverandert|out of the box)|never touched (?:the )?(?:vms?|nodes?))\b/g;
export const UNSURE =
  /\b(?:no idea|not sure|unsure|don'?t know|unclear|maybe|perhaps|i heard|heard that|rumou?r|afaik|as far as i know|supposedly|keine ahnung|nicht sicher|vielleicht|peut-etre|no se|quizas|they say|might have|may have|could have)(?! to\b)\b/;
export const LABEL_TALK = /\b(?:labels?|taints?|tags?|annotations?|etiquetas?|etiquettes?)\b/;
export const POWER_ONLY =
  /\b(?:turned|switched|powered|shut|stopped|started|restarted|rebooted|reboot|live[- ]?migrat\w*|failed over|ausgeschaltet|neu gestartet)\b/;
