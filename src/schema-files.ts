/** Which JSON Schema stands for which knowledge file; editors find it by the first line of the file. */
import type { z } from 'zod';
import { AksReleases, FactQuestions, Hosts, KubernetesMinors, Policy, TicketData } from '../knowledge/schema.ts';

export const schemaFiles: Readonly<Record<string, z.ZodType>> = {
  'policy.schema.json': Policy,
  'facts.schema.json': FactQuestions,
  'kubernetes.schema.json': KubernetesMinors,
  'aks-releases.schema.json': AksReleases,
  'hosts.schema.json': Hosts,
  'tickets.schema.json': TicketData,
};
