/** Whether this process should get traffic now. Says which check failed, never why: anybody on the network may ask. */

/** A check that hangs is a check that failed. */
const CHECK_TIMEOUT_MS = 2000;

export type Readiness = { ready: boolean; checks: { check: string; ok: boolean }[] };

export async function readiness(checks: Readonly<Record<string, () => Promise<void> | void>>): Promise<Readiness> {
  const done = await Promise.all(
    Object.entries(checks).map(async ([check, run]) => ({ check, ok: await succeeds(run) })),
  );
  return { ready: done.every((one) => one.ok), checks: done };
}

async function succeeds(run: () => Promise<void> | void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_TIMEOUT_MS);
  });
  const work = (async () => {
    try {
      await run();
      return true;
    } catch {
      // The reason is in the log of whoever hit it, and in doctor.
      return false;
    }
  })();
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
