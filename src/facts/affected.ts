/** Which of the clusters whose outputs were pasted the message is about: its own words choose one, or set the other aside. */

/** What is said of the one that is not meant. */
const DISMISSED =
  /^["'`)]*(?: cluster| one)?\s+(?:(?:is|was|ist|runs?|works?|lauft|geht|stays?)\s+)?(?:(?:just|only|also|still|all|here|auch|nur|noch)\s+){0,2}(?:fine|ok|okay|healthy|good|works?|working|there|unaffected|not affected|not the (?:problem|issue|one)|the other(?: one)?|(?:as a|for) ?comparison|unrelated|in ordnung|lauft|geht|well)(?=\s*(?:$|[.,;:)!\n]|(?:and|but|und|aber|too|also|now|though|normally|as|on|since|seit)\b))/;
const IGNORED =
  /\b(?:ignore|forget(?: about)?|never ?mind|leave out|skip|disregard|not about|except|apart from|ohne)\s+(?:the )?["'`(]*$/;
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
  const left = names.filter((name) => !isDismissed(name));
  if (left.length === 1 && left.length < names.length && names.length === 2) return left[0];
  const meant = left.filter(isMeant);
  return meant.length === 1 ? meant[0] : focus;
}
