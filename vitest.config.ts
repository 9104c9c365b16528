import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    setupFiles: ['test/support/setup.ts'],
    env: { TRIAGE_TODAY: '2026-11-20', TZ: 'UTC' },
  },
});
