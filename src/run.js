// The one plain JavaScript file: an old Node can read it, so it can say in a sentence what it needs
// instead of stumbling over TypeScript. `node src/run.js triage …` runs src/cli/triage.ts.
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR_MIN = 24;
/** Compiled code, kept between starts beside parsed knowledge; a place that cannot be written starts more slowly, and that is all. */
const COMPILED = fileURLToPath(new URL('../data/cache/code', import.meta.url));
/** A process that is killed keeps nothing at its end. */
const KEEP_COMPILED_MS = 10_000;

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
  nodeModule.enableCompileCache(COMPILED);
  setTimeout(nodeModule.flushCompileCache, KEEP_COMPILED_MS).unref();
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
