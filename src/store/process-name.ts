/** Who holds something that outlives a process: a lock, a file. Whoever reads the name on the same machine can tell whether it lives. */
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names given out by this very process and still in use. */
const openHere = new Set<string>();

/** Machine and namespace of process numbers, process, and something of its own; until `forgetName`. */
export function processName(): string {
  let machine = hostname();
  try {
    machine = `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    // Not Linux: the host's name has to do; there a lease or an age decides where numbers were used again.
  }
  const name = `${machine} ${process.pid} ${randomUUID()}`;
  openHere.add(name);
  return name;
}

export const forgetName = (name: string): void => void openHere.delete(name);

/** `unknown`: on another machine, or behind another wall of this one. */
export function lifeOf(other: string, mine: string): 'dead' | 'alive' | 'unknown' {
  const [machine, pid] = other.split(' ');
  const [myMachine, myPid] = mine.split(' ');
  if (other === mine) return 'alive';
  if (machine !== myMachine) return 'unknown';
  // A container's first process has the same number after every restart. Two stores open in one process share it too, so
  // the number alone proves nothing unless nobody else in this process carries that name.
  if (pid === myPid) return openHere.has(other) ? 'alive' : 'dead';
  try {
    process.kill(Number(pid), 0);
    return 'alive';
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH' ? 'dead' : 'alive';
  }
}
