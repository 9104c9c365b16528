/** Words of a subscription's state, folded; whose subscription it is decides `subscription.ts`. */

export type State = 'active' | 'suspended' | 'deleted' | 'reinstated';

export const SUBJECT =
  /\b(?:azure one|subscription ?states?|subscriptions?|subscribtion|subs?|abo|abonnement|azure[- ]abo|suscripcion|subskription|abbonamento|sottoscrizione)\b|サフスクリフション|订阅/;
export const SUBJECT_ALL = new RegExp(SUBJECT.source, 'g');

const REINSTATED =
  /\b(?:re-?activated|re-?enabled|re-?instated|lifted|un-?suspended|un-?blocked|unlocked|restored|renewed|(?:turned|switched) (?:it )?(?:back )?on(?: again)?|(?:active|enabled|ok|fine|back|valid|up|works|working|alive) again|back (?:to )?(?:active|enabled|normal|online)|again (?:active|enabled)|back(?= (?:on |since )?(?:the )?(?:\d|yesterday|today|last|this))|recovered|undeleted|on again(?= since|\s*(?:$|[,.;]))|is back|was back|came back|brought back|wieder (?:aktiv\w*|freigeschaltet|da|eingeschaltet)|reaktiviert|reactive\w*|re-activee?|reactivad[oa]|restablecid[oa]|riattivat[oa]|heractiveerd|(?:de nouveau|di nuovo|nuovamente|de nuevo|otra vez|weer|opnieuw|terug) (?:activee?|actif|attiv[oa]|activ[oa]|actief)|(?:attiv[oa]|activ[oa]|activee?|actif) (?:di nuovo|de nuevo|otra vez|de nouveau)|(?:attiv[oa]|activ[oa]|activee?|actif|actief) (?=(?:depuis|desde|sinds|da(?:l|lla)?) (?:le |el |il )?\d))\b|再有効化|再ひ有効|復旧し|恢复/g;
const DELETED =
  /\b(?:deletion(?= (?:of (?:the|our|this) (?:azure )?(?:subscription|sub) )?(?:was|happened|took place|dates|is (?:of|from))\b)|cleaned (?:up|out)|tidied up|got rid of|purged|thrown away|threw away|deleted|removed|erased|wiped|nuked|killed|destroyed|gone|geloscht|entfernt|supprimee?|effacee?|eliminad[oa]|eliminaron|elimino|borraron|borro|borrad[oa]|cancellat[oa]|eliminat[oa]|verwijderd|gewist)\b|削除され|被删除|已删除/g;
const SUSPENDED =
  /\b(?:suspended|suspension|cancellation(?= (?:of (?:the|our|this) (?:azure )?(?:subscription|sub) )?(?:was|happened|took place|dates|is (?:of|from))\b)|(?:turned|switched|shut) (?:our|the|my|that|this) (?:\w+ ){0,2}(?:subscription|sub|abo) off|(?:turned|switched|shut) off (?:our|the|my) (?:\w+ ){0,2}(?:subscription|sub|abo)|(?<=\b(?:subscription|subs?|abo)\b[^.;,]{0,20})(?:ran out|has run out|timed out|ended|terminated|put to sleep|on ice|dead|died|shut(?: down)?|cut(?: off)?|killed off)|disabled|blocked|deactivated|de-activated|locked|frozen|expired|lapsed?|cancell?ed|past due|pastdue|(?<=(?:state|status|is|subscription|sub|now|\bin|\bin a|\bin the)[ :=]{1,3})warned|(?<=\b(?:subscription|subs?|abo) (?:is|was|got|went) (?:\w+ )?)off(?= (?:since|from|for|between)\b)|read[- ]only|turned off|switched off|on hold|gesperrt|deaktiviert|ausgesetzt|abgelaufen|gekundigt|stillgelegt|suspendue?|desactivee?|bloquee?|expiree?|suspendid[oa]|suspendieron|suspendio|bloquearon|desactivaron|suspendiert|uitgeschakeld|stopgezet|desactivad[oa]|deshabilitad[oa]|bloquead[oa]|caducad[oa]|cancelad[oa]|sospes[oa]|bloccat[oa]|disattivat[oa]|scadut[oa]|geblokkeerd|opgeschort|verlopen)\b|無効|一時停止|停止され|利用停止|已停用|被停用|被暂停/g;
const ACTIVE =
  /\b(?:active|enabled|in good standing|paid|valid|ok|okay|fine|normal|aktiv|bezahlt|activee?|activ[oa]|actif|attiv[oa]|actief|healthy)\b|有効|正常てす/g;

export const CUES: readonly [State, RegExp][] = [
  ['reinstated', REINSTATED],
  ['deleted', DELETED],
  ['suspended', SUSPENDED],
  ['active', ACTIVE],
];
/** A deletion of something else in a sentence about the subscription. */
export const FOREIGN_OBJECT =
  /^\s+(?:the|our|a|an|all|some|one|my|two)\s+(?:\w+ ){0,2}?(?:clusters?|vms?|nodes?|resource groups?|pods?|resources?|keys?|users?|extensions?|features?|secrets?|apps?|backups?|disks?|firewall|proxy|autoscaler|pools?)\b/;
