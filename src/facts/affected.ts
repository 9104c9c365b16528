/** Which of the clusters whose outputs were pasted the message is about: its own words choose one, or set the other aside. */

/** What is said of the one that is not meant. */
const DISMISSED =
  /^["'`)]*(?: cluster| one)?[,:]?\s+(?:(?:which|that|der|das|qui|que|che|die)\s+)?(?:(?:is|was|ist|runs?|works?|lauft|geht|stays?|est|esta|e|va|marche|funciona|funziona|draait|werkt)\s+)?(?:(?:just|only|also|still|all|here|auch|nur|noch|aussi|gewoon)\s+){0,2}(?:(?:has|had|shows|hat|a|tiene|ha|heeft) (?:no|kein\w*|pas de|ningun|nessun|geen) (?:problem\w*|issues?|errors?|trouble|fehler|storung|problem[aei]s?|fouten)|einwandfrei|normal|problemlos|sauber|unauffallig|nicht betroffen|pas (?:concerne|touche)|no (?:afectado|esta afectado)|non (?:e )?(?:coinvolto|interessato)|niet (?:getroffen|geraakt)|bien|bene|goed|prima|fine|ok|okay|healthy|good|works?|working|there|unaffected|not affected|not the (?:problem|issue|one)|the other(?: one)?|(?:as a|for) ?comparison|unrelated|in ordnung|lauft|geht|well)(?=\s*(?:$|[.,;:)!\n]|(?:and|but|und|aber|too|also|now|though|normally|as|on|since|seit)\b))/;
const IGNORED =
  /\b(?:ignore|forget(?: about)?|never ?mind|leave out|skip|disregard|not about|except|apart from|ohne)\s+(?:the )?["'`(]*$/;
/** "Betroffen ist nur …", "… is the affected one": said of the one that is meant. */
const AFFECTED_BEFORE =
  /\b(?:betroffen (?:ist|sind)|affected(?: cluster)? is|concerne|touche|afectad[oa] (?:es|esta)|colpito e|interessato e|getroffen is|(?:es geht|geht es) um|il s'agit de|se trata de|si tratta di|het gaat om)(?: (?:nur|ausschlies+lich|allein|only|just|solely|seulement|uniquement|solo|solamente|soltanto|alleen|(?:den |le |el |il |het )?cluster|den|le|el|il|de))*\s["'`(]*$/;
const AFFECTED_BEHIND =
  /^["'`)]*\s(?:ist|is|est|es|e) (?:(?:der|the|le|el|il|het|de) )?(?:betroffen\w*|affected|concerne|touche|afectado|colpito|interessato|getroffen)\b(?! (?:nicht|not))/;
/** In front of one that is only compared with. */
const COMPARED =
  /\b(?:like|as|than|same|unlike|compared (?:to|with)|other|another|besides|next to|not|from|wie|als)\s+(?:in |on |at |with |the )?["'`(]*$/;
const REACH = 60;
/** A parameter of a command chooses nothing, and neither does a name above its output. */
const PARAMETER = /-{1,2}[a-z-]+[\s=:]+["']?$/;
const HEADING = /^[^a-z]*(?:(?:on|for|in|at|from|auf|von|bei|fur|the|cluster|kubectl)[^a-z]+){0,3}$/;

function isHeading(low: string, at: number, name: string): boolean {
  const start = low.lastIndexOf('\n', at - 1) + 1;
  const end = low.indexOf('\n', at);
  return HEADING.test(`${low.slice(start, at)} ${low.slice(at + name.length, end < 0 ? low.length : end)} `);
}

const isUnspoken = (low: string, at: number, name: string): boolean => {
  const before = low.slice(Math.max(0, at - REACH), at);
  return COMPARED.test(before) || PARAMETER.test(before) || isHeading(low, at, name);
};

function mentions(name: string, low: string): number[] {
  const found: number[] = [];
  for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + name.length))
    if (!/[\w-]/.test(low[at - 1] ?? ' ') && !/[\w-]/.test(low[at + name.length] ?? ' ')) found.push(at);
  return found;
}

/** `names` in lower case; `low` is the message without its outputs. */
export function affectedAmong(names: readonly string[], low: string, focus: string | undefined): string | undefined {
  if (names.length < 2 || (focus !== undefined && names.includes(focus))) return focus;
  const isDismissed = (name: string): boolean =>
    mentions(name, low).some(
      (at) =>
        DISMISSED.test(low.slice(at + name.length, at + name.length + REACH)) ||
        IGNORED.test(low.slice(Math.max(0, at - REACH), at)),
    );
  const isMeant = (name: string): boolean => mentions(name, low).some((at) => !isUnspoken(low, at, name));
  const isCalled = (name: string): boolean =>
    mentions(name, low).some(
      (at) =>
        AFFECTED_BEFORE.test(low.slice(Math.max(0, at - REACH), at)) ||
        AFFECTED_BEHIND.test(low.slice(at + name.length, at + name.length + REACH)),
    );
  const called = names.filter(isCalled);
  if (called.length === 1) return called[0];
  const left = names.filter((name) => !isDismissed(name));
  if (left.length === 1 && left.length < names.length && names.length === 2) return left[0];
  const meant = left.filter(isMeant);
  return meant.length === 1 ? meant[0] : focus;
}
