/** The operating system of the hosts: name, version, edition. A node image or a jump box is none. */

import { evidenceSpan, type Passage } from '../document.ts';
import { type Found, typed, WEIGHT } from '../found.ts';
import { matchesOf } from '../matches.ts';
import { isElsewhere, isNegated, type Prose } from '../stance.ts';
import { hostOfBuild, OS_BUILD, SOLUTION } from '../versions.ts';
import { roleOf } from './version-role.ts';

const EDITION = 'datacenter|data center|standard|essentials|dc edition|dc|std';
const SERVER = new RegExp(
  `(?<!sql |file |exchange |sharepoint |print |sql-|web )\\b(?:(?:windows|win|ms|w)[- ]?(?:server|srv)s?(?: (?:version|edition|core))?[ -]?(20(?:12|16|19|22|25)(?: ?r2)?|twenty[- ]?(?:sixteen|nineteen|twenty[- ]?(?:two|five)))?|ws[- ]?(20(?:12|16|19|22|25)|19|22|25|16)|w2k(19|22|25|16|12)|win(?:dows)?[- ]?(20(?:16|19|22|25))(?!hd)|(?<!\\b(?:windows|win|sql|file|exchange|sharepoint|print|web|app|jump|dns|ad|wsus|backup|license) )server ?(20(?:16|19|22|25))|\\bhosts?\\b(?:(?: (?:are|run|runs|running|is|on|with|have|has|still|all|also|os|they|stay|remain))+|\\s?[=:]) ?(20(?:16|19|22|25))(?![-/.]\\d)|(20(?:16|19|22|25)) (?:servers?|hosts?|dc|datacenter|data center|standard))(?:\\b|(?=dc\\b|std\\b))(?:[ ,(-]{0,3}(?:core |server )?(${EDITION})\\b)?`,
  'g',
);
const HCI =
  /\b(?:azure ?stack ?hci|ashci|azshci|azs ?hci|azstackhci|hci)\b(?:[ ,(-]{0,3}(?:version |os |cluster |on |node )?(2[0-4]h2))?/g;
const LOCAL =
  /\b(?:azure ?local|azlocal|az local)\b(?:[ ,(-]{0,3}(?:version |os |on |instance |cluster )?(2[0-4]h2))?/g;
const H2 = /\b(2[0-4]h2)\b/g;
const ABOUT_NODES =
  /\b(?:node ?pools?|pool|image|images|container\w*|pods?|win(?:dows)? nodes?|windows workers?|worker|base image|nodes? (?:with|on|run\w*|are|is)|os ?sku|jump ?(?:box|host)|laptop|client|workstation|pc|domain controller|dc01|dns server|ad server|file ?server|vm with|test vm|windows 1[01]|win ?1[01]|adds|dhcp server|wsus|wac server|docs?|page|article|blog|license|licen[cs]ing|guest|os disk|vm os|app server)\b/;
const NODES_BEHIND =
  /^[\s,-]{0,2}(?:node\b(?!s? (?:cluster|hyper))|nodes? pool|node ?pools?|pools?|(?:\w+ )?vms?\b(?! hosts?(?:\s*(?:$|[.,;])))|images?|containers?|worker|based (?:node|image)|core image|ltsc)/;

const EDITIONS: readonly [RegExp, 'datacenter' | 'standard' | 'essentials'][] = [
  [/^(?:datacenter|data center|dc)/, 'datacenter'],
  [/^(?:standard|std)/, 'standard'],
  [/^essentials/, 'essentials'],
];
/** "Twenty-nineteen", "twenty twenty-two": years as people say them. */
const SPOKEN_YEARS: Record<string, string> = { sixteen: '2016', nineteen: '2019', two: '2022', five: '2025' };
const fullYear = (year: string): string =>
  year.startsWith('twenty')
    ? (SPOKEN_YEARS[/(sixteen|nineteen|two|five)$/.exec(year)?.[1] ?? ''] ?? '')
    : year.length === 2
      ? `20${year}`
      : year.slice(0, 4);

/** "… and it is just the print server", "which serves nothing but files": another machine in the same room. */
const OTHER_MACHINE =
  /^(?: datacenter| standard)?(?: (?:next to (?:it|them)|in (?:the|that) \w+|beside (?:it|them)|too|also|here|there)){0,2}(?:,? ?(?:but |and )?(?:that(?: one)?|this(?: one)?|it|which|who))? ?\b(?:is|was|as|for|does|serves?|holds?)\s(?:only |just |merely |simply |nothing but |the |our |my |an? |used as |there for |for ){0,4}(?:domain controller|dc\b|files?\b|file[- ]?(?:server|shares?)|shares?\b|jump|dns\b|dhcp\b|print|wsus|backups?\b|client\b|mail\b|sql\b|database|web ?server|terminal server|license server|veeam)(?! (?:error|problem|issue|fails?|failover))/;
const OTHER_MACHINE_REACH = 80;
/** "22H2 was replaced by 23H2", "Windows Server 2025 on the laptop". */
const GONE_OR_ASIDE =
  /^[^.;,\d]{0,12}\b(?:was|got|were|has been|have been) (?:\w+ )?(?:replaced|upgraded|updated|migrated|reinstalled) (?:by|to|with)\b|^ (?:runs |is |only )?on (?:the|my|our|an?|his) (?:\w+ )?(?:laptop|workstation|pc|jump ?(?:box|host|server)|domain controller|dc|file ?server|desktop)\b/;

/** "Windows containers on Azure Local": what runs on it does not hide the platform. */
const isStackUnder = (prose: Prose, at: number, end: number, before: string): boolean =>
  /^(?:azure|az|hci|ashci)/.test(prose.low.slice(at, end)) && /\b(?:on|auf|sur|en)\s(?:an? |our |the )?$/.test(before);

/** "Node OS: Azure Linux x4, Windows Server x2": a list of what the nodes run. */
const NODE_OS =
  /\b(?:node os|os of the nodes|os[- ]images?(?: of (?:the |our )?nodes)?)\b(?![\s\S]*\bhosts?\b)[^;]*:[^;]*$/;

/** The image of a node in a list of nodes: its kernel or its container runtime stands behind. */
const LISTED_NODE = /^[^a-z]{0,24}\b10\.0\.\d{5}\.\d+|^[^.;!?]{0,40}\bcontainerd:\/\//;
const LISTED_REACH = 90;

/** "From a Windows Server 2016 jump box". */
const JUMP_BEHIND =
  /^\s?(?:standard |datacenter |core )?(?:jump|bastion|admin|management|build|print|file|sql|test)[- ]?(?:server|host|box|machine|station|vm)\b|^\s?(?:standard |datacenter )?(?:laptop|workstation|bastion)\b/;

/** Stands for the host of this cluster: not a node image, another machine, a plan or a past. */
function weightOf(prose: Prose, p: Passage, at: number, end: number): number | undefined {
  const before = prose.low.slice(Math.max(p.start, at - 32), at);
  const after = prose.low.slice(end, Math.min(p.end, end + 24));
  if (
    NODES_BEHIND.test(after) ||
    JUMP_BEHIND.test(after) ||
    GONE_OR_ASIDE.test(prose.low.slice(end, Math.min(p.end, end + OTHER_MACHINE_REACH))) ||
    OTHER_MACHINE.test(prose.low.slice(end, Math.min(p.end, end + OTHER_MACHINE_REACH))) ||
    (ABOUT_NODES.test(before.replace(/^.*[,;]/s, '')) &&
      !/(?<!jump )\bhosts?\b[^,;]{0,20}$/.test(before) &&
      !isStackUnder(prose, at, end, before)) ||
    NODE_OS.test(prose.low.slice(p.start, at)) ||
    LISTED_NODE.test(prose.doc.low.slice(end, end + LISTED_REACH)) ||
    isElsewhere(prose, p, at)
  )
    return undefined;
  if (isNegated(p, at) && /\b(?:not|no|nicht|kein\w*|pas|never)\W+(?:\w+\W+){0,2}$/.test(before)) return undefined;
  const role = roleOf(prose, p, at, end);
  if (role === 'target' || role === 'past' || role === 'denied' || role === 'other') return undefined;
  return WEIGHT.said;
}

function serverFacts(prose: Prose, p: Passage): Found[] {
  return matchesOf(SERVER, p.low).flatMap((m) => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    const weight = weightOf(prose, p, at, end);
    if (weight === undefined) return [];
    const span = evidenceSpan(p, at, end);
    const year = m[1] ?? m[2] ?? m[3] ?? m[4] ?? m[5] ?? m[6] ?? m[7];
    const found: Found[] = [typed('hostOs', 'windows-server', span, { weight })];
    if (year) found.push(typed('hostOsVersion', fullYear(year), span, { weight }));
    const edition =
      m[8] ??
      /\b(datacenter|data center|standard|dc|std)\b/.exec(m[0])?.[1] ??
      /\b(datacenter|standard)\b(?! storage| load)/.exec(prose.low.slice(end, Math.min(p.end, end + 22)))?.[1];
    const named = edition && EDITIONS.find(([re]) => re.test(edition))?.[1];
    if (named) found.push(typed('hostOsEdition', named, span, { weight }));
    return found;
  });
}

/** 23H2 and later carry the name Azure Local; the text's own name stands where it says one. */
const nameOfRelease = (h2: string): 'azure-stack-hci' | 'azure-local' =>
  Number(h2.slice(0, 2)) >= 23 ? 'azure-local' : 'azure-stack-hci';

function stackFacts(prose: Prose, p: Passage): Found[] {
  const found: Found[] = [];
  const read = (os: 'azure-stack-hci' | 'azure-local', re: RegExp): void => {
    for (const m of matchesOf(re, p.low)) {
      const at = p.start + m.index;
      const end = at + m[0].length;
      if (
        os === 'azure-stack-hci' &&
        /\baks[- ]?(?:on )?$/.test(prose.low.slice(Math.max(p.start, at - 8), at)) &&
        m[0] === 'hci'
      ) {
        // "AKS-HCI" is the old name of the product, not a host.
        continue;
      }
      if (prose.low[at - 1] === '-' || prose.low[end] === '-' || prose.low[end] === '_') continue;
      const weight = weightOf(prose, p, at, end);
      if (weight === undefined) continue;
      const span = evidenceSpan(p, at, end);
      const h2 = m[1] ?? laterRelease(prose, p, end);
      found.push(typed('hostOs', os, span, { weight }));
      if (h2) found.push(typed('hostOsVersion', h2.toUpperCase(), span, { weight }));
    }
  };
  read('azure-stack-hci', HCI);
  read('azure-local', LOCAL);
  return found;
}

/** "Azure Stack HCI, OS version 22H2". */
const laterRelease = (prose: Prose, p: Passage, end: number): string | undefined =>
  /^[^.;\d]{0,26}\b(2[0-4]h2)\b/.exec(prose.low.slice(end, Math.min(p.end, end + 34)))?.[1];

function loneReleases(prose: Prose, p: Passage): Found[] {
  return matchesOf(H2, p.low).flatMap((m) => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    if (
      /\b(?:building|room|floor|street|hall|gate|door|block|desk|ticket|tel)\.? ?$/.test(
        prose.low.slice(Math.max(p.start, at - 12), at),
      )
    )
      return [];
    if (/\bwin(?:dows)? ?1[01]\W*(?:\w+\W+)?$/.test(prose.low.slice(Math.max(p.start, at - 24), at))) return [];
    const weight = weightOf(prose, p, at, end);
    if (weight === undefined) return [];
    const span = evidenceSpan(p, at, end);
    const h2 = m[1] ?? '';
    return [
      typed('hostOs', nameOfRelease(h2), span, { weight: WEIGHT.hint }),
      typed('hostOsVersion', h2.toUpperCase(), span, { weight }),
    ];
  });
}

