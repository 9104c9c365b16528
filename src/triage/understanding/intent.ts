/** What the person wants, from the topic and their turns of phrase. */
import type { Reading } from './reading.ts';
import { says, tellsFault } from './turn.ts';

export type Intent =
  | 'fault'
  | 'how_to'
  | 'procedure'
  | 'wish'
  | 'roadmap'
  | 'docs'
  | 'small_talk'
  | 'thanks'
  | 'announcement'
  | 'product_choice'
  | 'empty'
  | 'price'
  | 'release_info'
  | 'other_product';

const BY_TOPIC: Record<string, Intent> = {
  wish: 'wish',
  roadmap: 'roadmap',
  price: 'price',
  'docs-fault': 'docs',
  'release-info': 'release_info',
  'product-choice': 'product_choice',
  'other-product': 'other_product',
  'k8s-howto': 'how_to',
  'product-procedure': 'procedure',
};

export function intentOf(topic: string | null, reading: Reading): Intent {
  if (topic === 'small-talk') {
    if (says(reading, 'thanks')) return 'thanks';
    return says(reading, 'announcement') ? 'announcement' : 'small_talk';
  }
  const settled = topic === null ? undefined : BY_TOPIC[topic];
  if (settled) return settled;
  if (tellsFault(reading)) return 'fault';
  return says(reading, 'how-to') || says(reading, 'question') ? 'procedure' : 'fault';
}
