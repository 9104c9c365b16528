/** The program as one file: the commands an operator needs where there is no source tree. Without a command it serves. */
type Command = { main(args: string[]): Promise<number> };

const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: () => import('../serve.ts'),
  doctor: () => import('../doctor.ts'),
  records: () => import('../records.ts'),
  backup: () => import('../backup.ts'),
  triage: () => import('../triage.ts'),
  search: () => import('../search.ts'),
};

const [name = 'serve', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load) {
  process.exitCode = await (await load()).main(args);
} else {
  console.error(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
  process.exitCode = 2;
}
