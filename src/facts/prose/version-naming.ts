/** Words beside a version number that name what it is of: the cluster, a client, the management cluster, a program. */
import { matchesOf } from '../matches.ts';

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
export const NAMING_REACH = 60;

const CLUSTER_WORD =
  /\b(?:(?:get|set|update|new|install|restart)-akshci\w*|kube|serverversion|k8s|kubernetes|server(?: version)?|cluster\w*|nodes?|node ?pools?|pools?|control[- ]?planes?|cp|aks(?:[- ]?(?:arc|hci|hybrid))?|workers?|version|versiones?|serveur\w*|servidor|apiserver|kubelets?|masters?|workload|knoten|noeuds?|nodos?|api ?server|prod(?:uction)?|portal(?= (?:says?|said|shows?|showed|reports?|lists?)\b)|minor|we(?:'re| are) (?:now |still |currently )?(?:on|at|running)|since we(?:'re)?)\b/g;
const CLIENT_WORD =
  /\b(?:kubectl(?! (?:get|describe|top|version)\b)|client(?:'s)?|cliente|cli(?:ent)? tool|jump ?(?:box|host)|laptop|workstation)\b/g;
const MANAGEMENT_WORD = /\b(?:kva|mgmt|management|gestion|verwaltung\w*|aks host|appliance|resource bridge|arb)\b/g;
/** Programs whose versions look like Kubernetes minors. */
const TOOL_WORD =
  /\b(?:nginx|istio\w*|helm|golang|go version|cilium|calico|containerd|moby|docker|coredns|etcd|cert-manager|certmanager|argo\w*|flux\w*|linkerd|traefik|prometheus|grafana|loki|keda|dapr|knative|vault|consul|envoy|kiali|jaeger|otel|opentelemetry|collector|longhorn|rook|ceph|velero|kasten|k10|trident|portworx|openebs|minio|keycloak|harbor|kyverno|gatekeeper|opa|falco|trivy|fluent\w*|fluent-bit|fluentbit|logstash|elastic\w*|kibana|redis|rabbitmq|kafka|strimzi|mysql|postgres\w*|mongodb|mongo|spring|java|node\.?js|python|dotnet|rust|terraform|ansible|bicep|k3s|rke2?|openshift|okd|kubeadm|kind|minikube|edge essentials|essentials|metallb|haproxy|contour|kong|ambassador|emissary|external-dns|externaldns|sealed-secrets|reloader|metrics-server|metrics server|autoscaler|crossplane|tekton|jenkins|gitlab|runner|spark|airflow|superset|nats|cassandra|clickhouse|influx\w*|telegraf|zabbix|datadog|dynatrace|splunk|newrelic|sysdig|aqua|twistlock|prisma|crowdstrike|falcon|defender|csi|driver|operator|chart|image|module|extension|ext|sdk|library|lib|agent|agentversion|connectedk8s|k8s-extension|k8s extension|plugin|addon|add-on|sidecar|app|application|tool|wac|admin center|windows admin center|wssd\w*|bios|firmware|tls|ssl|http|api version|schema|openssl|curl|python3|mariner|azurelinux|azure linux|image version|kured|multus|flannel|weave|antrea|submariner|skupper|thanos|mimir|tempo|alloy|beyla|nfs|smb|samba|chrony|systemd|runc|crictl|nerdctl|skopeo|buildah|kaniko|kustomize|skaffold|tilt|octant|lens|k9s|rancher|portainer|headlamp|goldpinger|netshoot|busybox|alpine|debian|ubuntu|proxyv2|pause)\b/g;

export const last = (re: RegExp, text: string): number => {
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
export function naming(words: string): 'cluster' | 'client' | 'management' | 'tool' | undefined {
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
export const SPOKEN_TO =
  /\b(?:against|talk(?:s|ing)? to|speak(?:s|ing)? to|connect(?:s|ed|ing)? to|towards?|gegen|contre|contra)\s+(?:(?:an?|the|our|my) )?(?:[\w-]+ )?(?:v(?:ersion )?)?$/;
/** "A 1.33.4 server", "the 1.33.4 control plane". */
export const SERVER_BEHIND =
  /^\s*(?:k8s |kubernetes |aks )?(?:api[- ]?server|server|cluster|control[- ]?plane)\b(?!(?: is| version| on|[ :=])*\s?v?1\.\d)/;
/** "Nothing under 1.31 is supported": a rule about versions, not a version that runs. */
export const BOUND_OF_RULE =
  /\b(?:nothing|everything|anything|all|no (?:version|minor|cluster)s?|versions?|minors?|clusters?|releases?|whatever)(?: (?:is |are |that is |that are )?(?:still |any ?more |no longer )?(?:un)?(?:supported|deprecated))?(?: (?:any ?more|is|are|that is))? (?:below|under|older than|before|prior to|up to|lower than|less than|newer than|above|unter|alter als)\s+(?:k8s |kubernetes |version |v)*$/;

/** "Version 1.32.9 is / not ready", wherever the line was wrapped. */
export const NOT_READY_BEHIND = /^\s+(?:isn't|is\s+not)\s+ready\b/;

/** "1.33.4, before the update it said 1.32.9": the words lead to the other number. */
const TELLS_THE_OLD = /^\s*[,;(-][^;]*?(?<![\d.])v?1\.\d{1,2}\b/;

/** "1.33.5 is our new one". */
const ANOTHER_ONE =
  /^\s*(?:is|was|are) (?:for |of |on )?(?:(?:our|the|my|an?|another|that of the) (?:new|other|next|old|second|test|dev|lab|staging|qa|demo|poc|different|neighbou?ring) (?:one|cluster|site|system|environment)\b|(?:the|our|a) (?:cluster|site|one|plant|system) (?:in|at|of|from|over) (?!this\b|question\b|trouble\b|here\b)\w+)/;

/** Behind the number: "1.33.5 was my kubectl", "1.28.5 (client)", "1.33.5 is the target". */
export function namedBehind(after: string, before: string): Role | undefined {
  if (THIS_ONE.test(after)) return 'corrected';
  const isOneOfMany = /\b(?:ones|others?|clusters)\b/.test(before);
  if (ANOTHER_ONE.test(after)) return 'other';
  if (
    /^[\s,)"']*(?:\(|is |was |are |= ?|as |ist |war |est |es )?\s*(?:the |my |our |only |from |just |of |on )*(?:kubectl(?! (?:apply|get|describe|logs?|exec|delete|create|top|rollout|drain|run|proxy|says?|gives?|fails?|errors?|shows?|cannot|can't|times?|works?|hangs?|does|is|was)\b)|client|jump ?(?:box|host)|laptop)(?!(?:\w*[ :=]{1,3}(?:is |version )?|[^.;,]{0,32}?\b)v?1\.\d)/.test(
      after,
    )
  )
    return 'client';
  if (/^[\s,)]*(?:\(|is |was |of |for )\s*(?:the |our )*(?:mgmt|management|kva|aks host|appliance)/.test(after))
    return 'management';
  if (
    /^[\s)]*(?:\(|is |was |as )?\s*(?:the |our )*(?:target|goal|plan|wanted|desired|requested|gewunscht|voulue?|latest|newest|next|offered|available|wish|(?:where|what) (?!(?:we|i|it|ours?) )(?:\w+ ){1,3}?(?:wants?|asks?|demands?|needs?|plans?|expects?)\b|(?:where|what) (?:we|i) (?:want|must|should|need|have to|plan|shall|would))/.test(
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
    /^[\s,)]*(?:\(|(?:was |were |is |are )?(?:from )?before(?! (?:it was |that )?v?\d)|earlier|previously|until|till|in the past|vor de[mr] (?:update|upgrade|wartung)|vorher|fruher|avant|antes)\b/.test(
      after,
    ) &&
    !/^[\s,)]*\(/.test(after) &&
    !TELLS_THE_OLD.test(after)
  )
    return 'past';
  if (/^,? (?:it|that|was what it) (?:said|showed|read|was|had|reported) (?:before|until|till|prior to)\b/.test(after))
    return 'past';
  if (/^\s*(?:are|is) (?:all )?(?:fine|ok|okay|good|healthy|not affected|unaffected)\b/.test(after) && isOneOfMany)
    return 'other';
  if (/^\s*is what (?!we\b|i\b|runs|our)/.test(after)) return 'offered';
  if (/^[\s,]*(?:the )?same (?:\w+ ){0,3}(?:ok|works?|worked|fine|no problem)/.test(after)) return 'other';
  if (/^\s*of (?:our|the|my|their) (?:own )?(?:product|app|application|software|chart|tool|portal|image)\b/.test(after))
    return 'tool';
  return /^\s*(?:image|chart|module|extension|operator|helm|istio)\b(?! v?\d)/.test(after) ? 'tool' : undefined;
}
