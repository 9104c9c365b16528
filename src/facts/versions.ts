/** Shapes of the version numbers that people mix up; what a number means is decided by its fields first, by words second. */

/** AKS hybrid / AKS on Windows Server release: four numbers, the last is 1 and the build's month and day. */
export const AKS_RELEASE = /(?<![\d.\w-])1\.\d\.\d{1,2}\.1(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d])(?!\.\d)/g;
/** First public previews; taken only where a cmdlet or the word release stands in front. */
export const AKS_PREVIEW_RELEASE = /(?<![\d.\w])0\.9\.\d\.\d(?![\d.])/g;
/** Kubernetes: 1.MM or 1.MM.PP, optionally with v and a package suffix. */
export const KUBERNETES =
  /(?<![\d.,\w/\\-]|\w\.|\d:)v?(1\.(?:1[6-9]|[2-4]\d)(?:\.\d{1,2})?)(?:\+[\w.]+|-[a-z][\w.-]*)?(?![\d\w]|\.\d)/g;
/** Azure Local solution: OS family, train, feature, build. */
export const SOLUTION = /(?<![\d.\w])1[0-2]\.(2[3-9](?:0[1-9]|1[0-2]))\.\d{1,4}(?:\.\d{1,4})?(?![\d.]\d)/g;
/** Release train of Azure Local: YYMM. */
export const TRAIN = /(?<![\d.,/\\-]|\w|\d:)2[3-9](?:0[1-9]|1[0-2])(?![\d\w]|[.:,-]\d)/g;
/** Builds of host operating systems. */
export const OS_BUILD = /(?<![\d])(?:10\.0\.)?(14393|17763|17784|20348|20349|25398|26100)(?:\.\d{1,5})?(?![\d])/g;

/** `v1.27.3-kvapkg.0` is `1.27.3`. */
export const plainVersion = (version: string): string => /1\.\d{2}(?:\.\d{1,2})?/.exec(version)?.[0] ?? version;

export type Host = { hostOs: 'windows-server' | 'azure-stack-hci' | 'azure-local'; hostOsVersion?: string };

const HOST_OF_BUILD: Record<string, Host> = {
  14393: { hostOs: 'windows-server', hostOsVersion: '2016' },
  17763: { hostOs: 'windows-server', hostOsVersion: '2019' },
  17784: { hostOs: 'azure-stack-hci', hostOsVersion: '20H2' },
  20349: { hostOs: 'azure-stack-hci', hostOsVersion: '22H2' },
  25398: { hostOs: 'azure-local', hostOsVersion: '23H2' },
};
/** Builds that two systems share (20348, 26100) name none. */
export const hostOfBuild = (build: string): Host | undefined => HOST_OF_BUILD[build];

/** OS family of a solution: 10 and 11 run on 25398, 12 on 26100. */
export const hostOfSolution = (solution: string): Host => ({
  hostOs: 'azure-local',
  hostOsVersion: solution.startsWith('12.') ? '24H2' : '23H2',
});
