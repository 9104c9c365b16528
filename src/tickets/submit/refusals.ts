/** Why the service did not make the ticket, as something a person can act on. */
import { redact } from '../../text/redact.ts';
import { cleanLine, shortened } from '../clean-text.ts';

const DETAIL_LENGTH_MAX = 300;

export type RefusalKind =
  | 'sign_in'
  | 'role'
  | 'plan'
  | 'validation'
  | 'name'
  | 'throttled'
  | 'not_found'
  | 'unavailable';
export type Refusal = { kind: RefusalKind; text: string };

const SENTENCES: Record<RefusalKind, string> = {
  sign_in: 'Azure did not accept the sign-in. Sign in again and send the ticket once more.',
  role: 'Azure says you may not make tickets in this subscription: you need the role Support Request Contributor. Ask its owner, or use the portal with somebody who has it.',
  plan: 'The support plan of this subscription does not allow tickets by program (Professional Direct, Premier or Unified does). The portal works with every plan.',
  validation: 'Azure refused a value of the ticket.',
  name: 'Azure refused the name of the ticket.',
  throttled:
    'Azure takes no more requests just now. Wait a few minutes and send it again; it will not become two tickets.',
  not_found: 'Azure does not know this subscription, or you cannot see it. Check the subscription id.',
  unavailable:
    'Azure support could not be reached, so it is not certain whether the ticket exists. Send it again: the same name can make only one ticket. Before you use the portal, look there under your support requests.',
};

const PLAN =
  /support plan|plan type|plan .{0,40}(?:too low|not (?:allow|support|include|eligible))|not entitled|entitlement|\bCSP\b/i;
const SEVERITY_LANGUAGE = /severity.{0,60}not supported.{0,60}language/i;
const SEVERITY_PHONE = /valid phone number/i;

/** From the HTTP status and the error of Azure Resource Manager, or of a failed long-running operation (status 0). */
export function refusalOf(status: number, message: string, code = ''): Refusal {
  const kind = kindOf(status, message, code);
  if (kind === 'validation' && SEVERITY_LANGUAGE.test(message)) {
    return {
      kind,
      text: 'Severity A is not answered in the chosen language: set the language to en-us, or choose severity B.',
    };
  }
  if (kind === 'validation' && SEVERITY_PHONE.test(message)) {
    return { kind, text: 'Severity A needs a phone number with country code, like +49 89 1234567.' };
  }
  const told = kind === 'validation' || kind === 'name' || kind === 'plan';
  const detail = shortened(cleanLine(redact(message, 'private').text), DETAIL_LENGTH_MAX);
  return { kind, text: told && detail ? `${SENTENCES[kind]} It says: “${detail}”` : SENTENCES[kind] };
}

function kindOf(status: number, message: string, code: string): RefusalKind {
  if (status === 401) return 'sign_in';
  if (PLAN.test(message) || PLAN.test(code)) return 'plan';
  if (status === 403) return 'role';
  if (status === 404) return 'not_found';
  if (status === 409) return 'name';
  if (status === 429) return 'throttled';
  if (status >= 500 || status === 408 || status === UNREACHABLE) return 'unavailable';
  return 'validation';
}

/** Stands for "no answer at all" where an HTTP status is asked for. */
export const UNREACHABLE = -1;
