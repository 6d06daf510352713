/** npm start: installs what is missing, builds what is out of date, serves the site. */
import { ensureInstalled } from "./ensure-install.mjs";

const PORT = Number(process.env.PORT) || 3000;

try {
  ensureInstalled();
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt();
  const { serve } = await import("./serve.mjs");
  const { addresses, note, port } = await serve(PORT, { search: true });
  if (port !== PORT) console.log(`Port ${PORT} is taken; using ${port}.`);
  if (note) console.log(note);
  console.log(`Driftlab is at ${addresses.join(" and ")}   (Ctrl+C ends it)`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
