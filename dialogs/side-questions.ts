/**
 * Short answers to questions that people ask beside the triage. A question fits a row when every group of words has a hit;
 * the first row that fits answers. Anything else gets an honest "I cannot answer that".
 */
import { wording } from './wording.ts';

type SideAnswer = { answer: keyof typeof wording.side.answers; needs: RegExp[] };

const ANSWERS: SideAnswer[] = [
  {
    answer: 'names',
    needs: [
      /differen|same|name|renam|vs|versus|called|equal/i,
      /hybrid|aks arc|aks-arc|enabled by|azure stack hci|azure local|arc-enabled/i,
    ],
  },
  { answer: 'bestEffort', needs: [/best.?effort/i] },
  { answer: 'eligible', needs: [/eligib|unsupported|upgrade first|out of support|gate/i, /mean|what|why|how/i] },
  { answer: 'scope', needs: [/\bscope\b/i] },
  {
    answer: 'edition',
    needs: [/edition|which policy|what policy|policy (?:is|do|text)|support policy|supportability/i],
  },
  {
    answer: 'privacy',
    needs: [
      /\b(?:stored?|saved?|kept|keep|recorded|recording|logged|privacy|gdpr|confidential|read along|delete|who (?:can |else )?(?:sees?|reads?))\b/i,
      /\b(?:you|chat|conversation|messages?|what i (?:say|write|type|paste)|this here|who)\b/i,
    ],
  },
  { answer: 'cost', needs: [/\b(?:costs?|price|pricing|pay|fees?|free of charge|charged?)\b/i] },
  {
    answer: 'me',
    needs: [
      /are you|who (?:made|built|wrote|runs)|do you (?:work|belong)|robot|\bai\b|\bgpt\b|language model|microsoft employee/i,
    ],
  },
  { answer: 'severity', needs: [/severity|sev ?[abc123]\b|priority|urgent/i] },
  { answer: 'ticket', needs: [/open|create|file|raise|submit/i, /ticket|case|request/i] },
  {
    answer: 'ticket',
    needs: [
      /\b(?:can|could|will|do) you\b/i,
      /\b(?:tell|inform|contact|call|write to|ask|notify)\b/i,
      /microsoft|support/i,
    ],
  },
  { answer: 'duration', needs: [/how long|how many (?:more )?questions|how much longer|take long/i] },
  {
    answer: 'repair',
    needs: [
      /can you (?:fix|solve|repair|help)|will you fix|do you know (?:the|a) (?:fix|solution)|how (?:do|can) (?:i|we) fix|solution/i,
    ],
  },
];

const QUESTION_CHARS_MAX = 400;

/** A short answer to a side question, or undefined where we have none. */
export function sideAnswer(text: string): string | undefined {
  const line = text.slice(0, QUESTION_CHARS_MAX);
  const row = ANSWERS.find(({ needs }) => needs.every((need) => need.test(line)));
  return row && wording.side.answers[row.answer];
}
