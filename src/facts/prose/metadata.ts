/** Labels and tags: own ones added, or those that the system created changed. */
import type { Passage } from '../document.ts';
import { type Found, typed } from '../found.ts';
import { isElsewhere, isNegated, isPlanned, isRefuted, type Prose } from '../stance.ts';
import { evidenceSpan } from './cluster-version.ts';

const LABEL = /\b(?:labels?|tags?|annotations?|labell?ed|tagged|labelling|metadata|etiquetas?|etiquettes?)\b/;
const SYSTEM_KEY =
  /\b(?:msft\.microsoft|kubernetes\.azure\.com|[\w.-]*\.?node\.kubernetes\.io|[\w.-]*\.kubernetes\.io|microsoft\.com|node-role|kubernetes\.io)\/[\w.-]+|\b(?:aks|system|built-?in|existing|product|microsoft|ms)(?:'s)?[- ](?:created |own |made |set |managed )?(?:labels?|tags?)|\b(?:labels?|tags?)\b[^.;,]{0,30}\b(?:that|which)?\s?(?:aks|the system|the product|microsoft|ms|azure)\s(?:\w+ )?(?:sets?|set|created|creates|adds|added|made|put|uses)|\bset by (?:aks|the system|microsoft)|\bcreated by (?:aks|the system|microsoft)\b/;
const CHANGE =
  /\b(?:chang(?:ed|ing)|overwr(?:ote|itten|ite)|--overwrite|remov(?:ed|ing)|delet(?:ed|ing)|renam(?:ed|ing)|edit(?:ed|ing)|modif(?:ied|ying)|replac(?:ed|ing)|geandert|uberschrieben|entfernt|geloscht|umbenannt|modifie\w*|supprime\w*|cambi(?:ado|amos)|borrad\w*|eliminad\w*)\b|--overwrite/g;
const ADD =
  /\b(?:add(?:ed|ing)?|put|set|gave|tagged|labell?ed|attach(?:ed)?|with our own|own|hinzugefugt|gesetzt|ajoute\w*|anadid\w*|agregad\w*)\b/g;
const UNTOUCHED =
  /\b(?:untouched|not (?:touched|changed|modified)|unchanged|no (?:aks |system )?(?:labels?|tags?) (?:was |were )?(?:touched|changed)|stay(?:ed)? as)\b/;
const LABEL_COMMAND = /\bkubectl (?:label|annotate) (?:nodes?|no)\b([^\n]{0,300})/g;
const REMOVE_KEY = /\s[\w.-]+\/[\w.-]+-(?:\s|$)/;
const NONE =
  /\b(?:no(?:r| own)? (?:\w+ )?(?:or |and )?(?:labels?|tags?)|(?:labels?|tags?)\b[^.;,]{0,20}\b(?:untouched|not (?:touched|changed)|unchanged)|never (?:changed|touched) (?:any |the )?(?:labels?|tags?)|(?:no|not|nobody|never|n't|nor)\b[^.;]{0,50}\b(?:vms?|nodes?|anything)\b[^.;]{0,16}\b(?:or|and|nor)\b[^.;]{0,12}\b(?:labels?|tags?|metadata)|keine labels|aucune? etiquette|ninguna etiqueta)\b/;

const usable = (prose: Prose, p: Passage, at: number): boolean =>
  !isPlanned(prose, p, at) && !isElsewhere(prose, p, at) && !isRefuted(prose, p);

function commandFacts(prose: Prose, p: Passage): Found[] {
  return [...p.low.matchAll(LABEL_COMMAND)].flatMap((m) => {
    const at = p.start + m.index;
    if (!usable(prose, p, at) || isNegated(p, at)) return [];
    const words = m[1] ?? '';
    const isSystem = SYSTEM_KEY.test(words);
    if (isSystem && (/--overwrite/.test(words) || REMOVE_KEY.test(words)))
      return [typed('metadataChange', 'changed-system', evidenceSpan(p, at, at + m[0].length))];
    return isSystem
      ? []
      : /[\w.-]+=/.test(words)
        ? [typed('metadataChange', 'added-own', evidenceSpan(p, at, at + Math.min(60, m[0].length)))]
        : [];
  });
}

function toldFacts(prose: Prose, p: Passage): Found[] {
  if (!LABEL.test(p.low)) return [];
  const isNode = /\b(?:nodes?|vms?|workers?|cluster|aks|system|knoten|pool|them|machines?|nodos?|noeuds?)\b/.test(
    p.low,
  );
  if (!isNode) return [];
  for (const clause of p.clauses) {
    const system = SYSTEM_KEY.exec(p.low);
    for (const m of clause.low.matchAll(CHANGE)) {
      const at = clause.start + m.index;
      if (system && !UNTOUCHED.test(clause.low) && !isNegated(p, at) && usable(prose, p, at))
        return [typed('metadataChange', 'changed-system', evidenceSpan(p, at, at + m[0].length))];
    }
  }
  for (const clause of p.clauses) {
    if (!LABEL.test(clause.low) || SYSTEM_KEY.test(clause.low) || UNTOUCHED.test(clause.low)) continue;
    for (const m of clause.low.matchAll(ADD)) {
      const at = clause.start + m.index;
      if (!isNegated(p, at) && usable(prose, p, at))
        return [typed('metadataChange', 'added-own', evidenceSpan(p, at, at + m[0].length))];
    }
  }
  const none = NONE.exec(p.low);
  return none && usable(prose, p, p.start + none.index)
    ? [typed('metadataChange', 'none', evidenceSpan(p, p.start + none.index, p.start + none.index + none[0].length))]
    : [];
}

export const metadata = (prose: Prose): Found[] =>
  prose.passages.flatMap((p) => {
    const command = commandFacts(prose, p);
    return command.length > 0 ? command : toldFacts(prose, p);
  });
