/** How far the installed AKS release is behind: in releases, in days. */

import { clauseAt, evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, type Prose, timesOf } from '../stance.ts';
import type { Time } from '../times.ts';
import { ANY_NUMBER, numberIn } from './numbers.ts';
import { releaseDates } from './release-dates.ts';

const NOUN =
  '(?:[a-z]+-)?(?:releases?|versions?|updates?|builds?|release-?s?tande?|releasen?|versionen|versiones|versioni|versies|mises a jour|actualizaciones|aggiornamenti)';
const KIND =
  '(?:(?:further|full|whole|more recent|more|newer|new|later|other|aks(?:[- ](?:hci|hybrid|arc))?|akshci|hybrid|product|monthly|published|missed|neuere|plus recentes?|mas nuevas) ){0,3}';
/** "Two newer AKS releases": a number of releases, whatever is said of them. */
const COUNTED = new RegExp(
  `(?<![\\w.-])(${ANY_NUMBER}) ${KIND}(?:${NOUN}(?: of (?:aks|hybrid)[\\w -]{0,8})?|ones|(?:newer|more recent|later|more)(?= (?:have|has|are|were|came|exist)\b| than| available|\\s*(?:$|[.,;])))(?![\\w-])`,
  'g',
);
/** That something lies between ours and the newest. */
const GAP =
  /\b(?:behind|ahead|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|old|older|newer|more recent|missed|missing|skipped|left out|pending|waiting|outstanding|gap|delta|distance|away|apart|backlog|overdue|back(?=\s*(?:$|[.,;]))|late(?=\s*(?:$|[.,;]))|(?:none|not|never|nothing)\b[^.;]{0,20}\binstalled|did not install|(?:published|released|come|came|appeared|out|followed)\b[^.;]{0,16}\bsince|since (?:ours|ours?\b|the one|the version|our)|after (?:ours|the one)|between (?:ours|our)|over ours|hinterher|hinter|zuruck|alter|ruckstand|retard|en arriere|retraso|por detras|atras\w*|indietro|ritardo|achter\w*|ausgelassen|neuere|plus recent\w*|mas nuev\w*)\b/;
/** How far from the number what makes it a distance may stand. */
const GAP_REACH = 70;
/** "N-2": two behind the newest. */
const N_MINUS = /(?<![a-z])n ?- ?(\d)\b/g;
/** "The one before the newest", "second newest": one behind. */
const BEFORE_NEWEST =
  /\b(?:one|release|version|build|that) (?:directly |right |just |immediately )?(?:before|below|under|prior to) the (?:newest|latest|last|current|most recent)(?: one)?\b|\b(?:second[- ](?:newest|latest|last)|penultimate|last but one|next to last|vorletzte\w*|avant[- ]derniere?|penultim[ao])\b/g;
/** "Are 3 behind", "3 behind the newest": what is counted is understood. */
const BARE_BEHIND = new RegExp(
  `\\b(?:are|is|we're|so|,|:|^|only|just|still)\\s?(?:now |only |still |at least )?(${ANY_NUMBER}) behind(?= the (?:newest|latest|current)|\\s*(?:$|[,.;!?)])| now| so)`,
  'g',
);
/** Numbers of which none is exact. */
const HEDGED =
  /\b(?:about|around|approx\.?|ca\.?|maybe|perhaps|at least|at most|up to|more than|over|i think|i guess|or|some|probably|roughly)\s*(?:the (?:last|past) )?$|\b\d\s?(?:-|to)\s?$/;
/** Things of which releases are counted too. */
const OTHER_RELEASES =
  /\b(?:erp|sap|sql|apps?|application|database|drivers?|firmware|bios|agents?|antivirus|signatures?|windows|office|browser|vendor|plugin|istio|calico|linux|distro|charts?|helm|kubernetes|k8s|kube|minors?|patch|modules?|kubectl|cli|node image|extension|azure local|solution)\b/;

