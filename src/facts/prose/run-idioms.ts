/** Telling that the cluster runs, without the usual words. Folded. */

const STILL = '(?:still |now |always |currently |itself |again |all |today )*';
const WHO =
  '(?:clusters?|(?<!\\b(?:if|when) )it|ours|mine|prod|production|the (?:new|affected|right) one|[a-z][a-z0-9]*-[a-z0-9]*\\d,?|everything|all|vms|nodes|system|(?:store|line|site|plant|branch|shop|hall|school) \\d+)';
const END = '(?=\\s*(?:$|[.,;:)!]| (?:and|but|again|now|since|all)\\b))';

export const RUNNING_TOLD = new RegExp(
  `\\b(?:${[
    `${WHO}(?:'s| is| are)? ${STILL}(?:up|live|awake|alive|on|in (?:normal )?operation|normal operation|at work)${END}`,
    `${WHO}(?: itself)? (?:stayed|stays|remained|remains) (?:up|on|online|alive)`,
    "(?:currently|now|today|at (?:the|this|present) moment|at present|right now|these days|derzeit|momentan),? (?:it|the cluster|everything|all)(?:'s| is| are)? (?:works?|working|runs|running|serv(?:es|ing)|in (?:full )?use|busy|needed|in production)",
    '(?:which|that one|this one|it|that) (?:is (?:up|on|online|running|live|alive)|runs?)(?<=\\b(?:prod|production|clusters?|[a-z][a-z0-9]*-[a-z0-9]*),? (?:but |and )?(?:which|that one|this one|it|that) (?:is )?\\w+)',
    '(?:all|both)(?: (?:two|three|four|five|six|seven|eight|\\d{1,2}))?(?: nodes| vms| workers| machines| of them)?(?: are)?(?: now| again)? (?:up|running) and ready',
    '(?:all|both) (?:(?:two|three|four|five|six|seven|eight|\\d{1,2}) )?(?:nodes|vms|workers|machines) (?:are )?(?:up|running)',
    'keeps? (?:humming|going|ticking|working|serving|chugging)',
    '(?:kept|left) (?:it|them|everything|all|the cluster) (?:on|running|up)',
    `cluster(?: itself)? works?(?: locally| fine| normal\\w*| ok| well)?(?: inside)?${END}`,
    `cluster (?:is )?(?:now )?working${END}`,
    `(?:${WHO}|cluster) (?:itself )?(?:has|have) been (?:up|on|running|online|alive)`,
    `${WHO}(?: itself)?(?:'s| is| are)? ${STILL}(?:alive|up)`,
    `(?<=(?:^|[.;,]|\\b(?:now|all))\\s{0,2})running (?:now|normally|today|at (?:the|this) moment|again|as we speak|right now)`,
    `(?:now |is |are |everything |it )?all (?:of (?:them|it) )?back(?: up| online| on| again)?${END}`,
    `everything (?:is )?back(?: up| online| on| again)?${END}`,
    '(?:here|cluster) (?:it )?is working',
    `(?:now |today )(?:all |everything |it |cluster )?(?:on|up)${END}`,
    '(?:the rest|everything else|all the rest|everything on site|all on site|inside all|locally all|locally everything|inside everything) (?:goes|works?|runs?|working|running|is working)',
    '(?:pods|workloads|apps) (?:are )?(?:all |still )*(?:work|run|working|running)(?: fine| well| normally| locally)?(?=\\s*(?:$|[.,;]))',
    '(?:was|were|is|are)? ?(?:up|on|running) (?:all along|throughout|during (?:the|this|that) (?:whole|entire) (?:time|period)|in (?:these|those) days|at that time)',
    '(?<=\\b(?:cluster|it|prod|system)\\b[^.;]{0,60}\\band )is (?:up|on|running) (?:now|again|today)',
    '(?:cluster|it) does (?:still )?run',
    '(?:cluster|it|everything|all|nodes|vms) (?:was|were|has been|have been|got) (?:switched|turned|powered) (?:back )?on(?: again)?',
    'nodes (?:run|ran) (?:through|on|all the time)',
    '(?:work\\w*|runn?\\w*) without (?:a )?(?:break|interruption|pause)',
    '(?:nodes|vms) (?:are )?all (?:ready|running|up)',
    'start(?:up)? (?:is|was) (?:done|ok|complete\\w*|normal)',
    `(?<=^\\W*(?:it'?s? |it is |is )?)not (?:off|stopped|shut down|down)${END}`,
    '(?:was|were|been) (?:on|up|running) (?:the whole time|all the time|throughout|all along|the entire time|all (?:week|month|year))',
    '(?:the|our|a) (?:still )?running (?:aks|clusters?|kubernetes|k8s)(?! (?:version|release|upgrade|nodes?|hosts?))',
    'never (?:was|were|has been|went|had been) (?:down|off|stopped|shut down)',
    'not (?:off|stopped|shut down|down) (?:now|any ?more|any longer|currently|at the moment)',
  ].join('|')})(?!\\w)|稼働中|運行中|运行中|正在运行|動いてい`,
  'g',
);

/** Restarts in other words. */
export const RESTART_TOLD =
  /\b(?:(?:then|afterwards|since then|after that) (?:it |all |everything )?(?:ran|runs|works|worked|was running)|start(?:up)? (?:is|was) (?:done|ok|complete\w*|normal)|(?<=(?:\d|\b(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)):?\s{1,2})(?:re-?)?started(?= *(?:$|[\n.,;]| again))|(?<=\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?)?z?[ ,:-]{1,3})(?:re-?)?start(?:up)?(?: of \w+)?(?=\s*(?:$|[\n,.;(]))|came back(?= (?:this|last|on|in|yesterday|today|the (?:next|same|following)|next|shortly|soon|right|hours|minutes|the day|an? (?:hour|day|week|few)|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten) ))|back(?: (?:up|on|online))?(?= (?:on )?the (?:next|same|following) )|(?:now|all|(?:it|cluster|everything|all) is|(?:we|they|nodes|vms) are|it's) back(?: (?:again|now))?(?=\s*(?:$|[\n.,;!)]))|(?<=\boff:? [^.;,]{3,48}[,;]\s(?:and )?)on(?= (?:(?:mon|tue|wed|thu|fri|sat|sun)\w* )?\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)| (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|now running(?=\s*(?:$|[\n.,;!)]))|(?:cluster|nodes|vms|machines|everything|all|site|plant)(?: was| were| got)? (?:re-?)?started(?=\s*(?:$|[\n.,;)]))|started all|(?:power|electricity) (?:came|was|is) back|(?:power|electricity) returned|(?:re)?started by itself)\b/g;

/** "Turn it on again" is still to be done. */
export const INFINITIVE =
  /\b(?:turn|switch|power|bring|boot|start|put|get|plug)(?: (?:it|them|everything|all|the cluster))?(?: back)? ?$/;
/** "Is on holiday", "is on 1.33". */
export const ON_SOMETHING =
  /^(?:\s(?:\w+ )?(?:leave|holidays?|vacation)|\s(?:holidays?|leave|vacation|sick|call|duty|site|shift|it\b|the\b|an?\b|our\b|my\b|k8s|kubernetes|version|aks|azure|windows|premise|v?\d\.))/;
