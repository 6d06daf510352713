/**
 * Serves out/ as any file host would. `node app/_tools/serve.mjs 4317` serves on that port and fails when it is taken;
 * npm start takes the next free one.
 */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { basePath, outFolder } from "./paths.mjs";

const isFolder = (path) => existsSync(path) && statSync(path).isDirectory();

/** A file outside out/ that a link inside leads to, or one whose name begins with a dot, is nobody's business. */
function isHidden(inside) {
  if (inside.split("/").some((part) => part.startsWith(".") && part !== "")) return true;
  const path = join(outFolder, inside);
  if (!existsSync(path)) return false;
  const real = realpathSync(path);
  const rootFolder = realpathSync(outFolder);
  return real !== rootFolder && !real.startsWith(rootFolder + sep);
}

/** The path and query of a request, or undefined when it is none of ours: "//host/", "/%", "*". */
function readTarget(target) {
  const [path = "", ...query] = target.split("?");
  if (!path.startsWith("/") || path.startsWith("//")) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    if (/[\0\\]/.test(decoded)) return undefined;
    // As a browser reads it: "/a/../b" is "/b".
    const { pathname } = new URL(path, "http://localhost");
    return { pathname, search: query.length > 0 ? `?${query.join("?")}` : "" };
  } catch {
    return undefined;
  }
}

/** A range that no file can satisfy would end the file server; one it cannot read means the whole file (RFC 9110). */
function checkRange(request) {
  const { range } = request.headers;
  if (range === undefined) return true;
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  if (!match || (match[1] === "" && match[2] === "") || match[1] === "") {
    delete request.headers.range;
    return true;
  }
  return match[2] === "" || Number(match[1]) <= Number(match[2]);
}

const plainText = { "Content-Type": "text/plain; charset=utf-8" };

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
  const answer = (request, response) => {
    const target = readTarget(request.url ?? "/");
    if (!target) {
      response.writeHead(400, plainText).end("This is no address of this site.");
      return;
    }
    const { pathname, search } = target;
    const redirect = (to) => response.writeHead(308, { Location: to + search }).end();
    if (pathname !== base && !pathname.startsWith(`${base}/`)) {
      if (pathname === "/") redirect(`${base}/`);
      else response.writeHead(404, plainText).end(`The site stands under ${base}/`);
      return;
    }
    if (pathname === base && base !== "") {
      redirect(`${base}/`);
      return;
    }
    const path = pathname.slice(base.length);
    const inside = decodeURIComponent(path);
    if (inside.startsWith("//")) {
      response.writeHead(400, plainText).end("This is no address of this site.");
      return;
    }
    if (isHidden(inside)) {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(notFound);
      return;
    }
    if (!checkRange(request)) {
      response.writeHead(416, plainText).end("No part of a file is in this range.");
      return;
    }
    if (!inside.endsWith("/") && isFolder(join(outFolder, inside))) {
      redirect(`${base}${path}/`);
      return;
    }
    request.url = path + search;
    files(request, response);
  };
  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      // Whatever a request is, it does not end the server.
      console.error(`${request.method} ${request.url}: ${error.message}`);
      if (!response.headersSent) response.writeHead(500, plainText);
      response.end("This address could not be answered.");
    }
  });
  server.on("clientError", (_, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  return server;
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

const DEFAULT_HOST = "localhost";

/** Where to be reached: HOST, where it is an address of this machine. Shells set a HOST of their own, such as x86_64-conda-linux-gnu. */
export function hostOf(given = process.env.HOST) {
  const host = (given ?? "").trim();
  if (host === "" || host === DEFAULT_HOST) return { host: DEFAULT_HOST };
  const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  if (["0.0.0.0", "::", "127.0.0.1", "::1", ...own].includes(host)) return { host };
  return { host: DEFAULT_HOST, note: `HOST is ${host}, which is no address of this machine; using ${DEFAULT_HOST}.` };
}

/** The addresses under which a browser reaches a server that listens on `host`. */
function addressesOf(host, port, base) {
  const name = (one) => (one.includes(":") ? `[${one}]` : one);
  const everywhere = host === "0.0.0.0" || host === "::";
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
  return (everywhere ? [DEFAULT_HOST, ...outside] : [host]).map((one) => `http://${name(one)}:${port}${base}/`);
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });

/** Serves on `port`, or with `search` on the next free one. Resolves to the server and its addresses. */
export async function serve(port, { search = false } = {}) {
  const base = basePath();
  const { host, note } = hostOf();
  for (let tried = port; tried < port + (search ? 100 : 1); tried++) {
    if (await isTaken(tried)) continue;
    try {
      const server = await listen(createSite(base), tried, host);
      const addresses = addressesOf(host, tried, base);
      return { server, port: tried, address: addresses[0] ?? "", addresses, note };
    } catch (error) {
      if (error.code === "EADDRNOTAVAIL") throw new Error(`HOST is ${host}, and nothing can listen on it here.`);
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    }
  }
  throw new Error(search ? `No port from ${port} to ${port + 99} is free.` : `Port ${port} is taken.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { addresses, note } = await serve(Number(process.argv[2] ?? 3000));
    if (note) console.error(note);
    console.log(addresses.join("\n"));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
