/** The program as one file: the commands an operator needs where there is no source tree. Without a command it serves. */
import { isMainThread } from 'node:worker_threads';

type Command = { main(args: string[]): Promise<number> };

const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: () => import('../serve.ts'),
  doctor: () => import('../doctor.ts'),
  records: () => import('../records.ts'),
  backup: () => import('../backup.ts'),
  triage: () => import('../triage.ts'),
  search: () => import('../search.ts'),
  issues: () => import('../issues.ts'),
  ticket: () => import('../ticket.ts'),
};

if (isMainThread) await run(process.argv.slice(2));
else await import('../../issues/merge-worker.ts');

async function run([name = 'serve', ...args]: string[]): Promise<void> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) {
    process.exitCode = await (await load()).main(args);
  } else {
    console.error(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
    process.exitCode = 2;
  }
}