const CURRENT =
  /\b(?:it|this|that|ours|which) is (?:really |already |still |now )?the (?:newest|latest)(?: one)?(?: there is| you have| available| around| of all)?(?=\s*(?:$|[,.;!)]))|\b(?:installed|have|got|put|running|run) the (?:newest|latest) one\b|\bnothing (?:newer|more recent)\b|\baks[- ](?:hybrid|hci|arc):? (?:newest|latest)(?=\s*(?:$|[,.;]))|\b(?:(?:newest|latest|current)(?: one| release| version| build)? (?:is )?installed|aks (?:hybrid |arc |hci )?(?:is|ist) (?:the |on the |at the )?(?:latest|newest|current|up to date)(?! release| version| build)|fully (?:current|up to date|patched)|(?:on|at|have|run|runs|running|is|with|installed|got|use|updated to|upgraded to|hybrid|=|has)\s+(?:it )?(?:the )?(?:aks )?(?:very )?(?:newest|latest|current|most recent|neueste\w*|aktuelle\w*|derniere|ultima)(?: available)?(?: published)?(?: aks| public| preview| hybrid)*(?: release| version| build| update)|(?:newest|latest|current|neuestes?|aktuelles?) (?:aks )?(?:release|build|version|preview build)(?= |,|\.|$)(?! (?:is|has|was|came|comes|appeared|from|dates?|dated|out\b|in the list|listed|of (?:the )?(?:chart|helm|calico)))|(?:aks )?release (?:itself )?is (?:up to date|current|the (?:newest|latest))|no newer (?:release|version)|get-akshciupdates (?:shows?|gives?|returns?|says) (?:nothing|empty|no)|0 releases behind|auf dem neuesten stand|(?<!mise )a jour|al dia)\b/g;
/** "Latest AKS release is installed", "we're on the latest as of today", "AKS is up to date", "an empty list of updates". */
const CURRENT_TOLD =
  /\b(?:latest|newest|current) (?:aks )?(?:(?:hybrid|hci|arc) )?(?:release|version|build) (?:is |was )?(?:already )?installed\b|\b(?:aks )?(?:release|version|build) (?:\w+ ){0,3}?is (?:the |already the |still the )(?:current|latest|newest|most recent)(?: one)?(?=\s*(?:$|[,.;!)]))|\b(?:we are|we're|cluster is|it is|it's|aks is|have|has|got|run|runs|running|use) (?:already |still |now )?(?:on )?the (?:latest|newest|most recent)(?= as of| since| today| already|\s*(?:$|[,.;!)]))|\baks(?:[- ]?(?:hci|hybrid|arc))?(?: itself)? (?:is |are )?(?:fully |always )?(?:up[- ]to[- ]date|current)\b|\bget-akshciupdates\b[^.;?]{0,24}\b(?:empty|nothing|none|no (?:updates?|entr\w+|rows?|newer))\b/g;
