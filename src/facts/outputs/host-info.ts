/** `systeminfo`, `Get-ComputerInfo`, `winver`, `Get-StampInformation`, `Get-SolutionUpdateEnvironment`: the host. */
import type { Document, Line } from '../document.ts';
import { type Found, type Output, pasted, WEIGHT } from '../found.ts';
import { hostOfBuild, hostOfSolution } from '../versions.ts';
import { objectsIn, type Property, valueEnd } from './properties.ts';

// Localized consoles translate the key, never the product name.
const NAME_KEY =
  /^(?:osname|windowsproductname|productname|caption|betriebssystemname|nomdusyst\S*exploitation|nombredelsistemaoperativo|operatingsystem|betriebssystem|edition|nomeso|nomedosistemaoperacional|naamvan\S*besturingssysteem|nazwasystemuoperacyjnego|os-?namn)$/;
const VERSION_KEY =
  /^(?:osversion|windowsversion|version|betriebssystemversion|versiondusyst\S*|versiondelsistemaoperativo|osbuildnumber|buildnumber|osbuild|currentbuild|oshardwareabstractionlayer)$/;
const DISPLAY_KEY = /^(?:displayversion|osdisplayversion|releaseid)$/;
const SOLUTION_KEY =
  /^(?:solution|solutionversion|currentversion|stampversion|azurelocalversion|currentsolutionversion|installedversion)$/;

const SERVER = /windows server (?:version )?(20\d\d)(?:\s+(datacenter|standard|essentials))?/i;
const HCI = /azure stack hci/i;
const LOCAL = /azure local/i;

function nameFacts({ value, line }: Property): Found[] {
  const server = SERVER.exec(value);
  if (server?.[1]) {
    const found: Found[] = [pasted('hostOs', 'windows-server', line), pasted('hostOsVersion', server[1], line)];
    const edition = server[2]?.toLowerCase() as 'datacenter' | undefined;
    if (edition) found.push(pasted('hostOsEdition', edition, line));
    return found;
  }
  // "Azure Stack HCI / 21H2 / 10.0.20348": people put the lines of a list into one.
  const release = /\b2[0-4]H2\b/i.exec(value)?.[0].toUpperCase();
  const version: Found[] = release ? [pasted('hostOsVersion', release, line)] : [];
  if (LOCAL.test(value)) return [pasted('hostOs', 'azure-local', line), ...version];
  return HCI.test(value) ? [pasted('hostOs', 'azure-stack-hci', line, { weight: WEIGHT.said }), ...version] : [];
}

function buildFacts({ value, line }: Property): Found[] {
  const build = /\b(\d{5})\b/.exec(value)?.[1];
  const host = build && hostOfBuild(build);
  return host ? hostFacts(host, line, WEIGHT.hint) : [];
}

function hostFacts(host: NonNullable<ReturnType<typeof hostOfBuild>>, line: Line, weight: number): Found[] {
  const found: Found[] = [pasted('hostOs', host.hostOs, line, { weight })];
  if (host.hostOsVersion) found.push(pasted('hostOsVersion', host.hostOsVersion, line, { weight }));
  return found;
}

function solutionFacts({ value, line }: Property): Found[] {
  const m = /^(1[0-2]\.(2[3-9](?:0[1-9]|1[0-2]))\.\d+)/.exec(value);
  if (!m?.[1] || !m[2]) return [];
  return [pasted('azureLocalRelease', m[2], line), ...hostFacts(hostOfSolution(m[1]), line, WEIGHT.hint)];
}

function factsOf(property: Property): Found[] {
  const { key, value, line } = property;
  if (NAME_KEY.test(key)) return nameFacts(property);
  if (SOLUTION_KEY.test(key)) return solutionFacts(property);
  if (DISPLAY_KEY.test(key) && /^2[0-4]H2$/i.test(value)) return [pasted('hostOsVersion', value.toUpperCase(), line)];
  return VERSION_KEY.test(key) ? buildFacts(property) : [];
}

/** A list with the host's name or solution in it; a lone `Version : …` of something else is none. */
const isHost = (o: readonly Property[]): boolean =>
  o.some(
    (p) =>
      (NAME_KEY.test(p.key) && (SERVER.test(p.value) || HCI.test(p.value) || LOCAL.test(p.value))) ||
      (SOLUTION_KEY.test(p.key) && /^1[0-2]\.2\d{3}\./.test(p.value)) ||
      (/^(?:osversion|osbuild|osbuildnumber)$/.test(p.key) && /\d{5}/.test(p.value)),
  );

/** `Get-SolutionUpdate` lists what is offered; only an installed one is the host's. */
function solutionUpdates(lines: readonly Line[]): Output[] {
  return objectsIn(lines).flatMap((o) => {
    const version = o.find((p) => p.key === 'version' && /^1[0-2]\.2\d{3}\./.test(p.value));
    const state = o.find((p) => p.key === 'state');
    const [first, last] = [o[0], o.at(-1)];
    if (!version || !state || !first || !last) return [];
    const found = /^installed$/i.test(state.value) ? solutionFacts(version) : [];
    return [{ kind: 'solution-update', start: first.line.start, end: last.line.end, found }];
  });
}

export function hostInfo(_doc: Document, lines: readonly Line[]): Output[] {
  const hosts = objectsIn(lines)
    .filter(isHost)
    .map((o) => {
      const own = o.filter((p) => factsOf(p).length > 0 || VERSION_KEY.test(p.key) || DISPLAY_KEY.test(p.key));
      const last = own.at(-1);
      return {
        kind: 'host-info',
        start: own[0]?.line.start ?? 0,
        end: last ? valueEnd(last) : 0,
        found: withSolution(own.flatMap(factsOf)),
      };
    });
  return [...hosts, ...solutionUpdates(lines)];
}

/**
 * A solution version decides the name: the console still says "Azure Stack HCI" on Azure Local. Windows Server is called by its year,
 * though it prints the half-year of its build too.
 */
function withSolution(all: Found[]): Found[] {
  const isServer = all.some((f) => f.fact === 'hostOsVersion' && /^20\d\d$/.test(f.value));
  const found = isServer ? all.filter((f) => f.fact !== 'hostOsVersion' || !f.value.endsWith('H2')) : all;
  const train = found.find((f) => f.fact === 'azureLocalRelease');
  return train ? [...found.filter((f) => f.fact !== 'hostOs'), pasted('hostOs', 'azure-local', train)] : found;
}
