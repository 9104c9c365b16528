/** `npm run -s bundle`: the bot as one JavaScript file that needs Node and nothing else. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from './print.ts';

const HELP = `
npm run -s bundle [-- --out FILE]   writes build/bot.mjs; run it with "node build/bot.mjs [serve|doctor|records|backup|…]"
`;
const ROOT = join(import.meta.dirname, '../..');
const KNOWLEDGE = join(ROOT, 'knowledge');
const ENTRY = join(import.meta.dirname, 'bundle/entry.ts');
/** Packages written for CommonJS look for these names. */
const BANNER = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
const __filename = import.meta.filename, __dirname = import.meta.dirname;`;
/** Optional parts of packages that we do not use and do not install. */
const EXTERNAL = ['pg-native', 'esbuild'];

export const main = (args: string[]): Promise<number> => command(HELP, args, run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
  const outfile = values.out ?? join(ROOT, 'build/bot.mjs');
  // Only there where programs are built.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: EXTERNAL,
    banner: { js: BANNER },
    // Names stay: the log tells classes and places.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [
      { name: 'knowledge', setup: embedKnowledge },
      { name: 'worker', setup: workerInside },
    ],
  });
  console.log(`${relative(process.cwd(), outfile)}: ${(statSync(outfile).size / 1e6).toFixed(1)} MB`);
  return 0;
}

/** The YAML is read through node:fs by one file; in the bundle that file gets a small file system with the texts inside. */
function embedKnowledge(build: import('esbuild').PluginBuild): void {
  const loader = join(KNOWLEDGE, 'load.ts');
  build.onResolve({ filter: /^node:fs$/ }, ({ importer }) =>
    importer === loader ? { path: 'knowledge-files', namespace: 'knowledge' } : undefined,
  );
  build.onLoad({ filter: /.*/, namespace: 'knowledge' }, () => ({
    contents: virtualFiles(),
    loader: 'js',
    resolveDir: ROOT,
  }));
}

/** The worker of the index is a file of its own in the source, and the same file in the bundle; entry.ts tells them apart. */
function workerInside(build: import('esbuild').PluginBuild): void {
  build.onLoad({ filter: /[\\/]issues[\\/]live\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replace(
      "new URL('./merge-worker.ts', import.meta.url)",
      'new URL(import.meta.url)',
    ),
    loader: 'ts',
  }));
}

function virtualFiles(): string {
  const files = readdirSync(KNOWLEDGE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = files.map((path) => [relative(KNOWLEDGE, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]);
  return `
    import { join, relative, sep } from 'node:path';
    const root = import.meta.dirname;
    const files = new Map(${JSON.stringify(texts)});
    const inside = (path) => relative(root, path).split(sep).join('/');
    export function readFileSync(path) {
      const text = files.get(inside(path));
      if (text === undefined) throw new Error('ENOENT: ' + inside(path));
      return text;
    }
    export function readdirSync(path, options) {
      const under = inside(path) === '' ? '' : inside(path) + '/';
      const names = [...files.keys()].filter((name) => name.startsWith(under)).map((name) => name.slice(under.length));
      if (!options) return names.filter((name) => !name.includes('/'));
      return names.map((name) => {
        const parts = name.split('/');
        return { name: parts.at(-1), parentPath: join(path, ...parts.slice(0, -1)), isFile: () => true };
      });
    }`;
}
