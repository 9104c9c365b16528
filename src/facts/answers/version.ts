/** Replies about versions and distances: a bare number is enough. */

import type { FactName } from '../../model/facts.ts';
import { matchesOf } from '../matches.ts';
import { plainVersion } from '../versions.ts';
import { type AnswerReader, firstTime, type Part, yesNo } from './reading.ts';

const ALL_VERSIONS = /\bv?1\.[1-4]\d(?:\.\d{1,2})?(?![.\d])/g;
const CLIENT_NEAR = /\b(?:kubectl|client)\b[^\d]{0,24}$/;
const CLIENT_BEHIND = /^[\s,]*(?:\(|is |was )?(?:the |my )?(?:kubectl|client)/;

/** "1.29 or 1.30", "between 1.28 and 1.30": one of these, the newest at most. */
const ONE_OF = /\d\s*(?:or|oder|ou|o|to|bis|-|–|\/)\s*v?1\.\d|\bbetween\b|\b(?:either|one of)\b/;

/** A reply of nothing but the number: ".33", "33", "1 33 5", "one thirty three". */
const BARE_MINOR = /^(?:it'?s |we'?re on |on )?\.?([23]\d)(?:\.(\d{1,2}))?$/;
const SPACED = /^(?:v|it'?s )?1 ([23]\d)(?: (\d{1,2}))?$/;
const SPOKEN =
  /^(?:it'?s |we'?re on )?one (?:dot |point )?(twenty|thirty)[- ]?(one|two|three|four|five|six|seven|eight|nine)?$/;

function bareVersion(low: string): string | undefined {
  const words = low.replace(/[\s.!,]+$/, '').trim();
  const m = BARE_MINOR.exec(words) ?? SPACED.exec(words);
  if (m) return m[2] === undefined ? `1.${m[1]}` : `1.${m[1]}.${m[2]}`;
  const said = SPOKEN.exec(words);
  return said ? `1.${(said[1] === 'twenty' ? 20 : 30) + SPOKEN_UNITS.indexOf(said[2] ?? '')}` : undefined;
}
const SPOKEN_UNITS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const FROM_TO = /\bfrom v?(1\.\d\d(?:\.\d{1,2})?) (?:to|->) v?(1\.\d\d(?:\.\d{1,2})?)\b/;
const MOVED = /\b(?:went|moved|upgraded|updated|came|was|were|did|done|finished|after|since|now)\b/;

function version(low: string): Part | undefined {
  const bare = bareVersion(low);
  if (bare !== undefined) return { value: bare };
  const own = matchesOf(ALL_VERSIONS, low)
    .filter((m) => !CLIENT_NEAR.test(low.slice(0, m.index)) && !CLIENT_BEHIND.test(low.slice(m.index + m[0].length)))
    .map((m) => plainVersion(m[0]));
  // "1.28, no sorry, 1.33.5": the last one stands.
  // "From 1.30.14 to 1.31.13", said of an upgrade that is under way: it stands where it came from.
  const move = FROM_TO.exec(low);
  if (move) return { value: MOVED.test(low) ? (move[2] ?? '') : (move[1] ?? '') };
  const corrects = /\b(?:sorry|correction|no wait|i mean|korrektur|rather)\b/.test(low);
  if (own.length > 1 && !corrects && ONE_OF.test(low)) return oneOf(own);
  const chosen = corrects ? own.at(-1) : own[0];
  return chosen === undefined ? undefined : { value: chosen };
}

/** Minors in the bounds, the newest of them as the value. */
function oneOf(versions: readonly string[]): Part {
  const minors = versions.map((one) => Number(one.split('.')[1]));
  const [min, max] = [Math.min(...minors), Math.max(...minors)];
  return min === max ? { value: `1.${max}` } : { value: `1.${max}`, approx: true, min, max };
}

const STATUS: readonly [RegExp, string][] = [
  [
    /\b(?:gone|not (?:in|on) (?:the|any)|not (?:listed|offered|available|there)|no longer|not supported|unsupported|deprecated|out of support|too old|expired|old one|veraltet|nicht mehr)\b/,
    'deprecated',
  ],
  [/\bremoved|entfernt\b/, 'removed'],
  [
    /\b(?:supported|listed|offered|available|in (?:the )?(?:list|support)|current|up to date|unterstutzt|supportee?)\b/,
    'supported',
  ],
];

/** "Exceeds the supported version skew" says nothing of the minor. */
const OF_SKEW = /\bsupported (?:minor )?(?:version )?skew\b/g;

function k8s(words: string): ReturnType<AnswerReader> {
  const low = words.replace(OF_SKEW, '');
  const value = version(low);
  const status = STATUS.find(([re]) => re.test(low))?.[1];
  return { ...(value ? { k8sVersion: value } : {}), ...(status ? { k8sMinorStatus: { value: status } } : {}) };
}

const NUMBER: Record<string, number> = {
  no: 0,
  none: 0,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
};
const AMOUNT = new RegExp(`\\b(\\d{1,3}|${Object.keys(NUMBER).join('|')})\\b`);
const NEWEST = /\b(?:newest|latest|up to date|current(?! one)|fully|most recent|neueste|aktuell|al dia|a jour)\b/;
const GUESS = /\b(?:about|around|maybe|approx|ca|some|roughly|i think|or|at least|probably|etwa|ungefahr|environ)\b|~/;

/** A longer text counts releases only where it speaks of them. */
const COUNT_MAX = 20;
const OF_RELEASES =
  /\b(?:releases?|versions?|behind|newer|older|updates?|ones?|back|newest|latest|builds?|versionen|retard|atras\w*)\b/;

/** "Two releases behind", "zero behind". */
const BEHIND = new RegExp(
  `\\b(\\d{1,2}|${Object.keys(NUMBER).join('|')}) (?:(?:\\w+ )?(?:releases?|versions?) )?behind\\b`,
);

function releases(low: string): ReturnType<AnswerReader> {
  const release = /\b1\.\d\.\d{1,2}\.1\d{4}\b/.exec(low)?.[0];
  if (release) return { aksRelease: { value: release } };
  const told = BEHIND.exec(low)?.[1];
  if (told !== undefined)
    return { aksReleasesBehind: { value: NUMBER[told] ?? Number(told), approx: GUESS.test(low) } };
  const t = firstTime(low, { today: '2000-01-01' });
  if (t && t.kind === 'length' && t.days !== undefined) return days(low);
  if (
    /^(?:(?:it|this|we|that|is|are|on|the|have|'s|re|it's|we're) )*(?:newest|latest|current|up to date)\b/.test(low) &&
    !/\bbehind|newer\b/.test(low)
  )
    return { aksReleasesBehind: { value: 0 } };
  // "11 September till yesterday" counts no releases.
  // "Will you be quick? My train leaves at 5" counts none either.
  const isCount = t?.kind !== 'point' && (low.length <= COUNT_MAX || OF_RELEASES.test(low));
  const n = isCount ? AMOUNT.exec(low)?.[1] : undefined;
  if (n !== undefined && !/\b\d+\.\d+/.test(low))
    return { aksReleasesBehind: { value: NUMBER[n] ?? Number(n), approx: GUESS.test(low) } };
  return NEWEST.test(low) ? { aksReleasesBehind: { value: 0 } } : {};
}

function days(low: string): ReturnType<AnswerReader> {
  const t = firstTime(low, { today: '2000-01-01' });
  const bare = /^\W*(\d{1,3})\W*$/.exec(low)?.[1];
  if (bare) return { daysBehindLatestRelease: { value: Number(bare) } };
  if (t?.kind !== 'length' || t.days === undefined)
    return NEWEST.test(low)
      ? { daysBehindLatestRelease: { value: 0 }, aksReleasesBehind: { value: 0 } }
      : releasesOnly(low);
  const bounds = { ...(t.min === undefined ? {} : { min: t.min }), ...(t.max === undefined ? {} : { max: t.max }) };
  return { daysBehindLatestRelease: { value: t.days, approx: t.approx, ...(t.approx ? bounds : {}) } };
}

function releasesOnly(low: string): ReturnType<AnswerReader> {
  const n =
    /\b(\d{1,2}|one|two|three|four|five|zwei|drei|deux|trois|dos|tres)\b[^.]{0,20}\b(?:releases?|newer|versions?|ones|behind)/.exec(
      low,
    )?.[1];
  return n === undefined ? {} : { aksReleasesBehind: { value: NUMBER[n] ?? Number(n), approx: GUESS.test(low) } };
}

const TRAIN = /(?<![\d.])2[3-9](?:0[1-9]|1[0-2])(?![\d.])/;
const SOLUTION = /\b1[0-2]\.(2[3-9](?:0[1-9]|1[0-2]))\.\d/;

export function trainOf(low: string): string | undefined {
  return SOLUTION.exec(low)?.[1] ?? TRAIN.exec(low)?.[0];
}

function count(fact: FactName): AnswerReader {
  return (low) => {
    const n = AMOUNT.exec(low)?.[1];
    return n === undefined || n === 'no' ? {} : { [fact]: { value: NUMBER[n] ?? Number(n), approx: GUESS.test(low) } };
  };
}

/** Replies that are one word and no name. */
const NOT_A_NAME =
  /^(?:yes|no|none|nope|ja|nein|oui|non|si|ok|okay|sure|running|stopped|active|connected|offline|online|supported|nothing|never|always|all|both|linux|windows|calico|flannel|unknown|default|latest|newest|today|yesterday|thanks|help)$/;
const CNIS = /\b(calico|flannel|cilium)\b/;

export const versionAnswers: { [N in FactName]?: AnswerReader } = {
  k8sVersion: k8s,
  k8sMinorStatus: (low) => {
    const read = k8s(low);
    const yes = yesNo(low);
    return read.k8sVersion || read.k8sMinorStatus || yes === undefined
      ? read
      : { k8sMinorStatus: { value: yes ? 'supported' : 'deprecated' } };
  },
  kubectlVersion: (low) => {
    const value = matchesOf(ALL_VERSIONS, low).map((m) => m[0])[0];
    return value ? { kubectlVersion: { value: plainVersion(value) } } : {};
  },
  aksRelease: (low) => (/^\W*(?:no|none)\b/.test(low) ? {} : releases(low)),
  aksReleasesBehind: releases,
  daysBehindLatestRelease: days,
  azureLocalRelease: (low) => {
    const value = trainOf(low);
    return value ? { azureLocalRelease: { value } } : {};
  },
  nodeCount: count('nodeCount'),
  nodesNotReady: count('nodesNotReady'),
  nodeOs: (low) => {
    const [linux, windows] = [/\blinux|mariner\b/.test(low), /\bwindows\b/.test(low)];
    if (/\b(?:both|mixed|beide|gemischt)\b/.test(low) || (linux && windows)) return { nodeOs: { value: 'mixed' } };
    return linux || windows ? { nodeOs: { value: linux ? 'linux' : 'windows' } } : {};
  },
  cni: (low) => {
    const value = CNIS.exec(low)?.[1];
    return value ? { cni: { value } } : {};
  },
  clusterName: (low) => {
    const value =
      /^\W*(?:(?:it is|its|it's|the|name is|called|cluster)\s)*["'`]?([a-z0-9][a-z0-9-]{1,62})["'`]?\W*$/.exec(
        low,
      )?.[1];
    return value && /\D/.test(value) && !NOT_A_NAME.test(value) ? { clusterName: { value } } : {};
  },
};
