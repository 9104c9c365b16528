/** Facts that are simply said: what value which words give, and where they give none. Folded patterns. */
import type { FactName, FactValues } from '../../model/facts.ts';
import { WEIGHT } from '../found.ts';

export type Saying = {
  [N in FactName]: {
    fact: N;
    value: FactValues[N];
    /** One of these stands in the sentence, or the pattern need not be tried: most sentences say nothing of the kind. */
    near: readonly string[];
    re: RegExp;
    /** Value where the words are denied; absent: nothing is read then. */
    denied?: FactValues[N];
    weight?: number;
    unless?: RegExp;
  };
}[FactName];

const DOCS = 'docs?|documentation|page|article|walk-?through|tutorial|guide|quick-?start|sample|example|how-to|lab';
const MICROSOFT = "(?:microsoft|ms|official|learn|azure|your|aks)(?:'s)?";
const GUIDE_ABROAD =
  '(?:tutori\\w+|guia|guide|guida|articulo|articolo|artikel|anleitung|handleiding|documentacion|documentation|documentazione|documentatie|dokumentation|doku|exemple|ejemplo|esempio|beispiel\\w*|voorbeeld\\w*|quick-?start|pagina|seite|pas a pas)';
const FOLLOWED_ABROAD =
  '(?:segui(?:mos|do|to|endo)?|siguiendo|suivi\\w*|suivant|gefolgt|befolgt|folgten|gevolgd|volgden|volgens|copi(?:ado|amos|ato|e)|ubernommen|overgenomen|nachgebaut|nagedaan)';
const OF_MICROSOFT_ABROAD = '(?:microsoft|ms|learn)';
const DONE_SO = '(?:(?!\\b(?:nicht|niet|nie|nooit)\\b)[^.;,])';
/** "Seguimos la guía de Microsoft", "Wir sind dem Tutorial auf Microsoft Learn gefolgt": the verb before or behind. */
const MICROSOFT_SAMPLE_ABROAD = [
  '\\bnach \\w+ (?:anleitung|tutorial|beispiel|handbuch|quick-?start)\\b[^.;,]{0,20}\\b(?:microsoft|ms|learn)\\b',
  `\\b${FOLLOWED_ABROAD}\\b[^.;,]{0,40}\\b${GUIDE_ABROAD}\\b[^.;,]{0,20}\\b${OF_MICROSOFT_ABROAD}\\b`,
  `\\b${FOLLOWED_ABROAD}\\b[^.;,]{0,30}\\b${OF_MICROSOFT_ABROAD}[- ](?:learn[- ])?${GUIDE_ABROAD}\\b`,
  `\\b${GUIDE_ABROAD}\\b[^.;,]{0,20}\\b${OF_MICROSOFT_ABROAD}\\b${DONE_SO}{0,40}\\b${FOLLOWED_ABROAD}\\b`,
  `\\b${OF_MICROSOFT_ABROAD}[- ](?:learn[- ])?${GUIDE_ABROAD}\\b${DONE_SO}{0,40}\\b${FOLLOWED_ABROAD}\\b`,
].join('|');

/** A sample or a procedure of Microsoft's, used: followed, copied, taken, run as it stands there. */
const MICROSOFT_SAMPLE = new RegExp(
  [
    `\\b(?:follow\\w*|from|with|by|using|took|take|taken|used?|tried|ran|deployed|copied|copy[- ]?past\\w*|sample of|exactly|exact|steps?|procedure|commands?|like in|as in|out of|after|straight)\\b(?:(?!\\bnot\\b)[^.;!?,]){0,50}\\b(?:learn\\.microsoft\\w*|docs\\.microsoft\\w*|${MICROSOFT} (?:\\w+ ){0,2}?(?:${DOCS})|learn (?:article|page|doc\\w*|tutorial)|azure[- ]vote|aks docs?)\\b`,
    // "Listed on the Learn page; we switched it on as the page describes".
    '\\b(?:learn|microsoft|ms)\\b[^.;]{0,90}\\b(?:as|like|the way|exactly what|just what) (?:the |that |this )?(?:same )?(?:page|article|docs?|tutorial|guide|it) (?:describes?|says?|tells?|shows?|explains?|instructs?)\\b',
    "\\b(?:it|this|that)(?:'s| is| was) (?:just |exactly |simply )?(?:your|the microsoft|microsoft's|ms) (?:own )?(?:sample|example|tutorial|quickstart)\\b",
    MICROSOFT_SAMPLE_ABROAD,
    '\\b(?:of|from) your (?:tutorial|quickstart|walkthrough|article)\\b',
    "\\b(?:ms|microsoft|learn)(?:'s)? (?:quickstart|tutorial|walkthrough)\\b(?! (?:is|was|says|does|are))",
    '\\b(?:sample|tutorial|quickstart|walkthrough|example|manifest|yaml|demo) (?:app |application )?(?:of|from|on|in) (?:the |\\w+ )?(?:microsoft|ms|learn|your docs?|your documentation|(?:aks(?: arc)?|azure(?: local)?|official) (?:docs?|documentation))\\b',
  ].join('|'),
  'g',
);

