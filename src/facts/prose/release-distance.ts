/** How far the installed AKS release is behind: in releases, in days. */

import { evidenceSpan } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, type Prose } from '../stance.ts';
import { timesIn } from '../times.ts';

const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  single: 1,
};
const N = `\\d{1,2}|${Object.keys(WORDS).join('|')}`;
const RELEASE =
  '(?:aks |akshci |product )?(?:releases?|versions?|updates?|release-?s?tande?|monthly (?:releases?|updates?)|ones|releasen?|versionen|versiones|mises a jour|actualizaciones)';

const BEHIND: readonly RegExp[] = [
  new RegExp(
    `\\b(${N}) (?:\\w+ )?${RELEASE} (?:behind|too old|older|back|late|hinterher|hinter|zuruck|en retard|de retard|por detras|atras|missing)`,
    'g',
  ),
  new RegExp(`\\b(?:behind|hinterher|en retard|zuruck)[ :]{1,2}(?:by |of |um |de |: ?)?(${N}) ${RELEASE}\\b`, 'g'),
  new RegExp(
    `\\b(?:are|is|were|shows?|lists?|see|there are|exist|gibt es|hay|il y a|offers?|came out|have been|out|published|released)\\b[^.;]{0,20}?\\b(${N}) (?:newer|more recent|later|neuere|plus recent\\w*|mas nuev\\w*)(?: ${RELEASE}| than)?`,
    'g',
  ),
  new RegExp(`\\b(${N}) (?:newer|more recent|neuere) (?:${RELEASE}|ones?)`, 'g'),
  new RegExp(
    `\\b(?:are|is|we're|,|:|^|only|just|still)\\s?(?:now |only |still |at least )?(${N}) behind(?= the (?:newest|latest|current)|\\s*(?:$|[,.;!?)])| now| so)`,
    'g',
  ),
  new RegExp(`\\b(?:skipped|missed|left out|did not install|ausgelassen) (?:the last |the )?(${N}) ${RELEASE}`, 'g'),
];
const CURRENT =
  /\b(?:it|this|that|ours|which) is (?:really |already |still |now )?the (?:newest|latest)(?: one)?(?: there is| you have| available| around| of all)?(?=\s*(?:$|[,.;!)]))|\b(?:installed|have|got|put|running|run) the (?:newest|latest) one\b|\bnothing (?:newer|more recent)\b|\baks[- ](?:hybrid|hci|arc):? (?:newest|latest)(?=\s*(?:$|[,.;]))|\b(?:(?:newest|latest|current)(?: one| release| version| build)? (?:is )?installed|aks (?:hybrid |arc |hci )?(?:is|ist) (?:the |on the |at the )?(?:latest|newest|current|up to date)(?! release| version| build)|fully (?:current|up to date|patched)|(?:on|at|have|run|runs|running|is|with|installed|got|use|updated to|upgraded to|hybrid|=|has)\s+(?:it )?(?:the )?(?:aks )?(?:very )?(?:newest|latest|current|most recent|neueste\w*|aktuelle\w*|derniere|ultima)(?: available)?(?: published)?(?: aks| public| preview| hybrid)*(?: release| version| build| update)|(?:newest|latest|current|neuestes?|aktuelles?) (?:aks )?(?:release|build|version|preview build)(?= |,|\.|$)(?! (?:is|has|was|of (?:the )?(?:chart|helm|calico)))|(?:aks )?release (?:itself )?is (?:up to date|current|the (?:newest|latest))|no newer (?:release|version)|get-akshciupdates (?:shows?|gives?|returns?|says) (?:nothing|empty|no)|0 releases behind|auf dem neuesten stand|a jour|al dia)\b/g;
/** "Latest AKS release is installed", "we're on the latest as of today". */
const CURRENT_TOLD =
  /\b(?:latest|newest|current) (?:aks )?(?:release|version|build) (?:is |was )?(?:already )?installed\b|\b(?:we are|we're|cluster is|it is|it's|aks is) (?:already |still |now )?on the (?:latest|newest)(?= as of| since| today| already|\s*(?:$|[.,;!)]))|\bget-akshciupdates (?:is|was|comes back|shows?|lists?) (?:empty|nothing|no)\b/g;
