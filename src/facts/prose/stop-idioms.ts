/** Stops told without a word of stopping: unplugged, asleep, without electricity, not started since. Folded. */

const POWER = '(?:power|electricity|electric (?:power|current)|current|mains|strom)';

const COUNT = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several)';

/** A few hours without current are no stop that counts. */
const SHORTLY = '[^.;]{0,24}\\b(?:seconds?|minutes?|mins?|hours?)\\b';

/** What is said of the cluster, its machines, its site or its rack, as any other stop is. */
export const IDIOM = new RegExp(
  `\\b(?:${[
    // "Turn Off, for each VM".
    '(?:turn off|shut ?down|power off|stop)(?=["\',]{0,2} (?:for|on) (?:each|every|all)(?: of)?(?: the)? (?:\\w+ )?vms?\\b)',
    // "Selected all VMs and pressed Turn off".
    '(?:pressed|clicked|chose|hit|selected|used) (?:on )?["\']?(?:turn off|shut ?down|power off|stop)["\']?(?<=\\b(?:all|every|each)\\b[^;:()]{0,80})',
    // "All VMs: Turn Off in Hyper-V", the command in place of the verb.
    '(?:turn(?:ed)? off|shut ?down|power(?:ed)? off|stop-vm|save(?:d)? state)(?<=\\b(?:all|every|vms|nodes|machines|workers|control ?planes?)\\b[^;:()]{0,40}:\\s?[\\w -]{0,12})',
    // Dutch "staat uit", Italian "e spento", "sono fermi": the word first, its verb is looked for behind it.
    'uit(?= (?:sinds|sedert)|\\s*(?:$|[.,;(])| (?:en|geweest)\\b)(?<=\\b(?:staat|staan|stond(?:en)?|is|zijn|was|waren|ligt|lag|nodes|cluster)\\b[^;,]{0,40}\\suit)',
    '(?:spent[aei]|ferm[oaie])(?<=\\b(?:e|sono|era|erano|stat[oaie]|rimast[oaie]|cluster|nodi|tutto)\\s\\w+)',
    'pulled (?:all |the |our |every |both ){1,3}(?:vms?|nodes?|machines|clusters?) (?:down|off)',
    '(?:offline|disconnected|cut|taken) (?:from|off) (?:the )?(?:power|electricity|mains)',
    // What ran last on a day has not run since.
    '(?:ran|on|up|running|switched on|powered on)(?= (?:on |in |at |was )?(?:the )?(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?<=\\b(?:last time (?:[a-z]+ ){1,3}|(?:was |were )?last )(?:switched |powered )?\\w+)',
    'last (?:on|up|running)(?=\\s*(?:$|[.,;]))(?<=\\b\\d+ (?:days?|weeks?|months?) since [^.;,]{3,40})',
    'power off(?= (?:from|since|on|at|\\d))',
    '(?:put|set) (?:it|them|everything|all|(?:all )?(?:the|our) (?:whole |entire )?(?:\\w+ )?(?:clusters?|vms|nodes|machines|system|environment)) down',
    'off(?<=\\b(?:vms|nodes|machines) as ["\']?off)',
    '(?:shows?|showing|shown) (?:as |up as |in state )?["\']?(?:off|stopped|powered off|turned off)["\']?(?! (?:by|with))',
    '(?:state|status)(?: is|[:=])?\\s?["\']?(?:off|stopped|powered off|turned off)["\']?(?! (?:by|with))',
    '(?<=(?:vms?|nodes?|machines?|workers?|cluster)\\s?[:=]\\s?["\']?)off',
    '(?<=(?:\\bnow|[,;)])\\s{1,2})off(?= in (?:hyper|failover|scvmm|vmm|the (?:hyper|failover))|\\s*(?:$|[.;]))',
    'az aksarc stop(?= (?:was|has been|had been|on|at|issued|executed|run|ran|sent|\\d|yesterday|last))',
    '(?:nothing|none of (?:it|them|the \\w+)) (?:is |has been )?(?:runs?|ran|running)(?= (?:here |any ?more |there )?(?:since|for))',
    'had (?:it|them|everything|(?:the|our) (?:whole )?(?:cluster|vms|nodes)) (?:down|off)(?= (?:for|from|since|in|over|during|between|until|all))',
    'out of (?:operation|service|use)(?= (?:since|for|from|on|\\d))',
    'unplugged',
    'sleeps(?= (?:since|for))',
    '(?:stood|stands|standing) still(?= (?:for|since|from|\\d))',
    '(?:took|taken|brought|shut|powered|switched|turned) (?:(?:all|the|our|my|every|of|whole|entire|both|its|and|vms?|nodes?|machines?|workers?|cluster|aks|control|planes?|virtual)\\s){1,8}(?:down|off|offline)',
    '(?:hit|pressed|pushed|held) the power button(?: of| on)?',
    '(?:put|sent|gone|went) to sleep',
    'extinct(?= (?:since|from|for))',
    `(?:dead|dark)(?: as an? [\\w-]+)?(?= since| (?:for )?(?:about |almost |over |more than |nearly )?${COUNT} )`,
    '(?:went|gone|go) dark',
    'went off(?= (?:since|on|at|when|with|last|\\d))',
    'shut (?:the lot|the whole lot|the thing|all of it|it all|the site|the plant)(?: down| off)?',
    'full stop(?= (?:from|since|for|on|\\d)|\\s*[.,;])',
    `lost (?:all |its |the |our )?${POWER}(?! supply (?:unit|of))`,
    // Not the power of a switch, nor of somebody's office.
    `${POWER} (?:was|is|has been|went) (?:out|off|cut|gone|down)(?! (?:on|of)\\b| (?:in|at) (?:my|his|her|home|(?:the|our) office)\\b|${SHORTLY})`,
    `no ${POWER}(?= (?:for|from|since|in|on|at|here|there|between|during)\\b)(?!${SHORTLY})`,
    `(?:is|are|was|were|been|sits?|stands?) without ${POWER}`,
    `(?<=\\b(?:days?|weeks?|months?|fortnights?) )without ${POWER}`,
    `(?<=\\b(?:site|building|plant|store|shop|branch|hall|school|room|rack|datacen(?:ter|tre)) )without ${POWER}`,
    'blackouts?(?= (?:since|from|on \\d))',
    'black-?out(?= (?:since|from|on \\d))',
  ].join('|')})\\b`,
  'g',
);

