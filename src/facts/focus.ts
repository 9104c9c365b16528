/** What a message calls its clusters, by name, role or place, and which of them it says it is about. */
import { matchesOf } from './matches.ts';

const ROLE_LABELS = [
  'old',
  'new',
  'prod',
  'production',
  'dev',
  'test',
  'lab',
  'staging',
  'stage',
  'qa',
  'demo',
  'poc',
  'training',
];
const UNIT =
  "(?:store|line|site|plant|branch|shop|hall|school|ship|unit|cluster) (?:\\d{1,4}(?![.\\d])|[b-hj-z](?![\\w'])|a(?=\\s*[:=(]|\\s(?:is|was|runs|has|everything|all|nothing)\\b))";
const NAME = '[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,5}';
const NAMED = new RegExp(
  `\\b(?:cluster|on|of|at)\\s+["']?(${NAME}|prod|production|dev|test|lab|staging|qa)["']?\\b|\\b(${NAME})["')]?\\s+(?:cluster|is|was|runs|has|went|got|stays?|stayed|=)\\b|\\b(${ROLE_LABELS.join('|')})(?=[- ]cluster\\b|\\s*[:=]|\\s+(?:is|has|runs|was|went|stays?|stayed)\\b)|\\b(${UNIT})`,
  'g',
);
const FOCUS = new RegExp(
  `\\b(?:talk(?:ing)? (?:only )?about|(?:please|just|only) (?:look|focus|concentrate|check|care)(?:ing)? (?:only |just )?(?:at|on|about)|(?:look|focus|concentrate|care) (?:only|just) (?:at|on|about)|(?:problem|issue|error|trouble|fault|case|ticket|question|inquiry|mail|message|it|this) (?:is |'s |occurs |exists |happens )?(?:only |just |now )?(?:on|about|for|concerns|at|with|in)|(?:affected|broken|faulty|bad|ill|sick|failing|problem|problematic)(?: cluster| one)?(?: here)? is|(?:one|cluster) (?:in trouble|that fails|that is (?:broken|ill|sick|down)) is|(?:the )?(?:one|cluster) (?:with|in|that has|having) (?:the )?(?:trouble|problem|issue|error|fault|incident)s? is|only|i mean|it(?:'s| is)(?= \\S+ (?:that|which|where|who) )|es geht um|betroffen ist)\\s+(?:the |our |cluster |um )*["']?(${NAME}|${UNIT}|old|new|prod|production|dev|test|lab|staging|qa)["']?(?:\\b|$)`,
);
/** "qa: etcd has no leader (prod has 1.33.5)": one name heads the message, and no other heads a line of its own. */
const HEADED =
  /^\W*(prod|production|dev|test|lab|staging|qa)\s*:\s*(?!\W|v?\d)(?!.*\b(?:prod|production|dev|test|lab|staging|qa)\s*[:=])/s;
/** "Our concern is staging, which still answers". */
const FOCUS_ROLE =
  /\b(?:my|our|the) (?:only |real |actual |current )?(?:issue|problem|question|ticket|trouble|case|concern|topic)s? (?:here )?(?:is|are|concerns?|affects?) (?:the |our |all about )?(prod|production|dev|test|lab|staging|qa)\b(?![- ]?(?:ready|grade|outage|impact|down|stop|pods?|app|namespace|version))/;
const AFFECTED_BEHIND = new RegExp(
  `(?<!\\b(?:in|from|at|of) (?:the |our |my |a )?)\\b(${NAME}|${UNIT}|prod|production|dev|test|lab|staging|qa)["']?\\s+(?:is (?:what|where|the one (?:that|which|with)) |is the (?:affected|broken|failing|ill|problem|bad|sick|faulty)|[^.;\\n]{0,30}\\bthat'?s where|has the (?:problem|issue|error)|is (?:broken|affected|down))`,
);
/** Words with a hyphen that name no cluster. */
const NOT_A_NAME =
  /^(?:kube-|calico|coredns|hyper-v|azure-|node-|worker-|control-|disk-|set-|get-|new-|remove-|add-|az-|aks-hci$|on-prem|self-|read-|real-|follow-|up-to|well-|third-|open-|cert-|fluent-|x-|e-|k8s-|pre-|re-|non-|csi-|end-|cluster-|ingress-|vote-|sub-)/;

/** "Site Graz …, site Linz …", and not "site to site". */
const SITE =
  /\b(?:site|plant|branch|factory|warehouse) (?!to\b|and\b|has\b|had\b|was\b|were\b|are\b|with\b|went\b|lost\b|runs?\b|network|admin|visit|power|link|where\b|that\b|which\b|the\b|from\b|only\b|manager|link\b|is\b|for\b)([a-z]{3,20})\b/g;