/** "The DNS zone in our subscription was deleted". */
export const INSIDE = /\b(?:in|inside|within|under) (?:the |our |my |this )?(?:azure )?$/;
export const OTHER_OBJECT =
  /\b(?:cluster|vms?|nodes?|resource group|pods?|resource|key|user|account key|extension|feature|secret|app|backup|disk|folder|locks?|policy|policies|role assignments?|alerts?|budget|(?:credit )?cards?|certificates?|tokens?|passwords?|contracts?|agreements?)[^\w,;]+(?:(?:is|that|which|was|were|got|been|has|have)\W+){0,2}$/;
export const OTHERS_SUBSCRIPTION =
  /\b(?:old|poc|other|another|test|dev|second|different|hr|finance|sales|their|his|her|trial|former|previous)(?:'s)?\s+(?:azure )?(?:subscription|sub)\b|\b(?<!\bthis )[a-z]+'s (?:azure )?(?:subscription|sub)\b|\b(?:subscription|sub) of (?:an? |the |our |my |his |another )?(?:customer|client|partner|vendor|supplier|neighbou?r|sister|daughter|subsidiary|parent compan\w*|holding|interns?|trainees?|apprentices?|students?|school|training|poc|test|other|hr|finance)\b|\b(?:interns?|trainees?|apprentices?|students?|pupils|subsidiar(?:y|ies)|(?:daughter|sister|parent|mother) (?:compan(?:y|ies)|firms?)|holding|school|university|head ?quarters|head office)\b[^.;,]{0,16}\b(?:have|has|had|own|owns|use|uses) (?:an?|one|their|its) (?:\w+ )?(?:subscription|sub)\b/;
export const OTHERS_BEHIND =
  /^\w+ (?:is|was|that was|which was|\w+ (?:is|was)) (?:just |only )?(?:the one )?(?:of|from|in|for) (?:the |an? )?(?:old|other|poc|test|dev|former|previous|different)\b/;
/** Subscriptions to other things, in front of the word. */
export const OTHER_PRODUCT =
  /\b(?:(?:azure )?devops|marketplace|openai|copilot|teams|m365|o365|e3|e5|(?:microsoft|office) ?365|outlook|exchange|power ?bi|dynamics|visual studio|vs|msdn|red ?hat|rhel|suse|vmware|veeam|adobe|github|gitlab|docker(?: hub)?|elastic|datadog|grafana|nginx(?: plus)?|support|newsletter|mail|phone|mobile|software|nvidia)\W+(?:\w+\W+){0,1}$/;
/** The cluster hung on it, whoever owned it. */
export const CLUSTER_IN_IT =
  /\b(?:clusters?|hosts?|aks|arc)\b[^.;]{0,16}\b(?:(?:connected|registered|onboarded|bound|linked|attached|joined) (?:to|in|with)|(?:connected|registered|onboarded)(?= there)|belong\w* to|(?:live[sd]?|sits?|sat|was|were|is|are|hung|hangs) (?:in|under|on)) (?:it|that(?: one)?|this one|there)(?=\s*(?:$|[.,;!?)]))|\bsubscription (?:of|for) (?:the|our) (?:cluster|aks)\b/;
/** Messages have subscriptions too. */
export const OF_MESSAGES =
  /\b(?:events?|webhook|nats|kafka|mqtt|pub\/?sub|rabbitmq|redis|event ?grid|service ?bus|graphql|topic|consumer|push|websocket)\b/;
export const OURS =
  /\b(?:our|my|unsere?|notre|nuestra)\s+(?:own |azure )*(?:subscription|sub|abo|abonnement|suscripcion)\b|\bours\b/;

/** Without the word subscription: only what nothing else here is said of, next to talk of money or the portal. */
export const UNMISTAKABLE = /^(?:suspended|suspension|reactivated|re-activated|reinstated|unsuspended|un-suspended)/;
export const OTHER_SUSPENDED = /\b(?:clusters?|vms?|nodes?|users?|accounts?|pods?|cronjobs?|jobs?)\b/;
export const CONTINUES =
  /^\W*(?:the (?:other )?one (?:with|of|for|where|that has) (?:the |our )?(?:aks|clusters?|arc|hosts?)|(?:just |purely |only |that is |it is )?(?:(?:theoretical|hypothetical)(?:ly)?|in theory|a thought experiment)\b[\s,:;.-]{1,3})?(?:but )?(?:(?:today|right now|for now|at present|for the moment|as we speak|at (?:the|this) moment|presently|as of today|so far|currently)\b,? )?(?:the (?:current|new|right|real|actual|present) one|it|that|this|no|and|but|since|then|was|is|still|re-?enabled|re-?activated|re-?instated|reactivat\w*|suspend\w*|since then|now|active|enabled|disabled|deleted|ours|our one|mine|unsere[rs]?|l[ae] (?:notre|nostra|nuestra)|(?:die|het) (?:van ons|onze)|nothing|paid|finance|accounting|we (?:have ?n['o]?t|have never|did ?n['o]?t|never)|sie|elle|das|[a-z]+ says)\b/;
export const MONEY =
  /\b(?:finance|billing|invoices?|payments?|unpaid|dunning|bounced|credits?|credit card|reseller|portal|accounting|purchasing)\b/;
/** What is blocked where somebody did not pay. */
export const AZURE_ITSELF =
  /\b(?:(?:azure|microsoft|ms) (?:has |have )?(?:disabled|suspended|blocked|locked|cut|stopped|shut) us\b|azure account|(?:everything|all|stuff|things|resources) in azure|whole azure|azure is|tenant)\b/;
export const UNMISTAKABLE_ANYWHERE = /\b(?:suspended|suspension)\b/;
