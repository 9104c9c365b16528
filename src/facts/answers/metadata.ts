/** Replies about labels and tags of the nodes: those of the system, own ones, or none. */
import { type AnswerReader, yesNo } from './reading.ts';

const OWN_LABELS =
  /\b(?:our own|ours|of ours|own)\b.*\b[\w./-]+=|\b(?:own|our|ours|custom|eigene\w*|propres?|propias?)\b(?! (?:namespace|ns)\b)[^.;]{0,24}\b(?:labels?|tags?|ones?|annotations?|taints?)\b|\badded\b|\bfrom us\b|^\W*(?:only |just |yes,? )*(?:our own|own|ours|custom|eigene)\W*$/;

const SET_BY_HAND = /\blabel (?:nodes?|no) \S+ (?:[\w.-]+\.)?(?:kubernetes\.(?:azure\.com|io)|k8s\.io)\/\S+[=-]/;
/** "Some labels that were there from the beginning, we removed them". */
const FROM_THE_START =
  /\b(?:there|present|set|existed|existing|came|delivered) (?:already |always )?(?:from|since|at|on|with) (?:the )?(?:beginning|start|day one|first day|creation|install\w*|product|cluster)\b|\balready (?:there|present|set)\b|\b(?:msft\.microsoft|kubernetes\.azure\.com|kubernetes\.io)\b/;
const TAKEN_AWAY = /\b(?:remov|delet|renam|overwr|chang|clean|wip|stripp|edit|took|tidied|kicked)\w*\b/;
/** "The agentpool label was overwritten", "the role label is gone": a label that the product set. */
const POOL_LABEL =
  /(?=.*\b(?:remov|delet|chang|overwr|renam|clean|wip|stripp|edit|--overwrite|took|gone|missing)\w*)(?=.*\b(?:agent ?pool|node ?pools?'?|pool|role|node-role|zone|system|topology|hostname)\b).*\b(?:labels?|kubectl label)\b/;
/** "Cost-center tags", "only taints for the GPUs", "GitOps adds team=web". */
const OWN_PUT_ON =
  /^(?!.*\b(?:aks|system|microsoft|original|default|your)\b)(?:[\w-]+,? ){1,4}(?:tags?|labels?|taints?)(?: for .*)?\W*$|\b(?:adds?|sets?|puts?) (?:a |the |our )?[\w./-]+=[\w-]+/;
/** "None but those of the product". */
const ONLY_SYSTEM =
  /\bonly (?:what |the ones |those )?(?:that )?(?:aks|microsoft|ms|the system|the product|the installer) (?:itself )?(?:has |had )?(?:put|set|made|created|added)/;
/** "Labels are how they came". */
const AS_THEY_CAME =
  /\b(?:as|how|like|the way) (?:they|it|you|aks|microsoft) (?:came|come|were|was|made|set|delivered|installed|shipped)\b|\b(?:untouched|unchanged|original|as (?:delivered|shipped|installed|is)|standard|default)\b/;
/** "We label for GPUs", "taints, yes": what is put on is one's own. */
const WE_LABEL =
  /^(?:yes,? )?(?:we|i|our \w+) (?:only |just )?(?:label|taint|tag)\b|^(?:own )?(?:taints?|labels?)\W+(?:yes|yep|ja|oui|si)\b/;

export const metadata: AnswerReader = (low) => {
  if (SET_BY_HAND.test(low) || (POOL_LABEL.test(low) && yesNo(low) !== false))
    return { metadataChange: { value: 'changed-system' } };
  if (OWN_PUT_ON.test(low) && yesNo(low) !== false) return { metadataChange: { value: 'added-own' } };
  if (FROM_THE_START.test(low) && TAKEN_AWAY.test(low) && !/\b(?:no|not|never|none|nobody|nothing)\b/.test(low))
    return { metadataChange: { value: 'changed-system' } };
  if (ONLY_SYSTEM.test(low)) return { metadataChange: { value: 'none' } };
  if (AS_THEY_CAME.test(low) && !TAKEN_AWAY.test(low)) return { metadataChange: { value: 'none' } };
  if (WE_LABEL.test(low)) return { metadataChange: { value: 'added-own' } };
  if (
    /\b(?:aks|system|microsoft|ms|kubernetes\.io)(?:'s)? (?:own |created )?(?:labels?|ones?|tags?)\b|\b(?:labels?|tags?) (?:of|from|by) (?:aks|the system|microsoft|ms)\b|nodepool-name|\b(?:remov|delet|chang|overwr|clean|wip|stripp|edit)\w*\b[^.;]{0,30}\bkubernetes\.(?:azure\.com|io)/.test(
      low,
    ) &&
    !/\b(?:no|not|untouched|only own)\b/.test(low)
  )
    return { metadataChange: { value: 'changed-system' } };
  if (OWN_LABELS.test(low)) return { metadataChange: { value: 'added-own' } };
  return yesNo(low) === false ? { metadataChange: { value: 'none' } } : {};
};
