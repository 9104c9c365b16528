/** YAML of the Azure CLI (`-o yaml`): the same objects as its JSON, one field a line. */
import type { Document, Line } from '../document.ts';
import type { Output } from '../found.ts';
import { keyOf } from '../plain-lines/known-keys.ts';
import { type Fragment, outputOf } from './az-json.ts';

/** Azure's names begin in lower case, PowerShell's do not. A list marker in front of a field begins an item. */
const FIELD = /^\s{0,40}((?:- )*)"?([a-z][\w.@/-]{0,60})"?\s{0,40}:(?!\/\/)\s*(.*)$/;
const ITEM = /^\s{0,40}- \S/;
const FIELDS_MIN = 2;
/** What begins an object where several are listed. */
const IDENTITY = /^(?:id|name|connectivitystatus|lastconnectivitytime)$/;

type Block = { lines: Line[]; fragment: Fragment };

/** Lines that belong together; nothing but fields and items stands between them. Offsets in their text are those of the message. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const line of lines) {
    const m = FIELD.exec(line.raw);
    if (!m && !(block && ITEM.test(line.raw))) {
      block = undefined;
      continue;
    }
    if (!block || (m && beginsAnother(m, block))) {
      block = { lines: [], fragment: { start: line.start, end: line.end, fields: [], text: '' } };
      blocks.push(block);
    }
    block.lines.push(line);
    block.fragment.end = line.end;
    const gap = line.start - block.fragment.start - block.fragment.text.length;
    block.fragment.text += `${gap > 0 ? '\n'.padEnd(gap) : ''}${line.raw}`;
    if (m) block.fragment.fields.push(fieldOf(m, line));
  }
  return blocks;
}

/** The first item of a list of pools or offers names their version, never the cluster's. */
function fieldOf(m: RegExpExecArray, line: Line): Fragment['fields'][number] {
  const value = (m[3] ?? '').trim().replace(/^(['"])(.*)\1$/, '$2');
  const key = keyOf(m[2] ?? '');
  return { key: m[1] && key === 'kubernetesversion' ? 'item' : key, value, start: line.start, end: line.end };
}

/** An item at the margin whose first field is that of the items before it. */
const beginsAnother = (m: RegExpExecArray, block: Block): boolean =>
  m[1] === '- ' &&
  /^- /.test(m[0]) &&
  /^- /.test(block.lines[0]?.raw ?? '') &&
  block.fragment.fields.some((field) => IDENTITY.test(field.key));

export const azYaml = (_doc: Document, lines: readonly Line[]): Output[] =>
  blocksOf(lines).flatMap(({ fragment }) => {
    const output = fragment.fields.length >= FIELDS_MIN ? outputOf(fragment) : undefined;
    return output ? [output] : ofManifest(fragment);
  });

/** A manifest or the values of a chart: the versions in it are the workload's. */
const OF_WORKLOAD = /^(?:image|replicas|apiversion|containers|chart)$/;
const WORKLOADS_VERSION = /^(?:image|version|tag|appversion)$/;

const ofManifest = ({ fields }: Fragment): Output[] =>
  fields.some(({ key }) => OF_WORKLOAD.test(key))
    ? fields
        .filter(({ key }) => WORKLOADS_VERSION.test(key))
        .map(({ start, end }) => ({ kind: 'json', start, end, found: [] }))
    : [];
