/** The days up to which people have looked after the knowledge, and the repositories that are watched. */
import { TRACKER } from '../model/known-issue.ts';
import type { Settings } from '../settings.ts';
import type { Dated } from './checks.ts';

type Tables = { kubernetes: { asOf: string }; releases: { asOf: string }; hosts: { asOf: string } };

export const knowledgeDates = ({ tables }: { tables: Tables }): Dated[] => [
  { name: 'versions/kubernetes.yaml', day: tables.kubernetes.asOf },
  { name: 'versions/aks-releases.yaml', day: tables.releases.asOf },
  { name: 'versions/hosts.yaml', day: tables.hosts.asOf },
];

export const watchedRepos = (settings: Settings): string[] => settings.TRIAGE_REPOS ?? [TRACKER];
