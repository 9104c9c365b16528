/** What was read, as a table with the words it was read from; and the card on which it is corrected. */
import type { Fact, FactName, Facts } from '../../src/model/facts.ts';
import type { Report } from '../../src/model/report.ts';
import { factLabel, factValue } from '../labels.ts';
import type { Question } from '../services.ts';
import { wording } from '../wording.ts';
import { button, type Card, card, type Element, fitting, heading, paragraph, plain, sentence } from './card.ts';

/** Facts that explain how the bot thinks; a person can neither check nor correct them. */
const INTERNAL: ReadonlySet<string> = new Set([
  'edition',
  'topic',
  'errorSignatures',
  'k8sMinorReleasedOn',
  'componentClass',
  'stoppedDays',
  'lastAzureSyncDays',
  'subscriptionStateDays',
]);
/** The day of these says it better than the number; shown only where the day is not known. */
const DAY_OF: Partial<Record<FactName, FactName>> = {
  stoppedDays: 'stoppedSince',
  lastAzureSyncDays: 'lastAzureSync',
  subscriptionStateDays: 'subscriptionStateSince',
};

const LABEL_CHARS = 60;
const VALUE_CHARS = 120;
const TABLE_ROWS_MAX = 40;
const WORDS_CHARS_MAX = 2000;
/** What stands before a value explains it more than what follows. */
const LEADING_SHARE = 0.7;

/** False for what only the bot's own thinking is made of. */
export const isCheckable = (name: FactName): boolean => !INTERNAL.has(name);

/** What a person can check: their own statements first, what a table of ours says after them. */
export function shownFacts(facts: Facts, hidden: ReadonlySet<string> = new Set()): [FactName, Fact][] {
  const shown = (Object.entries(facts) as [FactName, Fact][]).filter(([name, fact]) => {
    if (!fact || hidden.has(name)) return false;
    const day = DAY_OF[name];
    if (day) return !facts[day];
    return fact.source === 'answered' || !INTERNAL.has(name);
  });
  return [
    ...shown.filter(([, { source }]) => source !== 'assumed'),
    ...shown.filter(([, { source }]) => source === 'assumed'),
  ];
}

const cell = (items: Element[]): Element => ({ type: 'TableCell', items });

function row([name, fact]: [FactName, Fact], chars: number): Element {
  const value = `${fact.approx ? `${wording.facts.approx} ` : ''}${factValue(name, fact.value)}`;
  const source = wording.facts.from[fact.source];
  const words = fact.evidence.replace(/\s+/g, ' ').trim();
  const repeats = words.toLowerCase() === value.toLowerCase();
  const evidence =
    words && !repeats ? `${source}: “${excerpt(plain(words, WORDS_CHARS_MAX), value, Math.min(chars, 160))}”` : source;
  return {
    type: 'TableRow',
    cells: [
      cell([paragraph([{ text: plain(factLabel(name), LABEL_CHARS) }])]),
      cell([
        paragraph([{ text: plain(value, VALUE_CHARS), bold: true }]),
        paragraph([{ text: evidence, subtle: true, small: true }], { spacing: 'None' }),
      ]),
    ],
  };
}

/** A piece of the words with the value in it: that is where the eye looks for the proof. */
export function excerpt(words: string, value: string, charsMax: number): string {
  if (words.length <= charsMax) return words;
  const at = Math.max(0, words.toLowerCase().indexOf(value.toLowerCase()));
  const room = charsMax - 2;
  const lead = Math.max(0, Math.floor((room - value.length) * LEADING_SHARE));
  const start = Math.max(0, Math.min(at - lead, words.length - room));
  const end = start + room;
  const piece = words.slice(start, end).toWellFormed();
  // Whole words only, as long as the value stays.
  const whole = piece.replace(start > 0 ? /^\S*\s+/ : '', '').replace(end < words.length ? /\s+\S*$/ : '', '');
  const holds = (text: string): boolean => text.toLowerCase().includes(value.toLowerCase());
  const shown = holds(whole) || !holds(words) ? whole : piece.trim();
  return `${start > 0 ? '…' : ''}${shown}${end < words.length ? '…' : ''}`;
}

/** The table, or a sentence where nothing was read. */
export function factsTable(
  facts: Facts,
  limits: { chars: number; rows: number },
  hidden?: ReadonlySet<string>,
): Element[] {
  const shown = shownFacts(facts, hidden);
  if (shown.length === 0) return [sentence(wording.facts.none, { subtle: true })];
  const rows = shown.slice(0, Math.min(limits.rows, TABLE_ROWS_MAX));
  const rest = shown.length - rows.length;
  return [
    {
      type: 'Table',
      columns: [{ width: 2 }, { width: 3 }],
      firstRowAsHeader: true,
      showGridLines: true,
      rows: [
        { type: 'TableRow', cells: [cell([sentence(wording.facts.fact)]), cell([sentence(wording.facts.value)])] },
        ...rows.map((entry) => row(entry, limits.chars)),
      ],
    },
    ...(rest > 0 ? [sentence(wording.facts.more(rest), { subtle: true })] : []),
  ];
}

