/**
 * A collection as one file: a JSON header that says where each array lies, then the arrays as they are in memory. Loading is one
 * read and a few views. The header carries a fingerprint of everything that shaped the index; another one means: build again.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../../knowledge/load.ts';
import { Cards } from './card.ts';
import type { Collection } from './collection.ts';
import { WEIGHTS } from './weights.ts';

/** Changes with the layout, the tokens and whatever else a reader cannot see in the weights. */
const FORMAT = 1;
const MAGIC = 'AKSISSUE';
const ALIGNMENT = 8;
/** One write call takes less than 2 GiB. */
const WRITE_MAX = 1 << 30;

const KINDS = { u8: Uint8Array, u32: Uint32Array, i32: Int32Array } as const;
type Kind = keyof typeof KINDS;

const ARRAYS = {
  hash1: 'u32',
  hash2: 'u32',
  slot: 'u32',
  offsets: 'u32',
  postings: 'u32',
  impacts: 'u8',
  activity: 'i32',
  dead: 'u8',
  wishes: 'u8',
  cardBytes: 'u8',
  cardOffsets: 'u32',
  exactKeys: 'u32',
  exactDocuments: 'u32',
  exactRunStarts: 'u32',
  exactRunHashes: 'u32',
  exactRunLengths: 'u8',
} as const satisfies Record<string, Kind>;
type Name = keyof typeof ARRAYS;
type ArrayOf = { u8: Uint8Array; u32: Uint32Array; i32: Int32Array };
type Arrays = { [N in Name]: ArrayOf[(typeof ARRAYS)[N]] };
const NAMES = Object.keys(ARRAYS) as Name[];

const Header = z.object({
  fingerprint: z.string(),
  revision: z.number(),
  documents: z.number(),
  averages: z.object({ title: z.number(), prose: z.number(), code: z.number() }),
  needs: z.record(z.string(), z.array(z.string())),
  places: z.record(z.string(), z.object({ from: z.number(), length: z.number() })),
});
type Header = z.infer<typeof Header>;

let known: string | undefined;
/** Hash of the format, the weights and the shipped knowledge. */
export function fingerprint(): string {
  known ??= createHash('sha256')
    .update(JSON.stringify([FORMAT, WEIGHTS, contentHash()]))
    .digest('hex')
    .slice(0, 24);
  return known;
}

function arraysOf({ segment, activity, dead, wishes, cards, exact }: Collection): Arrays {
  const { hash1, hash2, slot, offsets, postings, impacts } = segment;
  return {
    hash1,
    hash2,
    slot,
    offsets,
    postings,
    impacts,
    activity,
    dead,
    wishes,
    cardBytes: cards.bytes,
    cardOffsets: cards.offsets,
    exactKeys: exact.keys,
    exactDocuments: exact.documents,
    exactRunStarts: exact.runStarts,
    exactRunHashes: exact.runHashes,
    exactRunLengths: exact.runLengths,
  };
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** Writes beside the file and renames, so that a reader never meets half of it. `revision` is the store's that it holds. */
export function writeCollection(path: string, collection: Collection, revision: number): void {
  const arrays = arraysOf(collection);
  const places: Header['places'] = {};
  let from = 0;
  for (const name of NAMES) {
    places[name] = { from, length: arrays[name].length };
    from += aligned(arrays[name].byteLength);
  }
  const { segment, exact } = collection;
  const header: Header = {
    fingerprint: fingerprint(),
    revision,
    documents: segment.documents,
    averages: segment.averages,
    needs: exact.needs,
    places,
  };
  const json = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(aligned(MAGIC.length + 4 + json.length));
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(json.length, MAGIC.length);
  json.copy(start, MAGIC.length + 4);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(draft, 'w');
    try {
      writeAll(file, start);
      for (const name of NAMES) {
        const { buffer, byteOffset, byteLength } = arrays[name];
        writeAll(file, Buffer.from(buffer, byteOffset, byteLength));
        writeAll(file, Buffer.alloc(aligned(byteLength) - byteLength));
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(bytes.length - at, WRITE_MAX));
}

/** The collection and the store revision it holds; undefined where the file is missing, cut, damaged or of another making. */
export function readCollection(path: string): { collection: Collection; revision: number } | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return undefined;
  }
  const header = headerOf(file);
  if (!header || header.fingerprint !== fingerprint()) return undefined;
  const start = aligned(MAGIC.length + 4 + file.readUInt32LE(MAGIC.length));
  const arrays = {} as Record<Name, Arrays[Name]>;
  for (const name of NAMES) {
    const place = header.places[name];
    const Kind = KINDS[ARRAYS[name]];
    if (!place || start + place.from + place.length * Kind.BYTES_PER_ELEMENT > file.length) return undefined;
    const at = file.byteOffset + start + place.from;
    // A small file may lie inside a shared pool at an odd place; then its bytes are copied.
    arrays[name] =
      at % Kind.BYTES_PER_ELEMENT === 0
        ? new Kind(file.buffer as ArrayBuffer, at, place.length)
        : new Kind(file.buffer.slice(at, at + place.length * Kind.BYTES_PER_ELEMENT) as ArrayBuffer);
  }
  const of = arrays as Arrays;
  return {
    revision: header.revision,
    collection: {
      segment: {
        documents: header.documents,
        averages: header.averages,
        hash1: of.hash1,
        hash2: of.hash2,
        slot: of.slot,
        offsets: of.offsets,
        postings: of.postings,
        impacts: of.impacts,
      },
      activity: of.activity,
      dead: of.dead,
      wishes: of.wishes,
      cards: new Cards(of.cardBytes, of.cardOffsets),
      exact: {
        keys: of.exactKeys,
        documents: of.exactDocuments,
        runStarts: of.exactRunStarts,
        runHashes: of.exactRunHashes,
        runLengths: of.exactRunLengths,
        needs: header.needs,
      },
    },
  };
}

function headerOf(file: Buffer): Header | undefined {
  if (file.length < MAGIC.length + 4 || file.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const length = file.readUInt32LE(MAGIC.length);
  try {
    const raw: unknown = JSON.parse(file.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + length));
    return Header.safeParse(raw).data;
  } catch {
    return undefined;
  }
}
