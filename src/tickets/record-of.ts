/** A report that came without its record, as from a file: the words it was read from stand in for the messages. */
import type { TriageRecord } from '../model/record.ts';
import type { Report } from '../model/report.ts';

export function recordOf(report: Report, today: string): TriageRecord {
  const read = Object.values(report.facts).filter((fact) => fact !== undefined && fact.source !== 'assumed');
  const words = [...new Set(read.map((fact) => fact?.evidence.trim() ?? ''))].filter(Boolean);
  const at = `${today}T00:00:00.000Z`;
  return {
    id: report.recordId,
    createdAt: at,
    updatedAt: at,
    userId: 'cli',
    tenantId: null,
    conversationId: null,
    messages: [words.length > 0 ? words.join('\n') : report.headline],
    given: {},
    edition: null,
    today,
    asked: [],
    report,
    feedback: null,
    handoff: null,
    codeVersion: 'report file',
  };
}
