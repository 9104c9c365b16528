/** Which JSON Schema stands for which knowledge files; editors find it by the first line of the file. */
import { posix } from 'node:path';
import type { z } from 'zod';
import {
  AksReleases,
  ComponentsFile,
  CuesFile,
  FactQuestions,
  Hosts,
  IssueChecks,
  IssueRisks,
  KubernetesMinors,
  Phrases,
  PlacesFile,
  Policy,
  ShippedIssues,
  Synonyms,
  TicketData,
  TopicsFile,
  TriggersFile,
} from '../knowledge/schema.ts';

/** A format: the schema that it is made from, and the files, as paths in knowledge/, that it is for. */
type Format = { schema: z.ZodType; of: RegExp };

export const schemaFiles: Readonly<Record<string, Format>> = {
  'aks-releases.schema.json': { schema: AksReleases, of: /^versions\/aks-releases\.yaml$/ },
  'checks.schema.json': { schema: IssueChecks, of: /^issues\/checks\.yaml$/ },
  'components.schema.json': { schema: ComponentsFile, of: /^components\.yaml$/ },
  'cues.schema.json': { schema: CuesFile, of: /^cues\.yaml$/ },
  'facts.schema.json': { schema: FactQuestions, of: /^facts\.yaml$/ },
  'hosts.schema.json': { schema: Hosts, of: /^versions\/hosts\.yaml$/ },
  'issues.schema.json': { schema: ShippedIssues, of: /^issues\/(?:documented|aksarc)\.yaml$/ },
  'kubernetes.schema.json': { schema: KubernetesMinors, of: /^versions\/kubernetes\.yaml$/ },
  'phrases.schema.json': { schema: Phrases, of: /^phrases\/.*\.yaml$/ },
  'places.schema.json': { schema: PlacesFile, of: /^places\.yaml$/ },
  'policy.schema.json': { schema: Policy, of: /^policies\/.*\.yaml$/ },
  'risks.schema.json': { schema: IssueRisks, of: /^issues\/risks\.yaml$/ },
  'synonyms.schema.json': { schema: Synonyms, of: /^synonyms\.yaml$/ },
  'tickets.schema.json': { schema: TicketData, of: /^tickets\.yaml$/ },
  'topics.schema.json': { schema: TopicsFile, of: /^topics\.yaml$/ },
  'triggers.schema.json': { schema: TriggersFile, of: /^triggers\.yaml$/ },
};

/** The first line of a knowledge file, for an editor; undefined where no format is for it. */
export function schemaLine(file: string): string | undefined {
  const name = Object.keys(schemaFiles).find((schema) => schemaFiles[schema]?.of.test(file));
  const path = name && posix.relative(posix.dirname(file), name);
  return path && `# yaml-language-server: $schema=${path.startsWith('.') ? path : `./${path}`}`;
}