/** What has to be said about the reading itself: masked credentials, contradictions, what could not be read. */
export function readingNotes(report: Report, limits: { chars: number; items: number }): Element[] {
  const notes: Element[] = [];
  if (report.masked.length > 0) {
    const kinds = report.masked
      .slice(0, limits.items)
      .map(({ kind, count }) => (count > 1 ? `${kind} (${count})` : kind));
    notes.push({ type: 'Container', style: 'attention', items: [paragraph([plain(wording.masked(kinds), 400)])] });
  }
  for (const { used, other } of report.conflicts.slice(0, limits.items)) {
    notes.push(paragraph([{ text: wording.facts.conflict(plain(used, 80), plain(other, 80)), color: 'warning' }]));
  }
  for (const what of report.notRead.slice(0, limits.items)) {
    notes.push(paragraph([{ text: wording.notRead(plain(what, limits.chars)), subtle: true, small: true }]));
  }
  return notes;
}

export function factsCard(report: Report, recordId: string, hidden?: ReadonlySet<string>): Card {
  return fitting(({ chars, items }) =>
    card(
      [
        heading(wording.facts.title),
        ...readingNotes(report, { chars, items }),
        ...factsTable(report.facts, { chars, rows: items * 5 }, hidden),
      ],
      [button(wording.facts.edit, { do: 'edit', about: recordId })],
      { fallbackText: factsInWords(report.facts).join('\n') || wording.facts.none },
    ),
  );
}

/** The facts as short phrases: "Kubernetes version 1.33.5". */
export const factsInWords = (facts: Facts, max = 8): string[] =>
  shownFacts(facts)
    .slice(0, max)
    .map(([name, fact]) => plain(`${factLabel(name)} ${factValue(name, fact.value)}`, 100));

/** Facts that people correct most; each becomes a field with its present value. */
const EDITABLE: FactName[] = [
  'k8sVersion',
  'hostOsVersion',
  'aksRelease',
  'clusterRunState',
  'stoppedSince',
  'subscriptionState',
  'subscriptionStateSince',
  'nodeChange',
];
const EDIT_FIELDS_MAX = 8;
/** Free words on the edit card; read like any message. */
export const EDIT_WORDS = 'inWords';

/** What the edit card asks: the facts that were read first, then the questions that are known. */
export function editable(facts: Facts): FactName[] {
  const known = EDITABLE.filter((name) => facts[name]);
  const rest = shownFacts(facts)
    .map(([name]) => name)
    .filter((name) => !known.includes(name));
  return [...known, ...rest].slice(0, EDIT_FIELDS_MAX);
}

/** The value as a person would type it again. */
const asTyped = (name: FactName, facts: Facts): string => {
  const fact = facts[name];
  if (!fact) return '';
  return plain(factValue(name, fact.value), VALUE_CHARS);
};

export function editCard(facts: Facts, recordId: string, hidden: ReadonlySet<string> = new Set()): Card {
  const names = editable(facts).filter((name) => !hidden.has(name));
  return fitting(() =>
    card(
      [
        heading(wording.facts.editTitle),
        sentence(wording.facts.editIntro, { subtle: true }),
        ...names.map((name) => ({
          type: 'Input.Text',
          id: name,
          label: factLabel(name),
          value: asTyped(name, facts),
          maxLength: 500,
        })),
        { type: 'Input.Text', id: EDIT_WORDS, label: wording.facts.editOther, isMultiline: true, maxLength: 4000 },
      ],
      [
        button(wording.facts.save, { do: 'save', about: recordId }, { inputs: true, primary: true }),
        button(wording.choices.verdict, { do: 'verdict', about: recordId }),
      ],
      { fallbackText: wording.facts.editIntro },
    ),
  );
}

/** What was changed on the edit card: only fields that differ from what was shown. */
export function editsOf(
  facts: Facts,
  value: Record<string, unknown>,
): { values: Record<string, string>; words: string } {
  const values: Record<string, string> = {};
  for (const name of editable(facts)) {
    const given = value[name];
    if (typeof given !== 'string' || !given.trim()) continue;
    if (given.trim() !== asTyped(name, facts)) values[name] = given.trim().slice(0, 500);
  }
  const words = value[EDIT_WORDS];
  return { values, words: typeof words === 'string' ? words.trim() : '' };
}

export const labelsOf = (questions: readonly Question[]): string[] => questions.map((question) => question.label);