/** "Lists nothing?!" doubts as a question does. */
const IS_DOUBTED = /\?[!?\s]*["')\]]*\s*$/;
/** "Current" of something else. */
const NOT_THE_RELEASE =
  /\b(?:n being|today's|kubernetes|k8s|chart|helm|kubectl|driver|image|firmware|bios|cli|extension|module|agent|operator|calico|istio|windows|than|als|que|hinter|gegenuber|behind|newer|older|of the|when|get|to the|from)\W+(?:\w+\W+){0,2}$/;
const OTHER_SUBJECT =
  /\b(?:kubernetes|k8s|chart|helm|kubectl|cli|extension|module|drivers?|firmware|calico|istio|image|minor|kubelet|client|portal|docs?)\s*(?:is|are|was|version|on|at|which|that|also|already|,)?\s*$/;
/** "It is the newest" says nothing of what it is. */
const OF_ANYTHING = /^(?:it|this|that|ours|which|installed|have|has|got|put|running|run|runs|use|nothing)\b/;
const OTHER_THING =
  /\b(?:charts?|helm|kubectl|drivers?|images?|firmware|cli|extension|modules?|istio|calico|nginx|agents?|operator|plugin|kubernetes|k8s|node|pod|client|browser|bios)\b|(?<![\d.])1\.\d\d(?!\.\d\d\.\d)/;
const RELEASE_NEAR =
  /\b(?:releases?|aks|akshci|latest|newest|current|update|version|build|neueste\w*|aktuelle\w*|derniere?|ultima|ours|one)\b/;

/** "The pipeline is 3 builds behind": whose releases are counted. */
const SENTENCE_SUBJECT =
  /^\W*(?:(?:and|but|so|also|the|our|my|this|that|your) )*([a-z][\w-]*)(?: release| version)?(?: [\d.]+)? (?:is|are|was|were|lags?|trails?|stands?|sits?|runs?)\b/;
const OWN_SUBJECT =
  /^(?:aks\w*|releases?|versions?|clusters?|it|we|this|that|they|system|product|installation|platform|prod\w*|one|ours|everything|which|updates?|environment|env|hybrid|hosts?|what|there|builds?|here|site|plant|store|team|gap|distance|arc|newest|latest|number|n)$/;

/** Nothing but the product's own releases is counted here: its name, or none of the others, in the same breath. */
function isOfProduct(prose: Prose, p: Passage, at: number, end: number): boolean {
  const clause = clauseAt(p, at);
  const words = prose.low.slice(clause.start, Math.max(end, clause.end));
  const subject = SENTENCE_SUBJECT.exec(words)?.[1];
  if (subject !== undefined && !OWN_SUBJECT.test(subject)) return false;
  const other = OTHER_RELEASES.exec(words);
  return other === null || /\baks\b|\bakshci\b/.test(words.slice(other.index));
}

function behindFacts(prose: Prose): Found[] {
  const read = (p: Passage, m: RegExpExecArray): Found[] => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    if (isPlanned(prose, p, at) || isElsewhere(prose, p, at) || isDeniedCount(p, at) || isAsked(p, at)) return [];
    if (WAS_BEHIND.test(p.low.slice(0, m.index)) && NOW_CURRENT.test(p.low.slice(m.index + m[0].length)))
      return [typed('aksReleasesBehind', 0, evidenceSpan(p, at, p.end))];
    if (p.isQuestion && /\b(?:how many|wie viele|combien|cuantas)\b/.test(p.low)) return [];
    if (!isOfProduct(prose, p, at, end)) return [];
    const approx = HEDGED.test(prose.low.slice(Math.max(p.start, at - 24), at));
    return [typed('aksReleasesBehind', numberIn(m[1] ?? ''), evidenceSpan(p, at, end), { approx })];
  };
  return prose.passages.flatMap((p) => [
    ...(GAP.test(p.low) ? matchesOf(COUNTED, p.low) : [])
      .filter((m) => GAP.test(p.low.slice(Math.max(0, m.index - GAP_REACH), m.index + m[0].length + GAP_REACH)))
      .flatMap((m) => read(p, m)),
    ...(p.low.includes('behind') ? matchesOf(BARE_BEHIND, p.low).flatMap((m) => read(p, m)) : []),
    ...matchesOf(N_MINUS, p.low).flatMap((m) => (RELEASE_NEAR.test(prose.low) ? read(p, m) : [])),
  ]);
}

function beforeNewest(prose: Prose): Found[] {
  return prose.passages.flatMap((p) =>
    matchesOf(BEFORE_NEWEST, p.low).flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (!RELEASE_NEAR.test(prose.low) || OTHER_THING.test(p.low) || isNegated(p, at)) return [];
      if (isPlanned(prose, p, at) || isElsewhere(prose, p, at) || p.isQuestion) return [];
      return [typed('aksReleasesBehind', 1, evidenceSpan(p, at, end))];
    }),
  );
}

/** "We were three behind until last week, now we are current". */
const WAS_BEHIND = /\b(?:were|was|had been|used to be)\b[^.;,]{0,20}$/;
const NOW_CURRENT =
  /\b(?:now|since|today|meanwhile)\b[^.;]{0,24}\b(?:current|up[- ]to[- ]date|newest|latest|zero|none|0)\b(?!\.\d)/;

/** "Not two releases behind" denies; "did not install the last two updates" tells of them. */
const isDeniedCount = (p: Passage, at: number): boolean =>
  isNegated(p, at) &&
  !/\b(?:install\w*|apply|applied|have|got|done|made)\b[^,;]{0,24}$/.test(p.low.slice(0, at - p.start));

/** Parts of words without which nothing here is called current. */
const NEAR_CURRENT =
  /newe|late|curren|up[- ]to[- ]date|neu|aktuell|dernier|ultim|recent|behind|akshciupdates|jour|al dia/;

