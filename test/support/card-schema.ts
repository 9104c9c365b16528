/**
 * What Adaptive Cards 1.5 allows (https://adaptivecards.io/explorer/), for the elements we use: a property that is not listed, or
 * of another type, is a fault, because Teams drops or refuses such cards without a word. `since` is the first version that has it.
 */
import type { Card, Element } from '../../dialogs/cards/card.ts';

type Kind =
  | 'string'
  | 'boolean'
  | 'url'
  | 'data'
  | 'element[]'
  | 'action[]'
  | 'action'
  | 'run[]'
  | 'column[]'
  | 'row[]'
  | 'cell[]'
  | 'choice[]'
  | 'width[]'
  | 'string[]'
  | 'number'
  | 'size'
  | readonly string[];
type Shape = { since: number; required: string[]; properties: Record<string, Kind> };

const SPACING = ['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'] as const;
const CONTAINER_STYLE = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] as const;
const COLORS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const;
const SIZES = ['default', 'small', 'medium', 'large', 'extraLarge'] as const;
const WEIGHTS = ['default', 'lighter', 'bolder'] as const;
const element: Record<string, Kind> = { id: 'string', isVisible: 'boolean', separator: 'boolean', spacing: SPACING };
const input: Record<string, Kind> = {
  ...element,
  id: 'string',
  label: 'string',
  isRequired: 'boolean',
  errorMessage: 'string',
};
const action: Record<string, Kind> = {
  title: 'string',
  id: 'string',
  style: ['default', 'positive', 'destructive'],
  tooltip: 'string',
  fallback: 'action',
  mode: ['primary', 'secondary'],
};

const SHAPES: Record<string, Shape> = {
  TextBlock: {
    since: 1.0,
    required: ['text'],
    properties: {
      ...element,
      text: 'string',
      size: SIZES,
      weight: WEIGHTS,
      color: COLORS,
      isSubtle: 'boolean',
      wrap: 'boolean',
      maxLines: 'number',
      style: ['default', 'heading'],
      fontType: ['default', 'monospace'],
    },
  },
  RichTextBlock: { since: 1.2, required: ['inlines'], properties: { ...element, inlines: 'run[]' } },
  TextRun: {
    since: 1.2,
    required: ['text'],
    properties: {
      text: 'string',
      size: SIZES,
      weight: WEIGHTS,
      color: COLORS,
      isSubtle: 'boolean',
      fontType: ['default', 'monospace'],
      selectAction: 'action',
      italic: 'boolean',
    },
  },
  Container: {
    since: 1.0,
    required: ['items'],
    properties: { ...element, items: 'element[]', style: CONTAINER_STYLE },
  },
  ColumnSet: { since: 1.0, required: [], properties: { ...element, columns: 'column[]' } },
  Column: { since: 1.0, required: [], properties: { ...element, items: 'element[]', width: 'size' } },
  Table: {
    since: 1.5,
    required: [],
    properties: {
      ...element,
      columns: 'width[]',
      rows: 'row[]',
      firstRowAsHeader: 'boolean',
      showGridLines: 'boolean',
    },
  },
  TableRow: { since: 1.5, required: [], properties: { cells: 'cell[]' } },
  TableCell: { since: 1.5, required: ['items'], properties: { items: 'element[]' } },
  'Input.Text': {
    since: 1.0,
    required: ['id'],
    properties: { ...input, value: 'string', placeholder: 'string', maxLength: 'number', isMultiline: 'boolean' },
  },
  'Input.Date': { since: 1.0, required: ['id'], properties: { ...input, value: 'string', placeholder: 'string' } },
  'Input.ChoiceSet': {
    since: 1.0,
    required: ['id', 'choices'],
    properties: {
      ...input,
      value: 'string',
      placeholder: 'string',
      style: ['compact', 'expanded', 'filtered'],
      wrap: 'boolean',
      choices: 'choice[]',
      isMultiSelect: 'boolean',
    },
  },
  'Input.Toggle': {
    since: 1.0,
    required: ['id', 'title'],
    properties: { ...input, title: 'string', value: 'string', valueOn: 'string', valueOff: 'string', wrap: 'boolean' },
  },
  'Action.Submit': {
    since: 1.0,
    required: [],
    properties: { ...action, data: 'data', associatedInputs: ['auto', 'none'] },
  },
  'Action.Execute': {
    since: 1.4,
    required: [],
    properties: { ...action, verb: 'string', data: 'data', associatedInputs: ['auto', 'none'] },
  },
  'Action.OpenUrl': { since: 1.0, required: ['url'], properties: { ...action, url: 'url' } },
  'Action.ToggleVisibility': {
    since: 1.2,
    required: ['targetElements'],
    properties: { ...action, targetElements: 'string[]' },
  },
};
const RUNS = new Set(['TextRun']);
const ROWS = new Set(['TableRow']);
const CELLS = new Set(['TableCell']);
const COLUMNS = new Set(['Column']);
const isElement = (type: string): boolean =>
  !type.startsWith('Action.') && ![RUNS, ROWS, CELLS, COLUMNS].some((set) => set.has(type));
