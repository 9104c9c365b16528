/** Compares what an issue says of builds with what the person runs. Says nothing where the two cannot be compared. */
import { readYaml } from '../../knowledge/load.ts';
import { AksReleases } from '../../knowledge/schema/versions.ts';
import type { IssueQuery, StoredIssue } from '../model/known-issue.ts';

type Versions = NonNullable<IssueQuery['versions']>;

const BUILD = /\b1\.0\.\d{1,2}(?:\.(?:\d{4,5}|x))?(?![\d.])/;
const TRAIN = /\b2[2-9](?:0[1-9]|1[0-2])\b/;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = new RegExp(`\\b(${MONTHS.join('|')}) (20\\d\\d)\\b`, 'i');
const DAY = /\b(20\d\d)-(\d\d)(?:-\d\d)?\b/;

/** Negative where a is older. `x` is as old as the oldest of its row. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => (part === 'x' ? 0 : Number(part))));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

let months: Map<string, string> | undefined;
/** `YYYY-MM` of a build, where the release table knows it. */
function monthOf(build: string): string | undefined {
  months ??= new Map(
    readYaml('versions/aks-releases.yaml', AksReleases).releases.flatMap(({ tag, builds, date, month }) => {
      const train = /(\d\d)(\d\d)$/.exec(tag);
      const known = date?.slice(0, 7) ?? month ?? (train ? `20${train[1]}-${train[2]}` : undefined);
      return known === undefined ? [] : builds.map((of): [string, string] => [of, known]);
    }),
  );
  return months.get(build);
}

const monthIn = (text: string): string | undefined => {
  const named = MONTH.exec(text);
  if (named) return `${named[2]}-${String(MONTHS.indexOf((named[1] as string).toLowerCase()) + 1).padStart(2, '0')}`;
  const day = DAY.exec(text);
  return day ? `${day[1]}-${day[2]}` : undefined;
};

const verdict = (older: boolean, fix: string, yours: string): string =>
  older ? `Fixed in ${fix}; you run ${yours}.` : `You run ${yours}, which is past the fix (${fix}).`;

/** One sentence, or null where nothing can be compared. */
export function versionNote(issue: Pick<StoredIssue, 'fixedIn' | 'affects'>, versions: Versions): string | null {
  return (issue.fixedIn === null ? null : fixNote(issue.fixedIn, versions)) ?? affectsNote(issue.affects, versions);
}

function fixNote(fixedIn: string, { aksRelease, azureLocal }: Versions): string | null {
  const build = /\bmodule\b/i.test(fixedIn) ? undefined : BUILD.exec(fixedIn)?.[0];
  if (build !== undefined && aksRelease !== undefined) {
    // "later than" and "improved" leave the named build itself open.
    const compared = compareVersions(aksRelease, build);
    if (compared === 0 && /\blater than|\bafter\b/i.test(fixedIn)) return verdict(true, fixedIn, aksRelease);
    return verdict(compared < 0, fixedIn, aksRelease);
  }
  if (azureLocal !== undefined) {
    const train = TRAIN.exec(fixedIn)?.[0];
    const yours = TRAIN.exec(azureLocal)?.[0];
    return train === undefined || yours === undefined ? null : verdict(yours < train, fixedIn, yours);
  }
  const month = monthIn(fixedIn);
  const yours = aksRelease === undefined ? undefined : monthOf(aksRelease);
  if (month === undefined || yours === undefined) return null;
  return verdict(/\bafter\b/i.test(fixedIn) ? yours <= month : yours < month, fixedIn, aksRelease as string);
}

function affectsNote(affects: StoredIssue['affects'], { aksRelease, kubernetes }: Versions): string | null {
  for (const said of affects.aksRelease) {
    if (aksRelease === undefined) break;
    const build = BUILD.exec(said)?.[0];
    const compared = build === undefined ? undefined : compareVersions(aksRelease, build);
    if (compared === 0) return `Reported on your build, ${aksRelease}.`;
    if (compared !== undefined && /\b(?:and|or) (?:older|earlier)\b/i.test(said)) {
      return compared < 0
        ? `Reported up to ${build}; you run ${aksRelease}.`
        : `Reported up to ${build}; you run the newer ${aksRelease}.`;
    }
    const month = monthIn(said);
    if (month !== undefined && monthOf(aksRelease) === month) return `Reported on your release, ${said}.`;
  }
  const minor = kubernetes?.match(/\d+\.\d+/)?.[0];
  const same =
    minor === undefined
      ? undefined
      : affects.kubernetes.find((version) => `${version.replace(/^v/, '')}.`.startsWith(`${minor}.`));
  return same === undefined ? null : `Reported on Kubernetes ${same}; you run ${kubernetes}.`;
}