/** "Lists nothing?!" doubts as a question does. */
const IS_DOUBTED = /\?[!?\s]*["')\]]*\s*$/;
/** Somebody else's releases: "our ERP is three releases behind". */
const OTHER_BEHIND =
  /\b(?:erp|sap|sql|app|application|database|driver|firmware|bios|agent|antivirus|signatures?|windows|office|browser|vendor|plugin|istio|calico|linux|distro|chart)\b[^.;,]{0,24}$/;
/** "Current" of something else. */
const NOT_THE_RELEASE =
  /\b(?:kubernetes|k8s|chart|helm|kubectl|driver|image|firmware|bios|cli|extension|module|agent|operator|calico|istio|windows|than|behind|newer|older|of the|when|get|to the|from)\W+(?:\w+\W+){0,2}$/;
const OTHER_SUBJECT =
  /\b(?:kubernetes|k8s|chart|helm|kubectl|cli|extension|module|drivers?|firmware|calico|istio|image|minor|kubelet|client|portal|docs?)\s*(?:is|are|was|version|on|at|which|that|also|already|,)?\s*$/;
/** "It is the newest" says nothing of what it is. */
const OF_ANYTHING = /^(?:it|this|that|ours|which|installed|have|got|put|running|run|nothing)\b/;
const OTHER_THING =
  /\b(?:charts?|helm|kubectl|drivers?|images?|firmware|cli|extension|modules?|istio|calico|nginx|agents?|operator|plugin|kubernetes|k8s|node|pod|client|browser|bios)\b|(?<![\d.])1\.\d\d(?!\.\d\d\.\d)/;
const DAYS_OLDER =
  /\b(?:after ours|older|behind|younger|newer|alter|hinter(?:her)?|junger|zuruck|en retard|de retard|plus ancien\w*|plus vieux|mas antigu\w*|atrasad\w*|retraso)\b/g;
const RELEASE_NEAR =
  /\b(?:releases?|aks|akshci|latest|newest|current|update|version|build|neueste\w*|aktuelle\w*|derniere?|ultima|ours|one)\b/;
/** Kubernetes minors, nodes and certificates also get old. */
const OTHER_AGE = /\b(?:kubernetes|k8s|node image|certificate|cluster is|chart)\b[^.;]{0,40}$/;

const count = (word: string): number => WORDS[word] ?? Number(word);

function behindFacts(prose: Prose): Found[] {
  return prose.passages.flatMap((p) =>
    BEHIND.flatMap((re) =>
      matchesOf(re, p.low).flatMap((m) => {
        const at = p.start + m.index;
        if (isPlanned(prose, p, at) || isElsewhere(prose, p, at) || isNegated(p, at)) return [];
        if (OTHER_BEHIND.test(prose.low.slice(Math.max(p.start, at - 40), at)) || isAsked(p, at)) return [];
        if (
          /\b(?:kubernetes|k8s|minor|patch|chart|helm|module)\b/.test(m[0]) ||
          /\b(?:kubernetes|k8s|minors?|helm|chart)\b/.test(prose.low.slice(Math.max(p.start, at - 24), at))
        )
          return [];
        const hedged = /\b(?:about|around|approx\.?|ca\.?|maybe|at least|i think|or|some)\s*$|\b\d\s?(?:-|to)\s?$/.test(
          prose.low.slice(Math.max(p.start, at - 14), at),
        );
        return [
          typed('aksReleasesBehind', count(m[1] ?? ''), evidenceSpan(p, at, at + m[0].length), { approx: hedged }),
        ];
      }),
    ),
  );
}

function currentFacts(prose: Prose): Found[] {
  return prose.passages.flatMap((p) =>
    [...matchesOf(CURRENT, p.low), ...matchesOf(CURRENT_TOLD, p.low)].flatMap((m) => {
      const at = p.start + m.index;
      const before = prose.low.slice(Math.max(p.start, at - 30), at);
      const isBare = /^(?:newest|latest|current)/.test(m[0]);
      if (isBare ? NOT_THE_RELEASE.test(before) : OTHER_SUBJECT.test(before)) return [];
      if (/\b(?:kubernetes|k8s|minor|patch version|module|kubectl|chart)\b/.test(m[0])) return [];
      if (OF_ANYTHING.test(m[0]) && OTHER_THING.test(p.low)) return [];
      if (isNegated(p, at) || isPlanned(prose, p, at) || isElsewhere(prose, p, at) || IS_DOUBTED.test(p.low)) return [];
      if (
        /\bbehind\b/.test(p.low) ||
        /^\s*(?:of (?:the )?(?:chart|helm|calico|istio)|is |was |has |younger|older)/.test(
          prose.low.slice(at + m[0].length, at + m[0].length + 16),
        )
      )
        return [];
      return [typed('aksReleasesBehind', 0, evidenceSpan(p, at, at + m[0].length), { weight: WEIGHT.hint + 0.5 })];
    }),
  );
}

function dayFacts(prose: Prose): Found[] {
  return prose.passages.flatMap((p) =>
    matchesOf(DAYS_OLDER, p.low).flatMap((m) => {
      const at = p.start + m.index;
      const end = at + m[0].length;
      const before = prose.low.slice(Math.max(p.start, at - 46), at);
      const t = timesIn(before, prose.doc.today).at(-1) ?? undefined;
      const behindOf =
        t === undefined ? timesIn(prose.low.slice(end, Math.min(p.end, end + 30)), prose.doc.today)[0] : undefined;
      const found = t && before.length - t.end < 14 ? t : behindOf && behindOf.start < 22 ? behindOf : undefined;
      if (!found || found.days === undefined || found.kind !== 'length') return [];
      if (!RELEASE_NEAR.test(p.low) || OTHER_AGE.test(before) || isPlanned(prose, p, at) || isElsewhere(prose, p, at))
        return [];
      const approx =
        found.approx || /\b(?:some|around|about|ca\.?|roughly|approx\.?|~|almost|nearly)\s*\d/.test(before);
      const bounds = found.approx ? { min: found.min, max: found.max } : {};
      return [
        typed('daysBehindLatestRelease', found.days, evidenceSpan(p, Math.max(p.start, at - 20), end), {
          approx,
          ...bounds,
        }),
      ];
    }),
  );
}

export const releaseDistance = (prose: Prose): Found[] => [
  ...behindFacts(prose),
  ...currentFacts(prose),
  ...dayFacts(prose),
];