/** "Sites Lund, Ystad and Malmo". */
const SITES =
  /\b(?:sites|plants|branches|offices|stores|locations|werke|standorte) ((?:[a-z]{3,20}, ){0,5}[a-z]{3,20} (?:and|und|et|y) [a-z]{3,20})\b/g;
const OWNER =
  /\b(?!(?:microsoft|azure|vendor|customer|today|yesterday|week|month|year|team|company|client|colleague|admin|here|there|what|that|it|who|let)'s)([a-z]{4,20})'s (?:cluster|one|site|environment|aks)\b/g;

function labelsIn(low: string): string[] {
  const labels = new Set<string>();
  for (const m of matchesOf(NAMED, low)) {
    const label = m[1] ?? m[2] ?? m[3] ?? m[4];
    if (label && !NOT_A_NAME.test(label)) labels.add(label);
  }
  // "Fabrikam's cluster … Contoso's one": told apart by whose they are.
  const owners = new Set(matchesOf(OWNER, low).map((m) => m[1] ?? ''));
  if (owners.size > 1) for (const owner of owners) labels.add(owner);
  for (const m of matchesOf(SITES, low))
    for (const place of (m[1] ?? '').split(/,| and | und | et | y /)) labels.add(place.trim());
  // One site alone is where the person sits: only beside another it is told apart.
  const sites = new Set(matchesOf(SITE, low).map((m) => m[1] ?? ''));
  if (sites.size > 1) for (const site of sites) labels.add(site);
  return [...labels];
}

/** "The fault concerns the site in Bari": where the cluster stands that is meant. */
const FOCUS_PLACE =
  /\b(?:issue|problem|question|ticket|trouble|case|fault|mail)s? (?:is|are|concerns?|affects?)(?: only| just)? (?:about |on |with |at |for )?(?:the |our )?(?:(?:cluster|one|site|plant|branch|factory|warehouse) )?(?:in|at) (?:the |our )?([a-z]{3,20})\b/;
const PLACE = /\b(?:cluster|one|site|plant|branch|factory|warehouse) (?:in|at) (?:the |our )?([a-z]{3,20})\b/g;
/** Behind "in", and no place: a state, a role of its own, a product. */
const NO_PLACE =
  /^(?:the|our|this|that|question|production|prod|scope|use|place|total|fact|time|state|maintenance|general|azure|hyper|kubernetes|aks|version|subscription|question|portal|failed|arc|one|least|all|which|case|june|july|may|march|april|august|september|october|november|december|january|february)$/;

/** "The ticket is about the harbour cluster": by any word in front, where others are named too. */
const FOCUS_ANY =
  /\b(?:my|our|the|this) (?:issue|problem|question|ticket|trouble|case|fault)s? (?:is|are|concerns?|affects?)(?: only| just)? (?:about |on |with |at |for )?(?:the |our )([a-z]{3,20})[- ]cluster\b/;

/** "My request concerns plant Gent", beside another plant. */
const FOCUS_SITE =
  /\b(?:issue|problem|question|ticket|trouble|case|fault|mail|request)s? (?:is|are|concerns?|affects?)(?: only| just)? (?:about |on |with |at |for )?(?:the |our )?(?:site|plant|branch|factory|warehouse|store|shop) ([a-z]{3,20})\b/;

/** The place that is meant, with the other places: none where only one is named, or where it is no place of a cluster ("in coredns"). */
function placesIn(low: string): { focus: string; labels: string[] } | undefined {
  const focus = FOCUS_PLACE.exec(low)?.[1];
  if (focus === undefined || NO_PLACE.test(focus)) return undefined;
  const labels = [...new Set(matchesOf(PLACE, low).map((m) => m[1] ?? ''))].filter((x) => !NO_PLACE.test(x));
  return labels.length > 1 && labels.includes(focus) ? { focus, labels } : undefined;
}

/** `low` is the folded message without its outputs. */
export function clustersNamed(low: string): { focus: string | undefined; labels: string[] } {
  const said =
    FOCUS.exec(low)?.[1] ?? FOCUS_ROLE.exec(low)?.[1] ?? AFFECTED_BEHIND.exec(low)?.[1] ?? HEADED.exec(low)?.[1];
  const focus = said !== undefined && !NOT_A_NAME.test(said) ? said : undefined;
  const labels = labelsIn(low);
  const any = focus === undefined ? FOCUS_ANY.exec(low)?.[1] : undefined;
  if (any !== undefined && labels.length > 0) return { focus: any, labels: [...new Set([...labels, any])] };
  const site = focus === undefined ? FOCUS_SITE.exec(low)?.[1] : undefined;
  if (site !== undefined && labels.includes(site)) return { focus: site, labels };
  const places = focus === undefined ? placesIn(low) : undefined;
  return places ? { focus: places.focus, labels: [...labels, ...places.labels] } : { focus, labels };
}
