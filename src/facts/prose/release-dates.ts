/** How far the installed AKS release is behind, told by two dates: "ours is from 8 September, the newest from 7 November". */

import { type Found, typed } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isPlanned, type Prose } from '../stance.ts';
import type { Time } from '../times.ts';

const NEWEST =
  /\b(?:newest|latest|most recent|last (?:one|release|build|version)|newer one|neueste\w*|aktuellste\w*|derniere?|plus recente?|ultim[ao]|mas reciente)\b/g;
const OURS =
  /\b(?:ours?|installed|we (?:run|have|use|are on)|running|mine|my|unsere?\w*|wir haben|installiert\w*|la notre|le notre|notre|nuestr[ao]|instalad[ao])\b/g;
const RELEASE = /\b(?:releases?|versions?|builds?|updates?|aks(?:[- ]?(?:hci|hybrid))?|akshci)\b/;
/** Dates of other things that age. */
const OTHER_THING =
  /\b(?:kubernetes|k8s|minor|certificates?|charts?|helm|calico|istio|firmware|bios|drivers?|node image|azure local|agent|backup|sync\w*|contact|stopp?ed|suspended)\b/;
/** How far in front of a date the words that say whose it is may stand. */
const LABEL_REACH = 70;

type Dated = { time: Time; start: number; end: number; whose: 'newest' | 'ours' | undefined };

const last = (re: RegExp, text: string): number => matchesOf(re, text).at(-1)?.index ?? -1;

/** Points in time in the text, each with whose release the words in front of it name. */
function datedReleases(prose: Prose): Dated[] {
  return prose.times.flatMap((time, i) => {
    if (time.kind !== 'point' || time.future || (time.days ?? time.min) === undefined) return [];
    const from = Math.max(prose.times[i - 1]?.end ?? 0, time.start - LABEL_REACH);
    const words = prose.low.slice(from, time.start);
    const [newest, ours] = [last(NEWEST, words), last(OURS, words)];
    if (OTHER_THING.test(words)) return [];
    const whose = newest < 0 && ours < 0 ? undefined : newest > ours ? ('newest' as const) : ('ours' as const);
    return whose !== undefined || RELEASE.test(words) ? [{ time, start: time.start, end: time.end, whose }] : [];
  });
}

/** Two dates that stand further apart belong to two stories. */
const PAIR_REACH = 120;

export function releaseDates(prose: Prose): Found[] {
  if (!RELEASE.test(prose.low)) return [];
  const dated = datedReleases(prose);
  const newest = dated.filter(({ whose }) => whose === 'newest');
  const named = dated.filter(({ whose }) => whose === 'ours');
  const ours = named.length > 0 ? named : dated.filter(({ whose }) => whose === undefined);
  const [a, b] = [ours[0], newest[0]];
  if (!a || !b || ours.length > 1 || newest.length > 1) return [];
  const [start, end] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
  const p = prose.passages.find((x) => a.start >= x.start && a.start < x.end);
  if (end - start > PAIR_REACH || !p || isPlanned(prose, p, a.start) || isElsewhere(prose, p, a.start)) return [];
  const apart = between(a.time, b.time);
  return apart ? [typed('daysBehindLatestRelease', apart.days, { start, end }, apart)] : [];
}

/** Days between two points; where one is known within bounds only, so are the days. */
function between(a: Time, b: Time): { days: number; approx: boolean; min?: number; max?: number } | undefined {
  const [from, to] = [bounds(a), bounds(b)];
  const [min, max] = [from.min - to.max, from.max - to.min];
  if (max < 0) return undefined;
  if (min === max) return { days: min, approx: false };
  return { days: Math.max(0, Math.round((min + max) / 2)), approx: true, min: Math.max(0, min), max };
}

const bounds = ({ days = 0, min = days, max = days }: Time): { min: number; max: number } => ({ min, max });