/** Not run or started since a day: the negation is part of the words. */
export const NOT_SINCE =
  /\b(?:(?:has|have|had)(?:n't|nt| not| never) (?:run|been (?:started|running|on|up|powered (?:on|up)|switched on|turned on|booted))|(?:nobody|no one) (?:has |had )?(?:started|switched on|turned on|powered on|booted) (?:it|them|(?:the|our|this) (?:\w+ )?cluster)(?: again)?|(?:nobody|no one) (?:has |had )?(?:switched|turned|powered) (?:it|them|(?:the|our|this) (?:\w+ )?cluster) (?:back )?on)(?: again)?(?= since (?!then|that|then))/g;
/** Who has not run: anything but the cluster speaks of another thing. */
export const NOT_SINCE_OTHER =
  /\b(?:machine|coffee|pods?|jobs?|cronjobs?|backups?|apps?|applications?|scripts?|pipelines?|syncs?|scans?|upgrades?|updates?|tests?|services?)\b[^,;]{0,20}$/;

/** "Off the grid" and "off the record" are no stops; the grid is the way to Azure. */
export const OFF_ELSEWHERE =
  /^ (?:the (?:grid|net|network|map|internet|record|list|charts|shelf)|grid|limits|topic|target|by (?:one|default|design|\d))\b/;

/** "Since the move on 12 September the nodes have not been powered on". */
export const NOT_SINCE_FRONT =
  /(?<=^\W*(?:ever )?(?:since|for \d+) [^;]{3,120})\b(?:(?:has|have)(?:n't|nt| not| never) (?:run|been (?:started|running|on|up|powered (?:on|up)|switched on|turned on|booted))|(?:nobody|no one) (?:has |had )?(?:(?:switched|turned|powered) (?:it|them|(?:the|our|this) (?:\w+ )?cluster) (?:back )?on|started (?:it|them|(?:the|our|this) (?:\w+ )?cluster)))\b/g;
