/** Parts of the product by their names in several languages, capitals that name nothing, and thanks that are only awaited. */
import { describe, expect, it } from 'vitest';
import { readLexiconSource, readTraining } from '../../knowledge/lexicon.ts';
import { readFacts } from '../../src/facts/read.ts';
import { readKept } from '../../src/text/classifier.ts';
import { lexicon, understand } from '../../src/triage/understand.ts';

const training = readTraining();
const compiled = lexicon(readLexiconSource(), training && readKept(training));

function read(text: string) {
  const { facts } = readFacts(text, { today: '2026-11-20' });
  return understand(text, facts, compiled);
}

describe('parts of the product in other languages', () => {
  it.each([
    ["Le serveur API du cluster n'est plus joignable, timeout partout", 'api-server'],
    ['El servidor API no responde desde ayer', 'api-server'],
    ['Le plan de contrôle est en panne depuis hier', 'control-plane'],
    ['el plano de control está caído', 'control-plane'],
    ['deux noeuds de travail ne démarrent plus', 'node'],
    ['los nodos de trabajo no arrancan después del corte de luz', 'node'],
    ["L'équilibreur de charge ne donne plus d'adresse IP", 'ingress-lb'],
    ['El balanceador de carga no asigna direcciones', 'ingress-lb'],
    ["Le cluster de gestion n'est plus joignable", 'management-cluster'],
    ['Die Steuerungsebene fällt jede Nacht aus', 'control-plane'],
  ])('%s', (text, topic) => expect(read(text).topic).toBe(topic));
});

describe('billing by its own names', () => {
  it.each([
    'Hallo, Abrechnungs-Pod startet nicht mehr, CrashLoopBackOff',
    'Get-AksHciBillingStatus zeigt Failed seit gestern, sonst läuft alles',
    'Sync-AksHciBilling ends with a timeout',
    'Le pod de facturation redémarre sans arrêt',
    'El pod de facturación se cae cada hora',
  ])('%s', (text) => expect(read(text)).toMatchObject({ topic: 'billing', component: 'azure-billing' }));

  it('keeps other cmdlets with their module', () => {
    expect(read('Get-AksHciCluster hangs for minutes').component).toBe('akshci-module');
  });
});

describe('a capital that names no product', () => {
  it.each([
    ['Quarry platform. The API server times out since yesterday', 'api-server'],
    ['Mountain server room. Nodes are NotReady after the night', 'node-runtime'],
    ['Monitoring agent of your side says etcd lost quorum', 'etcd'],
    ['Latenz Spitzen Pod zu Pod, von Host zu Host alles gut', 'net-performance'],
  ])('%s', (text, topic) => expect(read(text).topic).toBe(topic));

  it.each([
    ['Skyforge platform pods crash, exit 139', 'Skyforge'],
    ['Der Netwatcher Agent stürzt auf allen Knoten ab', 'Netwatcher'],
    ['FlowMill-Sensor startet nicht mehr', 'FlowMill'],
  ])('and one that does: %s', (text, component) => expect(read(text)).toMatchObject({ topic: null, component }));
});

describe('thanks for what is only awaited', () => {
  it.each([
    ['coredns crashes. Tell me when it is solved on your side, thanks', 'dns'],
    ['kubectl gets "connection refused" on 6443. We update nothing until this is resolved', 'api-server'],
    ['Workers stay NotReady. As long as this is not resolved we cannot ship orders, thank you', 'node-runtime'],
  ])('closes nothing: %s', (text, topic) => expect(read(text).topic).toBe(topic));

  it.each([
    'The etcd alert is solved, please close the ticket. Thanks for the help',
    'Problem solved after reboot, thank you!',
  ])('and real thanks do: %s', (text) => expect(read(text).topic).toBe('small-talk'));
});