export const SAYINGS: readonly Saying[] = [
  {
    fact: 'systemHealthy',
    value: false,
    near: [
      'mess',
      'healthy',
      'broken',
      'dead',
      'gone',
      'lost',
      'down',
      'bad',
      'destroyed',
      'kaputt',
      'ruin',
      'shape',
      'gesund',
      'defekt',
      'casse',
      'panne',
      'rot',
      'guast',
      'kapot',
      'stuk',
      'tot',
      'mort',
      'muert',
      'gezond',
      'sain',
      'sano',
      'integro',
    ],
    re: /\b(?:system|systeme|sistema|systeem|cluster|umgebung|environnement|entorno|ambiente|omgeving|alles|todo|tutto|tout)\s(?:ist|est|esta|e|is|sind)\s(?:(?:aus+erdem|leider|auch|jetzt|inzwischen|vollig|komplett|total|ganz|completement|totalement|completamente|totalmente|del todo|ahora|helemaal|volledig|nu|tutto) ){0,2}(?:kaputt|defekt|zerstort|hinuber|im eimer|nicht (?:mehr )?(?:gesund|in ordnung)|casse|en panne|mort|rot[oa]|muert[oa]|danad[oa]|rott[oa]|guast[oa]|kapot|stuk|niet (?:meer )?gezond)\b|\b(?:system|systeme|sistema|cluster)\s(?:n'est (?:plus|pas) sain|(?:ya )?no esta (?:ya )?sano|non e (?:piu )?(?:sano|integro))\b|\b(?:zwei|drei|beide|alle|deux|trois|dos|tres|due|tre|twee|drie|\d) (?:(?:von|der|des|de|di|van|su|sur) (?:\w+ ){0,2})?(?:control[- ]planes?)(?:[- ]\w+)? (?:sind|sont|estan|sono|zijn) (?:tot|weg|mort[es]*|caid[oa]s|muert[oa]s|mort[ie]|dood|kapot)\b|\b(?:system|cluster|environment|everything|control planes?|whole thing|setup|aks|it)\b(?: itself| here| now)?\s+(?:(?:is|are|looks?|seems?|was|became|has been) )?(?:in |like |a |an |the |completely |totally |pretty |quite |very |rather )*(?:mess|unhealthy|broken|dead|not (?:at all )?healthy|(?:bad|poor|terrible|sick|broken|unhealthy) (?:state|shape|health|condition)|destroyed|kaputt|half dead|ruins?)\b|\b(?:control planes?|cps?|masters?) (?:are |is |nodes? )?(?:dead|gone|lost)\b|\b(?:two|three|both|all|most|half|\d) (?:of (?:the |our )?)?(?:\d )?(?:control planes?|masters?)(?: nodes?| vms?)? (?:is |are )?(?:dead|down|broken|gone|lost)\b/g,
    unless: /\bnot (?:a mess|broken|dead)|\b(?:pods?|apps?|deployments?) (?:is|are) (?:un)?healthy/,
  },
  {
    fact: 'systemHealthy',
    value: true,
    near: ['health', 'happy', 'good', 'green', 'gesund', 'fine', 'shape', 'gezond', 'sain', 'san', 'integr'],
    weight: WEIGHT.hint,
    re: /\b(?:alle|tous les|toutes les|todos los|tutti i) (?:komponenten|composants|componentes|componenti|componenten|knoten|no?e?uds|nodos|nodi|nodes) (?:sind|sont|estan|sono|zijn) (?:gesund|sains|sanos|integri|sani|gezond)\b|\b(?:system|systeme|sistema|systeem|cluster) (?:ist|est|esta|e|is) (?:sonst |sinon |ansonsten )?(?:gesund|sain|sano|integro|gezond)\b|\b(?:every|each|all)(?: \w+){0,2} components?\b[^.;!?]{0,24}\bhealthy\b|\b(?:system|cluster|environment|everything|all|aks|rest)(?: itself| else)?\b[^.;!?]{0,20}\b(?:is|are|looks?|seems?|reports?|reported(?: as)?)?\s*(?:otherwise |fully |completely |all |perfectly )?(?:healthy|(?<=\beverything |\ball )green|happy|in (?:very |full |perfect |excellent |the best )?(?:good )?(?:health|shape)|in (?:a )?good (?:state|condition)|green everywhere|gesund)\b/g,
    unless:
      /\b(?:nothing|none|no \w+) (?:here )?(?:is|are|looks?) (?:\w+ )?(?:healthy|happy|green)|\b(?:not|isn't|until|was|whether|if|nicht|nicht mehr|kein\w*) (?:\w+ ){0,3}(?:healthy|happy|gesund)|\bwere (?:\w+ )?healthy\b|\bhealthy (?:until|before|last)\b|after that|s2d|storage|\b(?:deployments?|pods?|apps?) (?:is|are)\b/,
  },
  {
    fact: 'featureStage',
    value: 'ms-private-preview',
    near: ['preview'],
    denied: 'ga',
    re: /\bprivate[- ]preview\b|\blimited preview\b|\bnda preview\b|\binvite[- ]only preview\b|\b(?:we )?(?:signed up|applied|got invited) (?:for|to) the preview\b/g,
  },
  {
    fact: 'featureStage',
    value: 'ms-feature-flag',
    near: ['flag', 'feature', 'register'],
    denied: 'ga',
    re: /\bfeature[- ]flags?\b|\baz feature register\b|\bfeature registration\b|\bregister-azproviderfeature\b|\bfeature-flag\b/g,
  },
  {
    fact: 'featureStage',
    value: 'alpha',
    near: ['alpha'],
    re: /\b(?:upstream|stage|status|state|level)(?: status| docs?| stage)?\s?[:=]\s?["'(]?alpha\b|\bfeature \(alpha\)|\balpha\b(?=[^.;]{0,30}\b(?:feature|gate|api|version|stage|in|flag|for|of|upstream|level)\b)|\bv\d+alpha\d+\b|\b(?:is|an?|still|said|says|marked|stage|in|upstream|the|as) alpha\b|\(alpha\)|\balpha since\b/g,
    unless:
      /\balpha (?:was|until|before)\b|\b(?:was|no longer|not) alpha\b|\balpha[- ](?:test\w*|users?|customers?|builds? of)|\balpha (?:build|version|release) of (?:the|our|an?|my|his|their)\b|\b(?:removed|disabled|switched off|took out|without) (?:the |that )?alpha|\balpha (?:thing|feature|one|gate)[^.;]{0,40}\b(?:removed|disabled|switched off|gone)/,
  },
  {
    fact: 'featureStage',
    value: 'beta',
    near: ['beta'],
    re: /\bbeta\b(?=[^.;]{0,30}\b(?:feature|gate|api|version|stage|in|flag|for|of|upstream|level)\b)|\b(?:upstream|stage|status|state|level|docs?)(?: status| docs?| stage)?\s?[:=]\s?["'(]?beta\b|\bfeature \(beta\)|["']beta since|\bv\d+beta\d+ (?:feature|api)\b|\b(?:is|still|says|said|marked|stage|upstream|as) beta\b|\(beta\)|\bbeta since\b/g,
    unless:
      /networking\.k8s\.io|colleague says|headline|\bbeta (?:version )?of (?:our|the|an?|his|their)\b|\b(?:our|my|the|vendor'?s?) (?:own )?(?:apps?|application|software|tool|driver|firmware|product|website|program|plugin|release)\b[^.;]{0,20}\bbeta\b|\bbeta[- ](?:test\w*|users?|customers?|program\w*|phase of our)|\b(?:our|my)(?: own)? (?:\w+ ){0,3}(?:app\w*|shop|site|website|portal|software|product|program|game|store|service)\b[^.;]{0,24}\bbeta\b/,
  },
  {
    fact: 'featureStage',
    value: 'ms-public-preview',
    near: ['preview', 'vorschau', 'previsual', 'apercu', 'preliminar', 'previa', 'preversion', 'anteprima'],
    denied: 'ga',
    weight: WEIGHT.said,
    re: /\bpublic[- ]preview\b|\(preview\)|\b(?:is|still|in|as|marked|marks? it|says?|shows?|has|have|mark|tagged|labell?ed|it'?s|a|an|the|of a|newest|flagged as|only in)\s+(?:a |an |the |as |still |in )*['"(]?preview['")]?\b(?! of (?:our|my|the|an?|your)\b)|\bpreview['"]? (?:feature|mark|label|tag|channel|badge|version|build|stage|state|status|extension|functionality|banner)s?\b|\benable-akshcipreview\b|\bpreview\b[^.;]{0,14}\b(?:learn page|docs?|portal)\b|\b(?:vorschau|previsualisation|apercu public|version preliminar|vista previa|preversion|anteprima(?: pubblica)?|(?:openbare|publieke|offentliche[nr]?) preview)\b|\b(?:badge|label|mark|tag|state|stage|status)[: ]+['"(]?preview\b|\bnothing preview\b|\bno previews?\b(?! (?:update|build|release|version|channel))/g,
    unless:
      /\bpreview[- ]?(?:note|badge|banner|label|mark|tag)?s? (?:is|has|was|are|went) (?:now |already |been )?(?:gone|removed|away|taken off|disappeared|over|ended)|\b(?:no|without an?|not? any) preview (?:note|badge|banner|label|mark|tag)\b|\b(?:list of|where|which) (?:\w+ ){0,3}preview|preview features? (?:for|page|list|overview|table|docs?)\b/,
  },
  {
    fact: 'featureStage',
    value: 'stable',
    near: ['stable'],
    re: /\b(?:is|it'?s|now|already|graduated to|went|since long)\s(?:now |already )?stable\b(?=[^.;]{0,40}\b(?:upstream|feature|kubernetes|k8s|api|since 1\.|in 1\.))|\b(?:upstream|stage|level)(?: status| docs?| stage)?\s?[:=]\s?["'(]?stable\b|\bstable (?:upstream|kubernetes feature|api|in 1\.)|\bstable feature\b(?=[^.;]{0,40}\b(?:upstream|kubernetes|k8s)\b)|\b(?:kubernetes|k8s|upstream)\b[^.;]{0,30}\b(?:is|as|it'?s) (?:now )?stable\b/g,
  },
  {
    fact: 'featureStage',
    value: 'ga',
    near: ['ga', 'general', 'preview', 'stable', 'allgemein'],
    re: /\b(?:is|it'?s|are|says?|went|now|today|meanwhile|already|since|fully|all|everything|only)\s+(?:now |already |all |in |it is )*["']?(?:ga|general availability)\b|\bga (?:feature|since|version|features)\b|\bno (?:longer|more) (?:a )?preview\b|\b(?:stable|normal) feature\b(?![^.;]{0,40}\b(?:upstream|kubernetes|k8s)\b)|\bgenerally available\b|\ballgemein verfugbar\b/g,
  },
  {
    fact: 'rootCause',
    value: 'upstream-bug',
    near: [
      'bug',
      'defect',
      'regression',
      'upstream',
      'confirm',
      'merged',
      'maintainer',
      'kubernetes/kubernetes',
      'acknowledged',
    ],
    unless:
      /\b(?:bug|defect|regression|fault|error) (?:is )?(?:in|of|on) (?:the |your |ms |own )*(?:product\b|microsoft's|microsoft\b|aks\b|moc\b|kva\b|azure (?:local|arc))|\b(?:microsoft|ms|product group|support)\b[^.;]{0,24}\b(?:confirmed|acknowledged|admitted)\b(?![^.]*\b(?:upstream|kubernetes|kubelet|containerd|kernel|linux|etcd|coredns)\b)|\b(?:might|may be|maybe|could be|not confirmed|unconfirmed|not sure|possibly|suspect\w*|probably|smells|sounds like|looks like|feels like|no proof|my guess|is it|vermut\w*)\b/,
    re: /\b(?:confirmed|acknowledged|verified|accepted)\b[^.;!?]{0,50}\b(?:upstream|kubelet|kubernetes|kernel|containerd|runc|linux|coredns|etcd)?\s?(?:bug|defect|regression)\b|\b(?:upstream|kubelet|kernel|kubernetes|containerd|etcd|coredns) (?:\w+ )?(?:bug|defect|regression)\b[^.;!?]{0,50}\b(?:confirmed|acknowledged|verified|fixed|merged)|\b(?:upstream|maintainers?|kubernetes\/kubernetes)\b[^.;!?]{0,70}\b(?:confirmed|acknowledged|verified|fix is merged|merged)\b|\bfix(?:ed)? (?:is )?(?:merged |in )?upstream\b|\bknown upstream (?:bug|issue)\b|\bbug (?:is |was )?(?:confirmed|acknowledged) (?:by )?upstream\b|\bupstream[- ]bug\b/g,
  },
  {
    fact: 'fromMicrosoftDocs',
    value: true,
    near: [
      'learn',
      'doc',
      'vote',
      'article',
      'page',
      'walkthrough',
      'tutorial',
      'guide',
      'quickstart',
      'sample',
      'example',
      'microsoft',
      ' ms ',
    ],
    denied: false,
    re: MICROSOFT_SAMPLE,
    unless:
      /\bpreview\b|\b(?:chat-?gpt|copilot|gemini|claude|an? (?:ai|llm|chatbot)|the (?:ai|llm|chatbot))\b|\b(?:chart'?s own|their own readme|vendor(?:'s)? (?:docs|guide))\b/,
  },
  {
    fact: 'fromMicrosoftDocs',
    value: false,
    near: ['microsoft', 'ms', 'learn', 'docs', 'documentation', 'your'],
    denied: false,
    re: /\b(?:microsoft|ms|learn)\b[^.;,]{0,24}\b(?:nicht|niet)\b[^.;,]{0,16}\b(?:befolgt|gefolgt|gevolgd|verwendet|gebruikt)\b|\b(?:not|no|isn't|n't|none|never) (?:\w+ ){0,4}(?:samples?|examples?|tutorials?|manifests?|yamls?|articles?|guides?) of yours\b|\b(?:not|n't|never|nothing) (?:\w+ ){0,2}(?:from|out of|of|by) (?:one of |any of |some of )?(?:your|ms|microsoft's|the microsoft) (?:\w+ )?(?:samples?|examples?|tutorials?|manifests?|yamls?|quickstarts?)\b|\b(?:not|isn't|n't|never|nowhere) (?:\w+ )?(?:described|mentioned|documented|listed|found|covered)(?: at all)? (?:in|on|by) (?:the |any |your )*(?:(?:aks|microsoft|ms|official|learn) )*(?:docs?|documentation|learn|pages?)\b|\b(?:not|isn't|no|none) (?:\w+ )?(?:from|of|by|out of|in|on) (?:microsoft|ms\b|learn|your (?:docs?|documentation|page|site)|the (?:microsoft|ms|official) )|\b(?:steps?|article|guide|sample|example|blog|tutorial|yaml|manifest|post)\b[^.;]{0,24}, (?:not|no) (?:from )?microsoft(?:'s)?(?=\s*(?:$|[.,;]))|\bno (?:microsoft|ms|official) (?:\w+ )?(?:sample|example|tutorial|manifest|docs?|guide|yaml)\b/g,
    unless:
      /\b(?:case|support|engineer|partner|licen[cs]e|invoice|mail|call|employee|person|guy|consultant|provider)\b/,
  },
  {
    fact: 'workloadInKubeSystem',
    value: true,
    near: ['kube-system'],
    denied: false,
    re: /\b(?:pods?|workloads?|agents?|apps?|deployments?|containers?|something|stuff|things?) of ours\b[^.;!?]{0,30}\bkube-system\b|\b(?:we|i|they|colleague|someone|somebody|ourselves|ourselfs|by us|my predecessor|our|customer|wir)\b[^.;!?]{0,60}\b(?:in|into|to) (?:the )?(?:namespace |ns )?["'`]?kube-system\b|\b(?:put|deployed|installed|placed|sits?|runs?|lives?) (?:it |them |there |that |our own )?(?:in|into|to) (?:the )?(?:namespace |ns )?["'`]?kube-system["'`]?[^.;!?]{0,60}\b(?:we|ourselves|ourselfs|by us|our|i|someone|somebody|us)\b|\bkube-system\b[^.!?]{0,50}\b(?:put|deployed|installed) (?:it |them |that )?(?:there )?(?:by )?(?:ourselves|ourselfs|us|myself)\b|\b(?:put|deployed|installed|placed|moved|brought|rolled out)\b[^.;!?]{0,16}\b(?:in|into|to|inside) (?:the )?(?:namespace |ns )?["'`]?kube-system["'`]?,? (?:namespace )?by (?:our|my|us|one of (?:our|us)|an? (?:colleague|intern|contractor|consultant)|the (?!product|system|installer|aks)\w+ (?:team|guys|people|group|department))\b|\b(?:unser\w{0,2}|wir|notre|nous|nuestr[oa]|hemos|nostr[oa]|abbiamo|ons|onze|we)\b[^.;!?]{0,50}\b(?:nach|in|dans|en|nel|naar) (?:namespace )?kube-system\b[^.;!?]{0,10}\b(?:installiert|deployt|gelegt|gesetzt|ausgerollt|gepackt|gezet|geinstalleerd|uitgerold|geplaatst)\b|\b(?:notre|nous|nuestr[oa]|hemos|nostr[oa]|abbiamo)\b[^.;!?]{0,30}\b(?:installe|deploye|mis|place|instalado|instalo|desplego|desplegado|puesto|puso|messo|installato|distribuito)\b[^.;!?]{0,30}\b(?:dans|en|in|nel) (?:le |el |il )?(?:namespace )?kube-system\b|\b(?:installe|deploye|mis|place|instalado|desplegado|puesto|messo|installato|installiert|gelegt|geinstalleerd|gezet)\b[^.;!?]{0,16}\bkube-system (?:par (?:notre|nous)|por (?:nuestr[oa]|nosotros)|da(?:l nostro|lla nostra| noi)|von uns\w*|door ons|door onze)\b|\bkube-system because\b/g,
    unless:
      /\b(?:only|just) (?:the )?(?:microsoft|default|system|your)|configmap|edit(?:ed)?|look|\blogs?\b(?![ -]?(?:shipper|collector|forwarder|agent|router|team|people|group|department|guys))|\blogged\b|coredns/,
  },
  {
    fact: 'workloadInKubeSystem',
    value: false,
    near: ['namespace', 'ns', 'kube-system', 'only'],
    re: /\b(?:our|my) (?:own )?(?:stuff|things?|workloads?|apps?|pods?|deployments?)\b[^.;]{0,16}\b(?:lives?|runs?|sits?|is|are)\b(?: only| all)* in (?:the )?(?!kube-system)[a-z][\w-]+(?=\s*(?:$|[.,;]|\bonly|\bnamespace|\bns))|\b(?:own|separate|its own|different|dedicated|their own|eigener) (?:namespace|ns)\b|\b(?:in|to) (?:ns|namespace) (?!kube-system|["'`]?kube-system)["'`]?[a-z][\w-]+|\bnot in (?:the )?kube-system\b|\bkube-system (?:only|just) (?:contains|has|holds)\b|\b(?:nothing|none) (?:of ours |own |else |of us )?(?:lives? |runs? |sits? |is |deployed )*in (?:the )?(?:namespace )?kube-system\b/g,
    weight: WEIGHT.hint,
  },
  {
    fact: 'componentClass',
    value: 'closed-source',
    near: [
      'commercial',
      'propriet',
      'closed',
      'enterprise',
      'paid',
      'pay',
      'bought',
      'licen',
      'vendor',
      'source',
      'kommerziell',
      'kostenpflichtig',
    ],
    re: /\b(?:commercial(?:ly)?|proprietary|closed[- ]source|enterprise edition|paid (?:product|version|tool|software)|we pay (?:(?:a |for |the )*licen[cs]e\w*|for (?:it|that|this)|them)|bought (?:it )?from|licen[cs]ed (?:product|from|tool|software)|vendor (?:product|appliance|tool|software)|no source|kommerziell\w*|propriet\w+|kostenpflichtig\w*|payant|de pago)\b/g,
    unless: /\bnot (?:the )?(?:paid|commercial|proprietary)|host|windows|azure local|price/,
  },
  {
    fact: 'componentClass',
    value: 'open-source',
    near: [
      'open',
      'oss',
      'community',
      'cncf',
      'apache',
      'gpl',
      'mit',
      'free',
      'github',
      'quelloffen',
      'libre',
      'abierto',
    ],
    re: /\b(?:open[- ]source|oss|community (?:helm )?(?:chart|version|edition|project)|cncf|apache licen[cs]ed?|gpl|mit licen[cs]e|free software|(?:from|on|via) github|quelloffen\w*|logiciel libre|codigo abierto)\b/g,
    unless: /\b(?:not|isn't|no) (?:an? )?(?:open[- ]source|oss)\b|github (?:issue|pat|action)/,
  },
  {
    fact: 'componentClass',
    value: 'own-workload',
    near: ['own', 'written', 'developed', 'made', 'built', 'grown', 'eigen'],
    re: /\b(?:our|my) own (?:\w+ )?(?:app\w*|service|application|software|development|code|daemonset|operator|controller|microservice)\b|\b(?:self|in-?house|home)[- ](?:written|developed|made|built|grown)\b|\bwe (?:wrote|developed|programmed|built) it\b|\beigenentwicklung\b|\bdeveloped in[- ]house\b/g,
    // "Self-made" of a public chart says who installed it.
    unless: /\b(?:upstream|helm chart|community|open[- ]source|github|artifact ?hub)\b/,
    weight: WEIGHT.hint,
  },
  {
    fact: 'cni',
    value: 'calico',
    near: ['calico', 'tigera'],
    re: /(?:(?<=(?:^|[,/|;\n(*•-])\s{0,3})calico(?=\s*(?:$|[,/|;\n)]|\.\s))|\b(?:cni|network plugin|network policy)\s?(?:is|=|:|\?|,)?\s?calico)\b|\b(?:calico (?:is |as )?(?:the |our )?cni|network ?policy (?:is )?calico|calico-node|calico-system|with calico|use calico|uses calico|tigera-operator|calico-typha)\b/g,
    unless: /replaced calico|instead of calico/,
  },
  {
    fact: 'cni',
    value: 'flannel',
    near: ['flannel'],
    re: /(?:(?<=(?:^|[,/|;\n(*•-])\s{0,3})flannel(?=\s*(?:$|[,/|;\n)]|\.\s))|\b(?:cni|network plugin|network policy)\s?(?:is|=|:|\?|,)?\s?flannel)\b|\b(?:flannel (?:is |as )?(?:the |our )?cni|kube-flannel|with flannel|use flannel|uses flannel)\b/g,
    unless: /instead of flannel|from flannel/,
  },
  {
    fact: 'cni',
    value: 'cilium',
    near: ['cilium'],
    re: /(?:(?<=(?:^|[,/|;\n(*•-])\s{0,3})cilium(?=\s*(?:$|[,/|;\n)]|\.\s))|\b(?:cni|network plugin|network policy)\s?(?:is|=|:|\?|,)?\s?cilium)\b|\b(?:cilium (?:is |as )?(?:the |our )?cni|(?:with|to|by) cilium|cilium pods?|use cilium|uses cilium)\b/g,
  },
];