const CARD = new Set(['type', '$schema', 'version', 'fallbackText', 'body', 'actions']);

type Faults = string[];
const isAction = (type: string): boolean => type.startsWith('Action.');
/** Lists of nodes, and what may stand in them. */
const LISTS: Record<string, (type: string) => boolean> = {
  'element[]': isElement,
  'action[]': isAction,
  'run[]': (type) => RUNS.has(type),
  'column[]': (type) => COLUMNS.has(type),
  'row[]': (type) => ROWS.has(type),
  'cell[]': (type) => CELLS.has(type),
};
/** Plain values, and whether they are right. */
const VALUES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  size: (value) => typeof value === 'number' || typeof value === 'string',
  data: (value) => typeof value === 'object',
  url: (value) => typeof value === 'string' && URL.canParse(value),
  'string[]': (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  'choice[]': (value) =>
    Array.isArray(value) && value.every((one) => typeof one.title === 'string' && typeof one.value === 'string'),
  'width[]': (value) => Array.isArray(value) && value.every((one) => ['number', 'string'].includes(typeof one.width)),
};

/** Everything that is wrong with a card, as sentences with the place; empty where it is right. */
export function cardFaults(card: Card): Faults {
  const version = Number(card.version);
  return [
    ...Object.keys(card).flatMap((name) => (CARD.has(name) ? [] : [`card: has no ${name}`])),
    ...(card.fallbackText ? [] : ['card: needs fallbackText']),
    ...propertyFaults(card.body, 'element[]', 'body', version),
    ...(card.actions ? propertyFaults(card.actions, 'action[]', 'actions', version) : []),
  ];
}

function nodeFaults(value: unknown, at: string, fits: (type: string) => boolean, version: number): Faults {
  const { type, ...properties } = (value ?? {}) as Element;
  const shape = SHAPES[type];
  if (!shape) return [`${at}: there is no ${type}`];
  return [
    ...(fits(type) ? [] : [`${at}: ${type} does not belong here`]),
    ...(shape.since > version ? [`${at}: ${type} needs version ${shape.since}`] : []),
    ...shape.required.flatMap((name) => (properties[name] === undefined ? [`${at}: ${type} needs ${name}`] : [])),
    ...Object.entries(properties).flatMap(([name, given]) => {
      const kind = shape.properties[name];
      return kind ? propertyFaults(given, kind, `${at}.${name}`, version) : [`${at}: ${type} has no ${name}`];
    }),
  ];
}

function propertyFaults(value: unknown, kind: Kind, at: string, version: number): Faults {
  if (typeof kind !== 'string') {
    const allowed = kind.some((one) => one.toLowerCase() === String(value).toLowerCase());
    return allowed ? [] : [`${at}: ${String(value)} is not allowed`];
  }
  if (kind === 'action') return nodeFaults(value, at, isAction, version);
  const fits = LISTS[kind];
  if (!fits) return VALUES[kind]?.(value) ? [] : [`${at}: must be ${kind}`];
  if (!Array.isArray(value)) return [`${at}: must be a list`];
  return value.flatMap((one, index) => nodeFaults(one, `${at}[${index}]`, fits, version));
}

/** Calls back for every node of a card that has a type. */
export function eachNode(card: Card, seen: (node: Element) => void): void {
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value && typeof value === 'object') {
      if (typeof (value as Element).type === 'string') seen(value as Element);
      for (const part of Object.values(value)) walk(part);
    }
  };
  walk(card.body);
  walk(card.actions ?? []);
}
