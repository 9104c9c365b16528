/** The component code of the report: the topic's own, refined where the named part belongs elsewhere. */
import { ReportComponent } from '../../model/report.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';

export function reportComponent(
  topic: string | null,
  component: string | null,
  reading: Reading,
  lexicon: Pick<Lexicon, 'topics' | 'components'>,
): ReportComponent {
  if (topic === null) return 'control_plane';
  const own = ReportComponent.parse(lexicon.topics.get(topic)?.component ?? 'control_plane');
  if (topic !== 'product-procedure' && topic !== 'product-tuning') return own;
  const named = lexicon.components.get(component ?? '')?.topic ?? likeliestPart(reading);
  const code = named === undefined ? undefined : lexicon.topics.get(named)?.component;
  return code === undefined || code === 'docs_feature' || code === 'other_product' ? own : ReportComponent.parse(code);
}

function likeliestPart({ mentions }: Reading): string | undefined {
  return mentions.find(({ role, component }) => role === 'cause' && component.class === 'microsoft-managed')?.component
    .topic;
}
