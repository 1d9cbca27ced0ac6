import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two cores are what an office laptop and a CI machine have; a browser and a build already fill them.
    maxWorkers: 2,
  },
});