function currentFacts(prose: Prose): Found[] {
  return prose.passages
    .filter((p) => NEAR_CURRENT.test(p.low))
    .flatMap((p) =>
      [...matchesOf(CURRENT, p.low), ...matchesOf(CURRENT_TOLD, p.low)].flatMap((m) => {
        const at = p.start + m.index;
        const before = prose.low.slice(Math.max(p.start, at - 30), at);
        const isBare = /^(?:newest|latest|current|(?:das |die |the )?(?:neueste|aktuell|derniere|ultima))/.test(m[0]);
        if (isBare ? NOT_THE_RELEASE.test(before) : OTHER_SUBJECT.test(before)) return [];
        if (/\b(?:kubernetes|k8s|minor|patch version|module|kubectl|chart)\b/.test(m[0])) return [];
        if (OF_ANYTHING.test(m[0]) && OTHER_THING.test(p.low)) return [];
        // The preview channel lists previews: an empty list there says nothing of the releases.
        if (/get-akshciupdates/.test(m[0]) && /preview/.test(prose.doc.low)) return [];
        if (isNegated(p, at) || isPlanned(prose, p, at) || isElsewhere(prose, p, at) || IS_DOUBTED.test(p.low))
          return [];
        if (
          /\bbehind\b/.test(clauseAt(p, at).low) ||
          /^\s*(?:of (?:the )?(?:chart|helm|calico|istio)|is |was |has |younger|older)/.test(
            prose.low.slice(at + m[0].length, at + m[0].length + 16),
          )
        )
          return [];
        return [typed('aksReleasesBehind', 0, evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.hint + 0.5 })];
      }),
    );
}

/** That of two releases one is older. */
const APART =
  /\b(?:after ours|before (?:the|it|that)|older|behind|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|younger|newer|ahead|between|difference|distance|gap|apart|later than|alter|hinter(?:her)?|junger|zuruck|en retard|de retard|plus ancien\w*|plus vieux|mas antigu\w*|atrasad\w*|retraso)\b/g;
/** How far the length may stand from what it measures. */
const APART_REACH = 70;

function dayFacts(prose: Prose): Found[] {
  return prose.passages.flatMap((p) => {
    const gaps = matchesOf(APART, p.low);
    if (gaps.length === 0 || !RELEASE_NEAR.test(p.low)) return [];
    return timesOf(prose, p).flatMap((t) => {
      if (t.days === undefined || t.kind !== 'length' || t.future || isAsked(p, t.start)) return [];
      const gap = gaps.find((m) => isBeside(p, t, p.start + m.index, m[0].length));
      if (!gap || isPlanned(prose, p, t.start) || isElsewhere(prose, p, t.start)) return [];
      if (/\b(?:what|how)\b/.test(p.low) && p.isQuestion) return [];
      const subject = p.low.slice(Math.max(0, t.start - p.start - 46), t.start - p.start);
      const own = /\baks\b|\breleases?\b/;
      const other = OTHER_AGE.exec(subject);
      if (other && !own.test(subject.slice(other.index))) return [];
      const approx = t.approx || /\b(?:some|around|about|ca\.?|roughly|approx\.?|~|almost|nearly)\s*$/.test(subject);
      const bounds = t.approx ? { min: t.min, max: t.max } : {};
      const at = p.start + gap.index;
      const span = evidenceSpan(p, Math.min(at, t.start), Math.max(at + gap[0].length, t.end));
      return [typed('daysBehindLatestRelease', t.days, span, { approx, ...bounds })];
    });
  });
}

/** Other things also get old: a cluster, a certificate, an agent's signatures. */
const OTHER_AGE = new RegExp(`${OTHER_RELEASES.source}|\\b(?:certificates?|cluster|nodes?|sync\\w*|backups?)\\b`);

/** "Behind: 58 days", "three releases behind, 80 days", "behind: 2 releases / 58 days". */
const JOINED = /^[\s,:(=]*(?:\d+ releases? ?[/,] ?)?$/;

/** The length stands beside the word, in the same breath. */
function isBeside(p: Passage, t: Time, at: number, length: number): boolean {
  const [from, to] = t.start < at ? [t.end, at] : [at + length, t.start];
  const between = p.low.slice(Math.max(0, from - p.start), to - p.start);
  return (
    to >= from &&
    between.length <= APART_REACH &&
    (!/[,;:()]/.test(between.replace(/:\s*$/, '')) || JOINED.test(between))
  );
}

export const releaseDistance = (prose: Prose): Found[] => [
  ...behindFacts(prose),
  ...beforeNewest(prose),
  ...currentFacts(prose),
  ...dayFacts(prose),
  ...releaseDates(prose),
];
