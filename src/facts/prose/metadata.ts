/** Labels and tags: own ones added, or those that the system created changed. */

import { evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isIntended, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { isTakenBack } from './node-change-done.ts';

/** Parts of words without which nothing here is said. */
const NEAR = /label|tag|annot|metadata|etiqu|etichett|\.io\/|\.com\/|msft|node-role|set by|created by/;
/** Labels in the languages that have a word of their own, and what was not done to them. */
const LABELS = 'labels?|tags?|etiquetas?|etiquettes?|etichett[ae]';
const TOUCHED =
  'geandert|verandert|angefasst|gewijzigd|veranderd|aangeraakt|aangepast|(?:state |stati )?(?:toccat|cambiat|modificat)[eio]|tocado|cambiado|modificado|tocadas?|cambiadas?|modificadas?|modifiees?|touchees?|changees?';
const LABEL =
  /\b(?:labels?|tags?|annotations?|(?:re-?)?labell?ed|(?:re-?)?tagged|labelling|metadata|etiquetas?|etiquettes?|etichett[ae])\b/;
const SYSTEM_KEY =
  /\bkubernetes\.azure\.com (?:labels?|tags?|annotations?)\b|\b(?:msft\.microsoft|kubernetes\.azure\.com|[\w.-]*\.?node\.kubernetes\.io|[\w.-]*\.kubernetes\.io|microsoft\.com|node-role|kubernetes\.io)\/[\w.*-]*|\b(?:aks|azure|system|built-?in|existing|product|microsoft|ms)(?:'s)?[- ](?:created |own |made |set |managed |node )?(?:labels?|tags?|annotations?)|\ball (?:the |of the |existing |node )*(?:labels?|annotations?|tags?)\b[^.;]{0,14}\b(?:nodes?|workers?|vms?)|\b(?:labels?|tags?|annotations?)\b[^.;,]{0,30}\b(?:that|which)?\s?(?:aks|the system|the product|microsoft|ms|azure)\s(?:\w+ ){0,2}(?:sets?|set|created|creates|adds|added|made|puts?|uses)|\b(?:labels?|tags?|annotations?) (?:(?:that|which) )?(?:(?:came|come|comes|stem|are|were|is) )?from (?:the )?(?:aks|microsoft|ms|azure|installer|installation|system|product)\b(?! (?:nodes?|clusters?|pods?|portal|resources?|vms?|workers?|arc|team|group|owners?|policy))|\b(?:the ones|those)(?: that| which)? (?:aks|the system|the product|microsoft|azure)\s(?:had |has |itself )?(?:\w+ )?(?:set|created|creates|sets|added|made|put)\b|\b(?:etiquetas?|etiquettes?|etichett[ae]|labels) (?:de[l]?|di|d'|du|van|von|vom|des) ?(?:het )?(?:sistema|systeme|systeem|system|aks|azure|microsoft)\b|\b(?:systemeigene[n]?|vom system (?:gesetzte|erzeugte)[n]?|systeem|system)[- ]?labels\b|\b(?:etiquettes?|etiquetas?) (?:systeme|del? sistema)\b|\bset by (?:aks|the system|microsoft)|\bcreated by (?:aks|the system|microsoft)\b/;
const CHANGE =
  /\b(?:chang(?:ed|ing)|overwr(?:ote|itten|ite)|rewr(?:ote|itten|iting)|--overwrite|remov(?:ed|ing)|delet(?:ed|ing)|renam(?:ed|ing)|edit(?:ed|ing)|modif(?:ied|ying)|replac(?:ed|ing)|wip(?:ed|ing)|stripp(?:ed|ing)|clean(?:ed|ing)[- ]up|cleared|purged|dropped|reset|took away|taken away|lost|(?:are|is|were|went|have gone|been) (?:gone|missing|lost)|geandert|uberschrieben|entfernt|geloscht|umbenannt|verandert|modifie\w*|supprime\w*|ecrase\w*|renomme\w*|cambi(?:ado|amos|aron|ato|ati|ate)|modific(?:ado|amos|aron|at[oaie])|borrad\w*|borr(?:amos|aron|o)|eliminad\w*|elimin(?:amos|aron|at[oaie])|renombr\w+|sobrescri\w+|cancellat[oaie]|rimoss[oaie]|sovrascritt\w+|rinominat\w+|gewijzigd|veranderd|verwijderd|overschreven|hernoemd|aangepast)\b|--overwrite/g;
const ADD =
  /\b(?:add(?:ed|ing)?|put|set|gave|tagged|labell?ed|attach(?:ed)?|carr(?:y|ies)|with our own|our (?:own )?labels?|own|custom|eigene?[nrs]?|hinzugefugt|gesetzt|verpasst|ajoute\w*|mis(?= (?:une?|des|nos|deux)\b)|pose|anad\w+|agreg(?:ad\w*|amos|aron|o)|(?:notre|nos|nostr[ae]|nuestr[ao]s?|onze)(?= (?:propres? |eigen )?(?:labels?|tags?|etiquettes?|etiquetas?|etichett[ae])\b)|puesto|pusimos|aggiunt[oaie]|messo|impostat[oaie]|toegevoegd|gezet|gegeven)\b/g;
const UNTOUCHED =
  /\b(?:untouched|(?:not|never) (?:touched|changed|modified)|unchanged|no (?:aks |system )?(?:labels?|tags?) (?:was |were )?(?:touched|changed)|stay(?:ed)? as)\b/;
const LABEL_COMMAND = /\bkubectl (?:label|annotate) (?:--\S+ )*(?:nodes?\b|no\b|(?=\$\w)|(?="\$))([^\n]{0,300})/g;
const REMOVE_KEY = /\s[\w.-]+\/[\w.-]+-(?:\s|$)/;
const NONE =
  /\b(?:(?:nobody|no[- ]?one|niemand|personne|nadie)\b[^.;]{0,20}\b(?:re-?label+ed|re-?tagged|tagged)|no(?:r| own)? (?:\w+ )?(?:or |and )?(?:labels?|tags?)(?! (?:on|in|for) (?:the )?(?:pods?|services?|deployments?|namespaces?))|(?:labels?|tags?)\b[^.;]{0,40}\b(?:(?:nothing|none)(?: of (?:them|it|those))? (?:was |were |is )?(?:changed|touched|done|added|set|modified)|no (?:changes?|modifications?)|as (?:aks|the system|they) (?:made|created|came|set|were|are|was)|as (?:before|delivered|shipped|installed|usual)|original|standard|default|factory)|(?:labels?|tags?)\b[^.;,]{0,20}\b(?:untouched|(?:not|never) (?:touched|changed|edited)|unchanged)|(?:no[- ]one|nobody|never|not|n't)\b[^.;]{0,16}\b(?:chang|touch|edit)\w*\b[^.;,]{0,12}\b(?:labels?|tags?)|left (?:all |the |your )*(?:\w+ )?(?:labels?|tags?|annotations?)\b[^.;,]{0,16}\b(?:alone|as they)|labels?\s?[:=]\s?(?:default|standard|as is|as delivered|original|unchanged|untouched|none)\b|never (?:changed|touched) (?:any |the )?(?:labels?|tags?)|(?:no|not|nobody|never|n't|nor)\b[^.;]{0,50}\b(?:vms?|nodes?|anything)\b[^.;]{0,16}\b(?:or|and|nor)\b[^.;]{0,12}\b(?:labels?|tags?|metadata)|keine labels|aucune? etiquette|ninguna etiqueta|nessuna etichetta|geen (?:enkele? )?(?:labels?|tags?))\b/;
/** "Nadie tocó etiquetas", "aan de labels is niets veranderd". */
const NONE_ABROAD = new RegExp(
  [
    `\\b(?:niemand|wir haben nicht|personne|nadie|nessuno|on n'a pas)\\b(?! (?:ne )?(?:weis+|kennt|sait|sabe|sa|weet)\\b)[^.;]{0,60}\\b(?:${LABELS})\\b`,
    `\\b(?:${LABELS})\\b[^.;]{0,40}\\b(?:niet|nicht|niets|nichts|pas ete|non sono|non e|no se (?:han|ha)|no (?:fueron|han sido)|ne sont pas)\\b[^.;,]{0,16}\\b(?:${TOUCHED})\\b`,
    `\\b(?:${LABELS})\\b[^.;,]{0,40}\\b(?:unverandert|unangetastet|ongewijzigd|ongemoeid|inchange(?:es|e)?|intact(?:es|e)?|intactas?|invariat[ea]|intatt[ea]|sin (?:tocar|cambi\\w+)|(?:estan|son|sono|sont|sind|zijn) (?:como|come|comme|wie|zoals))\\b`,
    `\\b(?:ni|ne|noch|weder)\\s(?:(?:las|les|le|die|de) )?(?:${LABELS})\\b[^.;]{0,60}\\b(?:${TOUCHED})\\b`,
    `\\b(?:no|non|ne|n')\\s?(?:hemos |abbiamo |avons (?:pas )?)?(?:tocamos|tocado|cambiamos|cambiado|toccato|cambiato|modificato|touche|change|modifie)\\b[^.;,]{0,24}\\b(?:${LABELS})\\b`,
  ].join('|'),
);

const NODE =
  /\b(?:nodes?|vms?|workers?|cluster|aks|system|knoten|(?:node ?)?pools?|them|machines?|nodos?|noeuds?|nouds?|nodi|knooppunten)\b/;

const usable = (prose: Prose, p: Passage, at: number): boolean =>
  !isPlanned(prose, p, at) && !isElsewhere(prose, p, at) && !isRefuted(prose, p) && !isTakenBack(prose, at);

/** Keys that only the product sets. */
const SYSTEM_DOMAIN = /\b(?:msft\.microsoft|kubernetes\.azure\.com|node\.kubernetes\.io|node-role\.kubernetes\.io)\b/;

/** How far from the change the system's key may be named. */
const KEY_REACH = 110;

function commandFacts(prose: Prose): Found[] {
  return matchesOf(LABEL_COMMAND, prose.low).flatMap((m) => {
    const p = prose.passages.find((x) => m.index >= x.start && m.index < x.end);
    if (!p || !usable(prose, p, m.index) || isNegated(p, m.index)) return [];
    // The command ends with its sentence.
    const words = (m[1] ?? '').split(/\.\s/)[0] ?? '';
    const span = { start: m.index, end: m.index + m[0].length };
    if (!SYSTEM_KEY.test(words)) return /[\w.-]+=/.test(words) ? [typed('metadataChange', 'added-own', span)] : [];
    return /--overwrite/.test(words) || REMOVE_KEY.test(words) ? [typed('metadataChange', 'changed-system', span)] : [];
  });
}

/** The system's own label stands near the change, and is not called untouched. */
function namesSystemLabel(p: Passage, at: number): boolean {
  const near = p.low.slice(Math.max(0, at - p.start - KEY_REACH), at - p.start + KEY_REACH);
  const key = SYSTEM_KEY.exec(near);
  return (
    key !== null &&
    !UNTOUCHED.test(near.slice(key.index, key.index + key[0].length + 30)) &&
    !/\bno (?:\w+ )?$/.test(near.slice(0, key.index))
  );
}

function toldFacts(prose: Prose, p: Passage): Found[] {
  if (isDeniedAfterAsking(prose, p)) return [typed('metadataChange', 'none', evidenceSpan(p, p.start, p.end))];
  if (!NEAR.test(p.low) && !KEY_AND_VALUE.test(p.low)) return [];
  if (!(LABEL.test(p.low) || SYSTEM_KEY.test(p.low) || KEY_AND_VALUE.test(p.low))) return [];
  if (!NODE.test(p.low) && isAnsweredNone(prose, p))
    return [typed('metadataChange', 'none', evidenceSpan(p, p.start, p.end))];
  if (!NODE.test(p.low) && !SYSTEM_DOMAIN.test(p.low)) return [...ownOnly(prose, p), ...noneFacts(prose, p)];
  if (isAnsweredNone(prose, p)) return [typed('metadataChange', 'none', evidenceSpan(p, p.start, p.end))];
  const risk = SYSTEM_KEY.test(p.low) ? AT_RISK.exec(p.low) : null;
  if (risk && isIntended(p, p.start + risk.index) && isLeftAlone(prose, p.start + risk.index))
    return [typed('metadataChange', 'none', evidenceSpan(p, p.start + risk.index, p.end))];
  for (const clause of p.clauses) {
    for (const m of matchesOf(CHANGE, clause.low)) {
      const at = clause.start + m.index;
      if (namesSystemLabel(p, at) && !UNTOUCHED.test(clause.low) && !isNegated(p, at) && usable(prose, p, at)) {
        return [typed('metadataChange', 'changed-system', evidenceSpan(p, at, at + m[0].length))];
      }
    }
  }
  for (const [i, clause] of p.clauses.entries()) {
    const before = p.clauses[i - 1]?.low ?? '';
    const isLabel = LABEL.test(clause.low) || LABEL.test(before) || KEY_AND_VALUE.test(clause.low);
    if (!isLabel || SYSTEM_KEY.test(clause.low) || UNTOUCHED.test(clause.low)) continue;
    for (const m of matchesOf(ADD, clause.low)) {
      const at = clause.start + m.index;
      if (!isNegated(p, at) && usable(prose, p, at))
        return [typed('metadataChange', 'added-own', evidenceSpan(p, at, at + m[0].length))];
    }
  }
  return noneFacts(prose, p);
}

/** "contoso.example/rack=3". */
const KEY_AND_VALUE = /\b[a-z][\w.-]*\.[\w-]+\/[\w.-]+=[\w.-]+/;

/** "Was about to delete them … nothing was changed": what did not come to pass left them as they were. */
const AT_RISK =
  /\b(?:delet(?:e|ed|ing)|remov(?:e|ed|ing)|renam(?:e|ed|ing)|over(?:write|writing|wrote|written)|chang(?:e|ed|ing)|edit(?:ed|ing)?|replac(?:e|ed|ing)|wip(?:e|ed|ing)|clear(?:ed|ing)?|strip(?:ped|ping)?)\b/;
const LEFT_ALONE =
  /\b(?:nothing|no (?:\w+ )?(?:labels?|tags?)|none of them) (?:was |were |is |are |has been |got )?(?:changed|deleted|removed|modified|touched|lost|done|happened)\b/;
const isLeftAlone = (prose: Prose, at: number): boolean => LEFT_ALONE.test(prose.low.slice(at, at + LEFT_ALONE_REACH));
const LEFT_ALONE_REACH = 160;

/** "May we rename your labels? So far we have not modified any.": what was asked about was left alone. */
function isDeniedAfterAsking(prose: Prose, p: Passage): boolean {
  const asked = prose.passages[p.index - 1];
  return !p.isQuestion && asked?.isQuestion === true && LABEL.test(asked.low) && NOT_ANY.test(p.low);
}
const NOT_ANY =
  /\b(?:not|never|n't) (?:yet |ever |been )*(?:modified|changed|renamed|touched|added|removed|deleted|done|edited)(?: (?:any|one|them|it|that|anything|so))*(?=\s*(?:$|[,.;!)]| (?:yet|so far|until|up to)))/;

/** "Tags? As shipped." */
function isAnsweredNone(prose: Prose, p: Passage): boolean {
  const answer = p.isQuestion && ASKED_OF_LABELS.test(p.low) ? prose.passages[p.index + 1] : undefined;
  return answer !== undefined && !answer.isQuestion && ANSWERED_NONE.test(answer.low);
}
const ASKED_OF_LABELS =
  /^\W*(?:and |own |any |node |the |were |was |are |did (?:you|we) (?:touch|change) )*(?:labels?|tags?|metadata)\b/;
const ANSWERED_NONE =
  /^\W*(?:no|none|never|nothing|nein|non|nobody)\s*(?:$|[.!])|\b(?:no (?:changes?|modifications?|own ones)|(?:none|nothing)(?: of (?:them|it|those))? (?:was |were |is )?(?:changed|touched|done|added|set|modified)|(?:all |everything |just )(?:as (?:delivered|shipped|installed|they came)|original|default|untouched|unchanged))\b/;

/** "Labels: only our own": asked or told of nothing else. */
function ownOnly(prose: Prose, p: Passage): Found[] {
  const own = OWN_ONLY.exec(p.low) ?? (p.isQuestion ? null : OF_OUR_OWN.exec(p.low));
  if (!own || !usable(prose, p, p.start) || isNegated(p, p.start + own[0].length)) return [];
  return [typed('metadataChange', 'added-own', evidenceSpan(p, p.start, p.start + own[0].length))];
}
const OWN_ONLY =
  /^\W*(?:node )?(?:labels?|tags?)\b[^.;\n]{0,16}\b(?:our own|own ones|own|ours|(?:added|set|put) by us)\b|\b(?:set|put|added|use|using|carry) (?:only )?(?:our|an?|some|my) own (?:node )?(?:labels?|tags?)\b(?![^.;]*\b(?:pods?|deployments?|namespaces?|services?|images?)\b)/;

/** "One label is of our own making (owner=x)", "etiquetas propias", with nothing of pods beside it. */
const OF_OUR_OWN =
  /\b(?:set|put|added|use|using|carry|gave|have|made) (?:\w+ ){0,4}(?:labels?|tags?) (?:of (?:our|my) own|of ours)\b(?![^.;]*\b(?:pods?|deployments?|namespaces?|services?|images?)\b)|\b(?:eigene[sn]? (?:labels?|tags?)|eigen (?:labels?|tags?)|etiquettes a nous|nos propres etiquettes|etiquetas (?:propias|nuestras)|etichette (?:nostre|proprie))\b(?![^.;]*\b(?:pods?|deployments?|namespaces?|services?)\b)/;

function noneFacts(prose: Prose, p: Passage): Found[] {
  const none = NONE.exec(p.low) ?? NONE_ABROAD.exec(p.low);
  if (!none || !usable(prose, p, p.start + none.index)) return [];
  return [
    typed('metadataChange', 'none', evidenceSpan(p, p.start + none.index, p.start + none.index + none[0].length)),
  ];
}

/** The gravest statement counts: "only added, no label of yours touched" added. */
const GRAVITY = ['none', 'added-own', 'changed-system'];

export function metadata(prose: Prose): Found[] {
  const found = [...commandFacts(prose), ...prose.passages.flatMap((p) => toldFacts(prose, p))];
  const worst = Math.max(...found.map((f) => GRAVITY.indexOf(String(f.value))));
  return found.filter((f) => f.value === GRAVITY[worst]);
}
