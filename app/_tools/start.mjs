/** npm start: installs what is missing, builds what is out of date, serves the site. */
import { ensureInstalled } from "./ensure-install.mjs";

const PORT = Number(process.env.PORT) || 3000;

try {
  ensureInstalled();
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt();
  const { serve } = await import("./serve.mjs");
  const { address, port } = await serve(PORT, { search: true });
  if (port !== PORT) console.log(`Port ${PORT} is taken; using ${port}.`);
  console.log(`Driftlab is at ${address}   (Ctrl+C ends it)`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
