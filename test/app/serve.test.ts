import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(root, "node_modules/.serve-test-"));
const elsewhere = mkdtempSync(join(tmpdir(), "driftlab-outside-"));
let server: Server;
let port: number;
let hostOf: (given?: string) => { host: string; note?: string };

/** A request as it is, without what a client would tidy up. */
const ask = (line: string, headers: readonly string[] = []): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    socket.write([`GET ${line} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n"));
  });
const statusOf = async (line: string, headers?: readonly string[]): Promise<number> =>
  Number((await ask(line, headers)).slice(9, 12));

beforeAll(async () => {
  mkdirSync(join(folder, "lessons/drift"), { recursive: true });
  for (const [name, text] of Object.entries({
    "index.html": "home",
    "404.html": "nothing here",
    ".secret": "secret",
    "lessons/drift/index.html": "drift",
  }))
    writeFileSync(join(folder, name), text);
  writeFileSync(join(elsewhere, "private.txt"), "private");
  symlinkSync(join(elsewhere, "private.txt"), join(folder, "leak.txt"));
  symlinkSync(elsewhere, join(folder, "leak"));
  vi.stubEnv("OUT_DIR", relative(root, folder));
  const tools = await import("../../app/_tools/serve.mjs" as string);
  hostOf = tools.hostOf;
  server = tools.createSite("");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
  for (const path of [folder, elsewhere]) if (existsSync(path)) rmSync(path, { recursive: true });
});

describe("the server of the built site", () => {
  it.each([
    ["/", 200],
    ["/lessons/drift/", 200],
    ["/lessons/drift", 308],
    ["/nowhere/", 404],
    ["//", 400],
    ["///", 400],
    ["//a:b", 400],
    ["//example.org/", 400],
    ["/%", 400],
    ["/%00", 400],
    ["/%2f%2fexample.org", 400],
    ["*", 400],
    ["/.secret", 404],
    ["/%2esecret", 404],
    ["/leak.txt", 404],
    ["/leak/private.txt", 404],
    ["/../package.json", 404],
    ["/%2e%2e/package.json", 404],
  ])("answers %s with %i and lives on", async (line, status) => {
    expect(await statusOf(line)).toBe(status);
    expect(await ask("/")).toContain("home");
  });

  it.each([
    ["bytes=10-5", 416],
    ["bytes=900-901", 416],
    ["bytes=1-2", 206],
    ["bytes=x", 200],
    ["bytes=-", 200],
    ["bytes=0-1,2-3", 200],
    ["lines=1-2", 200],
  ])("answers the range %s with %i and lives on", async (range, status) => {
    expect(await statusOf("/index.html", [`Range: ${range}`])).toBe(status);
    expect(await ask("/")).toContain("home");
  });

  it("answers what is no request with 400", async () => {
    expect(await statusOf("/ and more / than HTTP knows")).toBe(400);
    expect(await ask("/")).toContain("home");
  });

  it("takes a HOST of the shell's own for none, and says so", () => {
    expect(hostOf("x86_64-conda-linux-gnu")).toMatchObject({
      host: "localhost",
      note: expect.stringContaining("conda"),
    });
    expect(hostOf("0.0.0.0")).toEqual({ host: "0.0.0.0" });
    expect(hostOf("")).toEqual({ host: "localhost" });
  });
});