/** "Solution 12.2609.1003.5": only Azure Local has solutions of that form. */
const solutionFacts = (prose: Prose, p: Passage): Found[] =>
  matchesOf(SOLUTION, p.low).flatMap((m) => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    if (weightOf(prose, p, at, end) === undefined) return [];
    return [typed('hostOs', 'azure-local', evidenceSpan(p, at, end), { weight: WEIGHT.hint })];
  });

function buildFacts(prose: Prose, p: Passage): Found[] {
  return matchesOf(OS_BUILD, p.low).flatMap((m) => {
    const at = p.start + m.index;
    const end = at + m[0].length;
    const host = hostOfBuild(m[1] ?? '');
    const before = prose.low.slice(Math.max(p.start, at - 40), at);
    const isBuild = /\b(?:build|os|winver|version|host\w*|windows|hci|local)\b/.test(before) || /\./.test(m[0]);
    if (!host || !isBuild || weightOf(prose, p, at, end) === undefined) return [];
    const span = evidenceSpan(p, at, end);
    const found: Found[] = [typed('hostOs', host.hostOs, span, { weight: WEIGHT.hint })];
    if (host.hostOsVersion) found.push(typed('hostOsVersion', host.hostOsVersion, span, { weight: WEIGHT.hint }));
    return found;
  });
}

export const host = (prose: Prose): Found[] =>
  prose.passages.flatMap((p) => [
    ...serverFacts(prose, p),
    ...stackFacts(prose, p),
    ...loneReleases(prose, p),
    ...buildFacts(prose, p),
    ...solutionFacts(prose, p),
  ]);
