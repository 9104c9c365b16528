/** What a version number in a sentence is: the cluster's own, a client's, a target, another program's … */

import { clauseAt, type Passage } from '../document.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { KUBERNETES } from '../versions.ts';

export type Role =
  | 'current'
  | 'corrected'
  | 'client'
  | 'management'
  | 'tool'
  | 'target'
  | 'offered'
  | 'past'
  | 'other'
  | 'denied'
  | 'upstream';

/** How far the words that name a number may stand in front of it. */
const NAMING_REACH = 60;

const CLUSTER_WORD =
  /\b(?:(?:get|set|update|new|install|restart)-akshci\w*|kube|serverversion|k8s|kubernetes|server(?: version)?|cluster\w*|nodes?|node ?pools?|pools?|control[- ]?planes?|cp|aks(?:[- ]?(?:arc|hci|hybrid))?|workers?|version|versiones?|serveur\w*|servidor|apiserver|kubelets?|masters?|workload|knoten|noeuds?|nodos?|api ?server|prod(?:uction)?|minor|we(?:'re| are) (?:now |still |currently )?(?:on|at|running)|since we(?:'re)?)\b/g;
const CLIENT_WORD =
  /\b(?:kubectl(?! (?:get|describe|top|version)\b)|client(?:'s)?|cliente|cli(?:ent)? tool|jump ?(?:box|host)|laptop|workstation)\b/g;
const MANAGEMENT_WORD = /\b(?:kva|mgmt|management|gestion|verwaltung\w*|aks host|appliance|resource bridge|arb)\b/g;
/** Programs whose versions look like Kubernetes minors. */
const TOOL_WORD =
  /\b(?:nginx|istio\w*|helm|golang|go version|cilium|calico|containerd|moby|docker|coredns|etcd|cert-manager|certmanager|argo\w*|flux\w*|linkerd|traefik|prometheus|grafana|loki|keda|dapr|knative|vault|consul|envoy|kiali|jaeger|otel|opentelemetry|collector|longhorn|rook|ceph|velero|kasten|k10|trident|portworx|openebs|minio|keycloak|harbor|kyverno|gatekeeper|opa|falco|trivy|fluent\w*|fluent-bit|fluentbit|logstash|elastic\w*|kibana|redis|rabbitmq|kafka|strimzi|mysql|postgres\w*|mongodb|mongo|spring|java|node\.?js|python|dotnet|rust|terraform|ansible|bicep|k3s|rke2?|openshift|okd|kubeadm|kind|minikube|edge essentials|essentials|metallb|haproxy|contour|kong|ambassador|emissary|external-dns|externaldns|sealed-secrets|reloader|metrics-server|metrics server|autoscaler|crossplane|tekton|jenkins|gitlab|runner|spark|airflow|superset|nats|cassandra|clickhouse|influx\w*|telegraf|zabbix|datadog|dynatrace|splunk|newrelic|sysdig|aqua|twistlock|prisma|crowdstrike|falcon|defender|csi|driver|operator|chart|image|module|extension|ext|sdk|library|lib|agent|agentversion|connectedk8s|k8s-extension|k8s extension|plugin|addon|add-on|sidecar|app|application|tool|wac|admin center|windows admin center|wssd\w*|bios|firmware|tls|ssl|http|api version|schema|openssl|curl|python3|mariner|azurelinux|azure linux|image version|kured|multus|flannel|weave|antrea|submariner|skupper|thanos|mimir|tempo|alloy|beyla|nfs|smb|samba|chrony|systemd|runc|crictl|nerdctl|skopeo|buildah|kaniko|kustomize|skaffold|tilt|octant|lens|k9s|rancher|portainer|headlamp|goldpinger|netshoot|busybox|alpine|debian|ubuntu|proxyv2|pause)\b/g;

const IN_FRONT_OF_TARGET =
  /(?:\b(?:to|onto|towards?|auf|nach|vers|a la|a|hacia|->|=>)|->|=>|-->)\s*(?:kubernetes |k8s |version |aks |release |v )*$/;
const UPGRADE_VERB =
  /\b(?:up(?:grad|dat)\w*|go(?:ing)?|went|gehen|move\w*|moving|migrat\w*|jump\w*|switch\w*|bring|get|push|aktualisier\w*|hoch\w*|wechsel\w*|umstieg\w*|umstell\w*|umzug\w*|bascul\w*|passage|cambio|mett\w*|pass(?:ons|er|e|ent|ez|ar|amos|o)|mise a jour|actualiz\w*|raise\w*|bump\w*|patch\w*|come|roll\w*)\b/;
const DONE =
  /\b(?:(?:upgrade|update|move|migration)(?: was| is)? (?:done|performed|made|carried out|ok)|successful\w*|succeeded|went (?:through|fine|well|ok)|completed|finished|erfolgreich|abgeschlossen|terminee?|jumped|did (?:the|an?) (?:\S+ ){0,4}?(?:upgrade|update)|upgraded|updated|went|moved|migrated|patched|bumped|rolled|we are now|now on|after (?:the |our |an? )?(?:\w+ )?(?:upgrade|update|upgrading|updating|patch|move)|since (?:the |our |an? )?(?:\w+ )?(?:upgrade|update|upgrading|updating|patch|move|we (?:upgraded|updated|went|moved))|aktualisiert|nach dem (?:upgrade|update)|seit dem (?:upgrade|update)|apres (?:la |le )?(?:mise a jour|upgrade)|tras (?:la )?actualiz\w*)\b/;
const NOT_DONE =
  /\b(?:stuck|fail\w*|hang\w*|abort\w*|reject\w*|denied|blocked|nothing (?:was|is|got) (?:rolled|upgraded|changed)|tried|trying|try|during|while|not (?:possible|finish\w*)|never finish\w*|cannot|can't|cant|refus\w*|want\w*|would|plan(?:s|ned|ning)?\b|need to|have to|should|allowed|attempt\w*|half|broke\w*|broken|does not|doesn't|won't|error|scheitert|hangt|schlagt fehl|echoue|falla|will be|is going to be|mid[- ]|in progress|under way|underway)\b/;
const NOT_SUCCESSFUL =
  /\b(?:not|never|nicht|pas|no|n't) (?:yet |be |been |get )?(?:success|succeed|complet|finish|go through|erfolgreich|abgeschlossen|termin)/;
/** "Is still on 1.31.13": where it stands, not where it goes. */
const STANDS =
  /\b(?:is|are|ist|sind|est|esta|still|noch|remains?|stays?|bleibt)\s+(?:now |noch |still |currently )?(?:on|auf|at|en|sur)\s*(?:version |kubernetes |k8s |v)*$/;
const GOAL = /\b(?:ziel|target(?! clusters?)|goal|objetivo|cible|gewunscht|zielversion)\b/;
const FROM = /\b(?:from|von|vom|depuis(?: la)?|de|desde)\s*(?:kubernetes |k8s |version |aks |release |the |v )*$/;
/** "1.33.5, went up from 1.31 last week": where it came from, as long as another number says where it is. */
const CAME_FROM =
  /\b(?:went (?:up )?|came |coming |upgraded |updated |moved |migrated |up )(?:\w+ )?from\s*(?:kubernetes |k8s |version |v )*v?$/;
const OFFERED =
  /\b(?:offer\w*|propos\w*|suggest\w*|available|availab\w*|supported (?:versions?|list)|supports?|support only|list(?:s|ed)?|shows? (?:only )?(?:newer|upgrades?)|choose from|choice|next (?:version|minor|patch|window|update|step|release)|latest|newest|newer|current release is|requires?|required|needs?|at least|minimum|min|or (?:newer|later|higher|above)|starting with|beginning with|introduced|when will|comes? (?:to|with|in)|arriv\w*|get-\w*upgrades|get-\w*updates|get-versions|neueste|verfugbar|disponible|angeboten|not ready|isn't ready|is not ready|download\w*)\b/;
const PAST =
  /\b(?:was|were|used to (?:be|run)|previously|before that|formerly|earlier|until|had been|initially|originally|created (?:with|on|as)|installed (?:with|as)|before (?:it|the upgrade|january|february|march|april|may|june|july|august|september|october|november|december|that)|(?:^|\()\s*before|war|waren|fruher|vorher|avant|etait|antes|era)\b/;
const NOW =
  /\b(?:now|currently|today|at the moment|jetzt|aktuell|derzeit|maintenant|actuellement|ahora|actualmente|is|are|runs?|running|still)\b/;
const UPSTREAM =
  /\b(?:upstream|google says|somewhere|(?:docs?|documentation|release notes?|articles?|pages?|blogs?|changelog|announcement) (?:of |for )?(?:says?|said|mentions?|mentioned|lists?|talks? (?:of|about)|describes?)|read that|in general|everything since|removed in|deprecated in|added in|fixed in|since kubernetes|as of kubernetes|introduced in|ga in|beta in|alpha in|stable in)\b[^.;]{0,40}$/;
const CORRECTION =
  /\b(?:sorry|correction|corrected|pardon|oops|ups|actually|i mean|i meant|wrong (?:window|cluster|one|number|version|machine)|no wait|wait|scratch that|typo|my mistake|mistake|it is|thats? (?:it|right)|richtig ist|korrektur|ich meine|ich meinte|doch|pardon|je veux dire|correction|perdon|correccion|quiero decir)\b/;

const last = (re: RegExp, text: string): number => {
  let end = -1;
  for (const m of matchesOf(re, text)) end = m.index + m[0].length;
  return end;
};

/** Programs whose own versions look like Kubernetes minors: "istio, 1.24.3" is istio's. */
const SAME_RANGE =
  /\b(?:nginx|istio\w*|go|golang|cert-?manager|envoy|vault|consul|cilium|velero|rook|knative|terraform|proxyv2|dapr|kyverno|kured|linkerd|containerd|app|application|image|chart|operator|agent|module|extension|driver|tool)$/;
/** "coredns crash, 1.33.5": a list of remarks; the number is no version of the program. */
const LIST_BREAK = /(?:[,;/|(]|\s-)\s*v?$|[,;/|(]\s*(?:k8s|kubernetes|cluster)\b[^,;/|]*$/;

/** "Mgmt: 1.30.4, wl: 1.32.9": a new label ends what the one before it named. */
const NAMED_BEFORE = /^.*\bv?1\.\d\d(?:\.\d+)?\s*[,;/|]\s*(?=[a-z][\w-]*(?: cluster)?\s*[:=]\s*v?$)/s;

/** Which kind of word stands nearest in front of the number. */
function naming(words: string): 'cluster' | 'client' | 'management' | 'tool' | undefined {
  const before = words.replace(NAMED_BEFORE, '');
  const ends = [
    ['client', last(CLIENT_WORD, before)],
    ['management', last(MANAGEMENT_WORD, before)],
    ['tool', last(TOOL_WORD, before)],
    ['cluster', last(CLUSTER_WORD, before)],
  ] as const;
  const [name, end] = ends.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (end < 0) return undefined;
  if (
    name === 'tool' &&
    LIST_BREAK.test(before) &&
    !SAME_RANGE.test(before.slice(0, before.search(LIST_BREAK)).trimEnd())
  )
    return undefined;
  // "management cluster 1.28", "kubectl client version 1.28", "Istio version 1.24": a general word follows the name.
  if (name === 'cluster') {
    const word = before.slice(0, end).trimEnd();
    const general = /^(.*?)\b(?:cluster|version|server version|server|minor)$/s.exec(word)?.[1];
    if (general !== undefined) {
      const specific = ends.find(
        ([kind, at]) =>
          kind !== 'cluster' &&
          at >= 0 &&
          (/^[\s:'"(]*(?:cluster|host)?[\s:'"(]*$/.test(before.slice(at, general.length)) ||
            (SAME_RANGE.test(before.slice(0, at)) && /^,\s*$/.test(before.slice(at, general.length)))),
      );
      if (specific) return specific[0];
    }
  }
  return name;
}

/** "Hall A 1.33.5 (this one), hall B 1.31.12". */
const THIS_ONE = /^\s*\((?:this (?:one|is it|here)|ours|the affected|affected|the (?:sick|broken|bad) one|here)\b/;

/** "kubectl 1.29 against v1.33.4": the client is named, the number is that of what it speaks to. */
const SPOKEN_TO =
  /\b(?:against|talk(?:s|ing)? to|speak(?:s|ing)? to|connect(?:s|ed|ing)? to|towards?|gegen|contre|contra)\s+(?:(?:an?|the|our|my) )?(?:[\w-]+ )?(?:v(?:ersion )?)?$/;
/** "A 1.33.4 server", "the 1.33.4 control plane". */
const SERVER_BEHIND =
  /^\s*(?:k8s |kubernetes |aks )?(?:api[- ]?server|server|cluster|control[- ]?plane)\b(?!(?: is| version| on|[ :=])*\s?v?1\.\d)/;
/** "Nothing under 1.31 is supported": a rule about versions, not a version that runs. */
const BOUND_OF_RULE =
  /\b(?:nothing|everything|anything|all|no (?:version|minor|cluster)s?|versions?|minors?|clusters?|releases?|whatever)(?: (?:is |are |that is |that are )?(?:still |any ?more |no longer )?(?:un)?(?:supported|deprecated))?(?: (?:any ?more|is|are|that is))? (?:below|under|older than|before|prior to|up to|lower than|less than|newer than|above|unter|alter als)\s+(?:k8s |kubernetes |version |v)*$/;

/** "Kubernetes version 1.33.5 isn't / ready for use", wherever the line was wrapped. */
const NOT_READY_BEHIND = /^\s+(?:isn't|is\s+not)\s+ready\b/;

/** Behind the number: "1.33.5 was my kubectl", "1.28.5 (client)", "1.33.5 is the target". */
function namedBehind(after: string, before: string): Role | undefined {
  if (THIS_ONE.test(after)) return 'corrected';
  const isOneOfMany = /\b(?:ones|others?|clusters)\b/.test(before);
  if (
    /^[\s,)"']*(?:\(|is |was |are |= ?|as |ist |war |est |es )?\s*(?:the |my |our |only |from |just |of |on )*(?:kubectl(?! (?:apply|get|describe|logs?|exec|delete|create|top|rollout|drain|run|proxy|says?|gives?|fails?|errors?|shows?|cannot|can't|times?|works?|hangs?|does|is|was)\b)|client|jump ?(?:box|host)|laptop)(?!(?:\w*[ :=]{1,3}(?:is |version )?|[^.;,]{0,32}?\b)v?1\.\d)/.test(
      after,
    )
  )
    return 'client';
  if (/^[\s,)]*(?:\(|is |was |of |for )\s*(?:the |our )*(?:mgmt|management|kva|aks host|appliance)/.test(after))
    return 'management';
  if (
    /^[\s)]*(?:\(|is |was |as )?\s*(?:the |our )*(?:target|goal|plan|latest|newest|next|offered|available|wish|(?:where|what) (?!(?:we|i|it|ours?) )(?:\w+ ){1,3}?(?:wants?|asks?|demands?|needs?|plans?|expects?)\b|(?:where|what) (?:we|i) (?:want|must|should|need|have to|plan|shall|would))/.test(
      after,
    )
  )
    return 'target';
  if (
    /^[\s,]*(?:is|are|was|would be|will be|as)?\s*(?:also |now |already |the |an? )*(?:available|offered|possible|not\s+(?:available|offered|ready)|isn't\s+ready|is\s+not\s+ready|listed|coming|out(?! of))\b/.test(
      after,
    )
  )
    return 'offered';
  if (
    /^[\s,)]*(?:\(|(?:was |were |is |are )?(?:from )?before(?! (?:it was |that )?v?\d)|earlier|previously|until|till|in the past|vorher|fruher|avant|antes)\b/.test(
      after,
    ) &&
    !/^[\s,)]*\(/.test(after)
  )
    return 'past';
  if (/^\s*(?:are|is) (?:all )?(?:fine|ok|okay|good|healthy|not affected|unaffected)\b/.test(after) && isOneOfMany)
    return 'other';
  if (/^\s*is what (?!we\b|i\b|runs|our)/.test(after)) return 'offered';
  if (/^[\s,]*(?:the )?same (?:\w+ ){0,3}(?:ok|works?|worked|fine|no problem)/.test(after)) return 'other';
  if (/^\s*of (?:our|the|my|their) (?:own )?(?:product|app|application|software|chart|tool|portal|image)\b/.test(after))
    return 'tool';
  return /^\s*(?:image|chart|module|extension|operator|helm|istio)\b(?! v?\d)/.test(after) ? 'tool' : undefined;
}

const NAME_TAG = /[\w.-]\/?[\w.-]*:$|\/$/;
/** "Our app on 1.33.5": the number is that of what the app runs on. */
const ON_PLATFORM =
  /\b(?:apps?|application|images?|charts?|operator|driver|agent|pods?|sidecars?)\s+(?:\w+ ){0,2}(?:on|in|under|auf|mit|sur|en)\s+(?:a |an |the |our )?$/;
/** "We must reach 1.32.9 by Christmas". */
const TO_REACH =
  /\b(?:must|need(?:s)? to|have to|has to|should|want to|shall|supposed to|going to)\s+(?:be (?:on|at)|reach|have|get to|get|run|use|land on|arrive at|end up on)\s*(?:version |kubernetes |k8s |v)*$|(?<!\b(?:not|n't) )\bwants? (?:version |kubernetes |k8s |v)*$/;
/** "It lists 1.32.9. That is what we run." */
const OURS_BEHIND =
  /\b(?:that|this|which|it)(?:'s| is)? (?:also |exactly |just )?(?:what|the (?:one|version)|where)?\s?(?:that )?(?:we|i) (?:run|have|use|are|sit)\b|\b(?:that|this|which)(?:'s| is|s) (?:ours|us|our version|mine)\b/;
const OURS_REACH = 110;

/** "Can AKS Arc run 1.35?" asks of the product, not of a cluster. */
const CAPABILITY =
  /\b(?:can|does|do|will|could|when)\b[^?]{0,24}\b(?:aks|arc|azure local|product|microsoft|ms|you)\b[^?]{0,30}\b(?:run|support|offer|use|work with|have|bring|get|release)\b/;
const OWNED = /\b(?:our|we|my|i|this|from|is on|stays?)\b/;

/** "Will our 1.31.12 be deprecated?": whatever is asked of it, it is ours. */
const OWN_VERSION = /\b(?:our|unsere?\w?|notre|nuestr[ao])\s(?:own |current |old |version |kubernetes |k8s |v)*$/;
/** "Nothing exists yet": whatever version is told is that of a cluster to come. */
const NOT_BUILT =
  /\b(?:nothing|no cluster|(?:the )?cluster does(?:n't| not)) (?:exists?|there|created|built|running|is there)(?: there)? ?(?:yet|so far)\b|\bno cluster (?:yet|so far)\b/;
const GO = /\bgo\s?$/;

export function roleOf(prose: Prose, p: Passage, at: number, end: number): Role {
  const clause = clauseAt(p, at);
  const before = prose.low.slice(Math.max(p.start, at - NAMING_REACH), at);
  const inClause = prose.low.slice(clause.start, at);
  const after = prose.low.slice(end, Math.min(p.end, end + NAMING_REACH));
  const rest = prose.low.slice(end, Math.min(clause.end, end + NAMING_REACH));
  if (
    NAME_TAG.test(before) &&
    /\S:$/.test(before) &&
    !/(?:version|k8s|kubernetes|server|cluster|nodes?|aks|azure ?local|solution|release|train|hosts?|prod|dev|test)\s*:$/.test(
      before,
    )
  )
    return 'tool';
  if (GO.test(before)) return 'tool';
  if (p.isQuestion && CAPABILITY.test(p.low) && !OWNED.test(p.low)) return 'offered';
  if (isRefuted(prose, p)) return 'denied';
  const behind =
    namedBehind(after, before) ??
    (NOT_READY_BEHIND.test(prose.low.slice(end, end + NAMING_REACH)) ? 'offered' : undefined);
  if (behind) return behind;
  if (BOUND_OF_RULE.test(before)) return 'upstream';
  const isServer = SPOKEN_TO.test(before) || SERVER_BEHIND.test(after);
  const name = isServer && naming(before) === 'client' ? 'cluster' : naming(before);
  if (name && name !== 'cluster' && !(name === 'tool' && ON_PLATFORM.test(before))) return name;
  if (isElsewhere(prose, p, at)) return 'other';
  if (OWN_VERSION.test(before)) return 'current';
  if (NOT_BUILT.test(prose.low)) return 'target';
  if (GOAL.test(inClause) || TO_REACH.test(before)) return 'target';
  const move = moveRole(p, { before, inClause, rest });
  if (move) return move;
  if (
    isNegated(p, at) &&
    /\b(?:not|nicht|pas|kein\w*|never|n't)\W+(?:\w+\W+){0,3}$/.test(before) &&
    !/no(?:t)? (?:longer|more)/.test(before)
  )
    return 'denied';
  if (UPSTREAM.test(before)) return 'upstream';
  if (/(?:^|\()[\s,;]*(?:before|formerly|previously)\s*$/.test(inClause)) return 'past';
  const isNow = NOW.test(inClause.slice(-24));
  if (
    OFFERED.test(inClause) &&
    !/\b(?:still|we are|we're|cluster is|on|is on|runs?)\s*(?:on|at)?\s*(?:v|version|kubernetes|k8s)?\s*$/.test(
      inClause,
    )
  )
    return OURS_BEHIND.test(prose.low.slice(end, end + OURS_REACH)) ? 'current' : 'offered';
  if (PAST.test(inClause.slice(-40)) && !isNow && !/\bwas it\b/.test(inClause)) return 'past';
  if (
    isPlanned(prose, p, at) &&
    !/\b(?:we are|we're|is|are|runs?|still) (?:on|at|running)?\s*(?:v|version|kubernetes|k8s)?\s*$/.test(inClause)
  )
    return 'target';
  return isCorrection(p, at, after) ? 'corrected' : 'current';
}

const TURNED_DOWN =
  /\b(?:was|is|were|got|and|been|immediately|right away) (?:\w+ )?(?:rejected|refused|denied|declined|blocked|stopped) by\b|\bnothing (?:was|is|got) (?:rolled|upgraded|changed|updated)\b/;

/** "From A to B": A is current while the move is not done, B afterwards. */
function moveRole(p: Passage, words: { before: string; inClause: string; rest: string }): Role | undefined {
  const isDone =
    DONE.test(p.low) &&
    !TURNED_DOWN.test(p.low) &&
    !NOT_SUCCESSFUL.test(p.low) &&
    !NOT_DONE.test(words.inClause.replace(/.*\bafter\b|.*\bsince\b/s, ''));
  if (CAME_FROM.test(words.before) && matchesOf(KUBERNETES, p.low).length > 1 && !NOT_DONE.test(p.low)) return 'past';
  if (FROM.test(words.before) && /\b(?:to|auf|nach|vers|a|->)\b|->/.test(words.rest))
    return isDone ? 'past' : 'current';
  if (STANDS.test(words.before)) return undefined;
  if (!IN_FRONT_OF_TARGET.test(words.before))
    return /^\s*(?:->|=>|-->|to|auf)\s*v?1\.\d/.test(words.rest) ? (isDone ? 'past' : 'current') : undefined;
  const isArrow = /(?:->|=>|-->)\s*$/.test(words.before);
  const isMove = isArrow ? /1\.\d[\d.]*\s*(?:->|=>|-->)\s*$/.test(words.before) : UPGRADE_VERB.test(p.low);
  if (!isMove) return undefined;
  return isDone ? 'current' : 'target';
}

function isCorrection(p: Passage, at: number, after: string): boolean {
  const before = p.low.slice(0, at - p.start);
  return CORRECTION.test(before.slice(-70)) || /^\s*(?:it is|is it|is right|is correct|stimmt)\b/.test(after);
}
