/** The day on which the cluster's Kubernetes minor first came out for the product: the year of A09 counts from it. */
import { evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isAsked, isElsewhere, isNegated, isPlanned, type Prose, timesOf } from '../stance.ts';
import { exactDay } from '../times.ts';

const CAME_OUT =
  /\b(?:releas(?:ed|e date|e day)|(?:had|has) (?:its|the|a) (?:first |initial )?release|release (?:of|for|with) (?:our |the |this |my )?(?:kubernetes |k8s )?(?:minor|v?1\.\d\d)|came out|come out|published|launched|shipped|introduced|appeared|made available|(?:is|are|was|became|been) (?:generally )?available|available(?= since| from| as of)|ga|out(?= since| on)|first (?:offered|listed|available|on|in)|(?:got|received|brought|offers?|offered) (?:kubernetes |k8s |the )?(?:minor )?(?:v?1\.\d\d))\b/g;
/** The minor, not one of its patches: 1.33, not 1.33.5. */
const MINOR = /\bminors?\b|(?<![\d.])v?1\.(?:1[6-9]|[2-4]\d)(?:\.x)?(?![.\d]*\d)/;
/** What else comes out on a day. */
const OTHER =
  /\b(?:apps?|application|charts?|helm|istio|calico|images?|module|kubectl|client|patch|fix|article|extension|azure local|solution|upstream|firmware|driver|operator|plugin|tool|we (?:have )?(?:released|published|launched|shipped))\b/;
const REACH = 60;
/** "We have 1.33. It came out on …": the sentence before named it. */
const IT =
  /^\W*(?:it|that one|this one|that minor|this minor)(?:'s| is| was| has)?(?: (?:first|only|already))?(?: is| was| has| came| got| published| released| appeared)\b/;

const isSaid = (prose: Prose, p: Passage, at: number): boolean =>
  !p.isQuestion && !isAsked(p, at) && !isPlanned(prose, p, at) && !isElsewhere(prose, p, at) && !isNegated(p, at);

export function minorReleased(prose: Prose): Found[] {
  return prose.passages.flatMap((p) => {
    const previous = IT.test(p.low) ? prose.passages[p.index - 1] : undefined;
    if (!(MINOR.test(p.low) || (previous && MINOR.test(previous.low))) || OTHER.test(p.low)) return [];
    return matchesOf(CAME_OUT, p.low).flatMap((m) => {
      const [at, end] = [p.start + m.index, p.start + m.index + m[0].length];
      const t = timesOf(prose, p).find(
        (x) => x.kind === 'point' && !x.future && (x.start >= end ? x.start - end < REACH : at - x.end < REACH),
      );
      const day = t && exactDay(t, prose.doc.today);
      if (!t || !day || !isSaid(prose, p, at)) return [];
      return [typed('k8sMinorReleasedOn', day, evidenceSpan(p, Math.min(at, t.start), Math.max(end, t.end)))];
    });
  });
}
