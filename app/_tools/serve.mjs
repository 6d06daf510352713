/**
 * Serves out/ as any file host would. `node app/_tools/serve.mjs 4317` serves on that port and fails when it is taken;
 * npm start takes the next free one.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { basePath, outFolder } from "./paths.mjs";

const isFolder = (path) => existsSync(path) && statSync(path).isDirectory();

/** What answers requests: files of out/ below the base path, folders with a slash at the end, the 404 page for the rest. */
export function createSite(base) {
  const notFound = readFileSync(join(outFolder, "404.html"));
  const files = sirv(outFolder, {
    etag: true,
    // Files are looked up when asked for, so that a new build needs no new server.
    dev: true,
    extensions: ["html"],
    setHeaders(response, path) {
      const hashed = path.startsWith("/_next/static/");
      response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      response.setHeader("X-Content-Type-Options", "nosniff");
    },
    onNoMatch(_, response) {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(notFound);
    },
  });
  return createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    const redirect = (to) => response.writeHead(308, { Location: to + search }).end();
    if (pathname !== base && !pathname.startsWith(`${base}/`)) {
      if (pathname === "/") redirect(`${base}/`);
      else response.writeHead(404, { "Content-Type": "text/plain" }).end(`The site stands under ${base}/`);
      return;
    }
    if (pathname === base && base !== "") {
      redirect(`${base}/`);
      return;
    }
    const path = pathname.slice(base.length);
    let inside;
    try {
      inside = decodeURIComponent(path);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (!inside.endsWith("/") && !inside.includes("..") && isFolder(join(outFolder, inside))) {
      redirect(`${base}${path}/`);
      return;
    }
    request.url = path + search;
    files(request, response);
  });
}

/** true when anything answers on the port, on either of the two addresses of localhost. */
async function isTaken(port) {
  const answers = (host) =>
    new Promise((resolve) => {
      const socket = connect({ port, host, timeout: 500 });
      const end = (taken) => {
        socket.destroy();
        resolve(taken);
      };
      socket.on("connect", () => end(true));
      socket.on("error", () => end(false));
      socket.on("timeout", () => end(false));
    });
  return (await Promise.all([answers("127.0.0.1"), answers("::1")])).includes(true);
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, process.env.HOST ?? "localhost", () => resolve(server));
  });

/** Serves on `port`, or with `search` on the next free one. Resolves to the server and its address. */
export async function serve(port, { search = false } = {}) {
  const base = basePath();
  for (let tried = port; tried < port + (search ? 100 : 1); tried++) {
    if (await isTaken(tried)) continue;
    try {
      const server = await listen(createSite(base), tried);
      return { server, port: tried, address: `http://localhost:${tried}${base}/` };
    } catch (error) {
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    }
  }
  throw new Error(search ? `No port from ${port} to ${port + 99} is free.` : `Port ${port} is taken.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { address } = await serve(Number(process.argv[2] ?? 3000));
    console.log(address);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
