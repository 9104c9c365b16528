/** Contact with Azure told in other words. Folded. */

const AZURE = '(?:azure|arc|microsoft|the cloud|the internet)';
const LINK = '(?:starlink|vsat|satcom|fib(?:re|er)|lte|4g|5g|internet|wan|uplink|satellite)';
const GOES = '(?:(?:is|was|has|have|been|got|went|still|again|now|completely|just|suddenly) )*';
const BROKEN =
  "(?:broke(?: down)?|broken|died|dead|lost|gone|cut|interrupted|collapsed|failed|severed|unavailable|impossible|(?:not|no longer|n't) work(?:s|ing)?|down|blocked|dropped)";
/** What there is none of, where Azure is not reached. */
const CONTACT =
  '(?:contact|traffic|packets?|connection|connectivity|connexion|conexion|verbindung|verbinding|connessione|kontakt|contatto|communication|sync\\w*|heartbeats?|internet|uplink|wan)';
const DENIED = '(?:denied|blocked|dropped|refused|cut|closed)';

export const LOST_TOLD = new RegExp(
  `\\b(?:${[
    'off the (?:grid|net|network|internet)',
    '(?:site|plant|we|branch|ship|vessel|store|shop|school|cluster|ours|everything) (?:is|are|was|were|has been|have been) (?:completely |totally |still |now )*(?:cut off|isolated)',
    "(?:azure|arc|portal|microsoft) (?:has|have|had)(?: not|n't) (?:heard|seen|received|got)(?: (?:anything|a heartbeat))?(?: (?:from|of))?(?: (?:us|it|them|(?:the|our|this) (?:\\w+ )?\\w+))?",
    `(?:${AZURE} )?(?:connection|connectivity|communication|traffic|egress|link|line|contact)(?: (?:to|with|towards) ${AZURE})? ${GOES}${BROKEN}`,
    `(?:${AZURE}) (?:connection|connectivity|link|sync\\w*) ${GOES}${BROKEN}`,
    `(?:proxy|firewall|router|isp|provider|egress rule|network team|fw)(?: \\w+){0,3} (?:blocks?|blocked|blocking|drops?|dropped|denies|denied|cuts?|closed|stops?|swallows?)(?: \\w+){0,3} (?:${AZURE}|outbound|egress)`,
    `(?:azure|arc|internet|uplink)(?: connection| connectivity| link| contact)?\\s?[:=]\\s?["']?(?:lost|down|gone|broken|no|none|dead|offline|false)`,
    `no (?:azure|arc|internet)(?= (?:since|for|any ?more|until))`,
    `offline to(?:wards)? ${AZURE}`,
    '(?:behind|in|under) an? air[- ]?gap\\w*',
    `(?:offline|cut off|cut|separated|isolated|disconnected) from ${AZURE}`,
    `(?:no|without(?: an?y?)?|lost|missing|kein\\w*|geen|zonder|nessun\\w?|senza|plus d[e'] ?|sans|sin|ohne) (?:more |longer |working |direct |stable |the |our |its |any |outside |external |outbound |${LINK} ){0,3}${CONTACT}(?: (?:to|with|from|zu|mit|met|a|ad|avec|con) ${AZURE})?(?! (?:to|with|from|zu|met|a|ad|avec|con) )`,
    `(?:no|without) (?:outside|external|outbound) (?:line|link|network)`,
    `(?:no|without) (?:answer|response|reply|reaction|signal) from ${AZURE}`,
    `nothing (?:goes|gets|passes|reaches|leaves|arrives)(?: (?:out|through))?(?: (?:to|at|towards|from|in))? (?:${AZURE}|outside)`,
    `(?:never|not) (?:been |was |were )?(?:connected|online|registered|synced) (?:to|with) ${AZURE}`,
    "(?:did|does|do|has|have|had|could|can)(?:n't| not) (?:been able to )?(?:sync|synced|check in|checked in|report in)(?= (?:for|since|any ?more|until))",
    `(?:portal|arc|azure)(?: now| still| page| status)? (?:shows?|says?|reports?|lists?|marks?)(?: (?:it|them|us|the (?:\\w+ )?cluster|as|status|state|now|still))* ["']?(?:expired|offline|disconnected)`,
    '(?:portal|arc|azure)\\s?[:=]\\s?["\']?(?:expired|offline|disconnected)',
    `(?:do|does|did|have|has|had)(?: not|n't)? (?:have )?(?:no |any )?(?:connection|contact|connectivity|link|communication) (?:with|to) ${AZURE}`,
    '(?:had|has|have|with|so|therefore) no (?:azure|contact|azure contact|azure connection)\\b',
    'no azure (?:contact|connection|link)',
    'no (?:starlink|vsat|satcom|fibre|fiber|lte|4g|5g)',
    `(?:starlink|vsat|satcom|fib(?:re|er))(?: link| line)? (?:is |was |has been |got )?(?:cut|down|dead|out|died|broken|gone)`,
    `lost (?:our|the|its|my) (?:[\\w-]+ )?(?:line|link|wan|connection|${LINK})`,
    `cluster (?:is |was |has been )?offline(?= (?:since|for)\\b[^.;]*\\b(?:uplink|internet|line|wan|router|satellite|proxy|firewall|portal|azure|fib(?:re|er))\\b)`,
    'cluster (?:shows|has|is in) (?:the )?(?:status|state) ["\']?(?:expired|offline|disconnected)',
    `${LINK} cut`,
    'communication (?:with azure )?(?:is |was )?(?:impossible|not possible|interrupted)',
    '(?:status|state|connectivity)(?: \\w+){0,3}\\s?[:=]\\s?["\']?(?:offline|disconnected|expired)',
    `(?:egress|traffic|outbound|way) to ${AZURE} (?:is |was |got |has been )?${DENIED}`,
  ].join('|')})\\b`,
  'g',
);

export const CONNECTED_TOLD = new RegExp(
  `\\b(?:${[
    '(?:flipped|switched|changed|went|jumped|turned|returned) (?:back )?to ["\']?(?:connected|online)',
    "(?:it|she|he|cluster|portal|everything)'s (?:still |now |always )?(?:connected|online)",
    'heartbeats? (?:came|is|are|was) (?:straight |right |immediately )?back',
    `${LINK} (?:is |was |got |has been )?(?:fixed|repaired|restored)`,
    `${AZURE} (?:is |was )?(?:reachable|reached|accessible|available)`,
    '(?<=^\\W{0,3}(?:\\d{1,2}[.)] )?(?:yes,? )?)connected(?=\\s*(?:[,.;!]|$))',
    '(?:tout est|est|affiche|sagt|zeigt|muestra|dice)[ "«:]{0,4}(?:de nouveau |nouveau |wieder |ahora )?(?:connecte|connected|verbunden|conectad[oa])',
    `(?:this one|ours|here)(?: it)? is (?:still |always |fully )?(?:online|connected)`,
    `(?:connectivity|connection|contact|link|sync) (?:to|with) ${AZURE}\\s?(?:is |[:=] ?)?(?:ok|fine|good|up|there|present|stable|normal|working|works)`,
    `(?:no|without) (?:problems?|trouble|issues?|interruptions?|outages?) (?:with|of|in|on) (?:the |our )?(?:azure|arc|internet) (?:connection|connectivity|link|sync)`,
    '(?:status|state|connectivity)(?: \\w+){0,3}\\s?[:=]\\s?["\']?connected',
    '(?:azure|arc|internet) (?:connection|connectivity|link|sync) (?:is |shows? |[:=] ?)?(?:ok|fine|good|up|there|stable|normal|works|working|healthy|green)',
    '(?:azure|arc|internet) (?:connection|connectivity|link)(?: of \\w+(?: \\w+)?)? never (?:broke|dropped|failed|went down|was (?:down|lost|interrupted))',
    `never lost (?:contact|connection|touch)(?: (?:with|to) ${AZURE})?`,
  ].join('|')})\\b`,
  'g',
);

export const LAST_TOLD =
  /\b(?:(?:azure|arc|portal|microsoft)(?: says)?(?: it| that it)? (?:has )?(?:heard|saw|seen) (?:from )?(?:us|it|them|the cluster)|last(?:ly)? (?:\w+ ){0,2}?(?:heard|in touch|in contact|sign of life|signal|life sign|report(?:ed|s)?(?= (?:to|in|by) )|check(?:ed)?[- ]?in|ping\w*)|final (?:sync\w*|contact|connection|heartbeat)|last time (?:\w+ ){0,4}(?:saw|reached|contacted|synced with|talked to|spoke to) (?:azure|arc|microsoft)|sync(?= (?:was )?(?:this morning|today|yesterday|on \d)))\b/g;

/** "Last heartbeat of our UPS". */
export const OF_ANOTHER =
  /^ (?:of|from) (?:our|the|my|an?) (?!(?:management |mgmt |affected |aks |arc |host |whole |connected )*(?:cluster|host|arc|azure|aks|agents?|site|plant|system|k8s|kubernetes|appliance|bridge))[a-z]/;

/** "… and no contact with Azure since": the day was told before. */
export const SINCE_THEN = /^[^.;,]{0,24}\bsince(?: then| that (?:day|date|time))?\s*(?:$|[.,;!)])/;
/** "Blocked on 5 November, and since that day Azure shows it as offline". */
export const SINCE_THEN_FRONT = /\bsince (?:then|that (?:day|date|time)),? [^.;]{0,40}$/;

/** "Synced the git repo". */
export const SYNCED_OTHER =
  /^ (?:with |to )?(?:the |our |a |my )?(?:git\w*|repo\w*|flux|argo\w*|clocks?|images?|registry|databases?|db|files?|users?|ad\b|charts?|ntp|time server)/;
/** "Was never offline": the denial stands inside the words. */
export const NEVER_LOST = /\b(?:never|not|n't) (?:\w+ )?(?:offline|disconnected|lost|down)$/;
