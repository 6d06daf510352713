/** npm run dev: installs what is missing, then the development server. Words after -- go to it: npm run dev -- -p 3100 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-install.mjs";
import { root } from "./paths.mjs";

try {
  ensureInstalled();
  const { copyWasm } = await import("./prepare.mjs");
  copyWasm();
  const next = spawn(
    process.execPath,
    [join(root, "node_modules/next/dist/bin/next"), "dev", ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => next.kill(signal));
  next.on("exit", (code) => {
    process.exitCode = code ?? 0;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
