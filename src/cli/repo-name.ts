/** Repositories as they are named on the command line and in settings. */
import { UsageError } from './print.ts';

const REPO = /^[\w.-]+\/[\w.-]+$/;

/** @throws UsageError where it is not OWNER/NAME */
export function repoName(text: string): string {
  if (!REPO.test(text)) throw new UsageError(`"${text}" is not OWNER/NAME.`);
  return text;
}
