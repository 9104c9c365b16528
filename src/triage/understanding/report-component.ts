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
  const own = codeOf(topic, lexicon);
  if (topic === 'certificates' && component !== null && SERVED_BY.has(component)) return 'control_plane';
  if (!GENERAL.has(topic) || (own === 'install_upgrade' && isAboutUpgrade(reading))) return own;
  const named = component === null ? undefined : lexicon.components.get(component)?.topic;
  const parts = [named, ...partsIn(reading)].filter((part) => part !== undefined);
  return parts.map((part) => codeOf(part, lexicon)).find((code) => REFINED.has(code)) ?? own;
}

/** Topics that say what is wanted, not of which part. */
const GENERAL = new Set(['product-procedure', 'product-tuning']);
const REFINED = new Set<ReportComponent>([
  'networking',
  'node',
  'storage',
  'arc_billing',
  'security',
  'control_plane',
  'cni',
]);
const SIGNAL_WEIGHT_MIN = 2.5;

/** An expired certificate is what keeps these from answering. */
const SERVED_BY = new Set(['kube-apiserver', 'etcd', 'control-plane-node']);

/** "Update-AksHci before or after the node pools?": the order is asked of the upgrade, not of the pools. */
const isAboutUpgrade = ({ signals }: Reading): boolean =>
  signals.some(({ topic, weight }) => topic === 'install-upgrade' && weight >= SIGNAL_WEIGHT_MIN);

const codeOf = (topic: string, { topics }: Pick<Lexicon, 'topics'>): ReportComponent =>
  ReportComponent.parse(topics.get(topic)?.component ?? 'control_plane');

/** Topics of the product's parts in the message: of its signals, then of its names. */
function partsIn({ mentions, signals }: Reading): string[] {
  return [
    ...signals
      .filter(({ topic, weight }) => weight >= SIGNAL_WEIGHT_MIN && !GENERAL.has(topic))
      .map(({ topic }) => topic),
    ...mentions
      .filter(({ role, component }) => role === 'cause' && component.class === 'microsoft-managed')
      .map(({ component }) => component.topic),
  ];
}
