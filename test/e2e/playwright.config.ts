import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 4317);
/** The same site as a host under a sub-path serves it; built when it is out of date. */
const subPath = { PORT: String(port + 1), BASE_PATH: "/driftlab", OUT_DIR: "node_modules/.cache/driftlab/sub-path" };

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results",
  fullyParallel: true,
  // Half of the time a test waits: for a worker, for a frame, for an animation to end.
  workers: 3,
  // A shared machine may be too busy for a moment: what passes the second time is reported as flaky, not hidden.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    viewport: { width: 1440, height: 900 },
    trace: "off",
  },
  metadata: { subPath: `http://localhost:${subPath.PORT}${subPath.BASE_PATH}/` },
  // A quick run opens one page of the site at the root only.
  webServer: [
    {
      command: `node app/_tools/serve.mjs ${port}`,
      cwd: "../..",
      url: `http://localhost:${port}/`,
      reuseExistingServer: false,
      timeout: 20_000,
    },
    ...(process.env.E2E_QUICK
      ? []
      : [
          {
            command: "node app/_tools/start.mjs",
            cwd: "../..",
            env: subPath,
            url: `http://localhost:${subPath.PORT}${subPath.BASE_PATH}/`,
            reuseExistingServer: false,
            timeout: 300_000,
          },
        ]),
  ],
});
