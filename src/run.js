// The one plain JavaScript file: an old Node can read it, so it can say in a sentence what it needs
// instead of stumbling over TypeScript. `node src/run.js triage …` runs src/cli/triage.ts.
import { existsSync } from 'node:fs';

const NODE_MAJOR_MIN = 24;

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < NODE_MAJOR_MIN) {
  console.error(
    `This needs Node ${NODE_MAJOR_MIN} or newer; you started it with Node ${process.versions.node}. ` +
      'Run it through npm ("npm start", "npm run -s triage -- …"): after "npm ci" npm uses the Node that the project brings.',
  );
  process.exit(1);
}

const [command = 'help', ...args] = process.argv.slice(2);
process.argv.splice(2, process.argv.length - 2, ...args);

if (command === 'vitest') {
  await import(new URL('../node_modules/vitest/vitest.mjs', import.meta.url).href);
} else {
  const file = new URL(`./cli/${command}.ts`, import.meta.url);
  const isThere = /^[a-z]+$/.test(command) && existsSync(file);
  // Beside the commands stand files that only help them.
  const { main } = isThere ? await import(file.href) : {};
  if (!main) {
    console.error(`There is no command "${command}". "npm run" lists them.`);
    process.exit(2);
  }
  process.exitCode = await main(process.argv.slice(2));
}
