/** Facts given beside the words: `--fact name=value` and the `facts` of a batch line. Case and spelling are forgiven. */
import { FACTS, type FactName, type Facts, factNames, isFactName } from '../model/facts.ts';

export class FactError extends Error {
  override name = 'UsageError';
}

const YES = /^(true|yes|y|1)$/i;
const NO = /^(false|no|n|0)$/i;

/** @throws FactError naming the fact and what it takes */
export function givenFacts(values: Readonly<Record<string, unknown>>): Facts {
  const facts: Record<string, unknown> = {};
  for (const [typed, value] of Object.entries(values)) {
    const name = factNames.find((known) => known.toLowerCase() === typed.trim().toLowerCase());
    if (!name || !isFactName(name))
      throw new FactError(`There is no fact "${typed}". Known facts: ${factNames.join(', ')}.`);
    if (value === null || value === undefined || value === '') continue;
    facts[name] = {
      value: acceptedValue(name, value),
      source: 'answered',
      evidence: `given: ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      approx: false,
    };
  }
  return facts as Facts;
}

/** `name=value` arguments to an object of raw values. */
export function factArguments(args: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    args.map((arg) => {
      const at = arg.indexOf('=');
      if (at < 1) throw new FactError(`--fact takes name=value, not "${arg}".`);
      return [arg.slice(0, at), arg.slice(at + 1)];
    }),
  );
}

/** The report says `third_party_oss` of what the fact calls `open-source`: either is understood. */
const CLASS_OF_COMPONENT: Readonly<Record<string, string>> = {
  third_party_oss: 'open-source',
  third_party_closed: 'closed-source',
  other_product: 'other-product',
};

function acceptedValue(name: FactName, raw: unknown): unknown {
  const schema = FACTS[name];
  const asReported = name === 'componentClass' ? CLASS_OF_COMPONENT[String(raw)] : undefined;
  for (const candidate of asReported ? [asReported] : candidates(raw)) {
    const result = schema.safeParse(candidate);
    if (result.success) return result.data;
  }
  const allowed = 'options' in schema ? ` It is one of: ${(schema.options as string[]).join(', ')}.` : '';
  throw new FactError(`${name} does not take ${JSON.stringify(raw)}.${allowed}`);
}

/** Readings of a value as it may have been typed, strictest first. */
function candidates(raw: unknown): unknown[] {
  if (typeof raw !== 'string') return [raw];
  const text = raw.trim();
  // `v1.33.5` and `1.33.5` are one version.
  const plain = text.replace(/^v(?=\d)/i, '');
  const list: unknown[] = [plain, plain.toLowerCase().replace(/[\s_]+/g, '-')];
  if (YES.test(text)) list.push(true);
  if (NO.test(text)) list.push(false);
  if (/^-?\d+$/.test(text)) list.push(Number(text));
  if (/^[[{]/.test(text)) {
    try {
      list.push(JSON.parse(text));
    } catch {
      // Not JSON after all: the error below names what the fact takes.
    }
  }
  return list;
}
