import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inlineScriptHashes, withPolicy } from "@/app/_tools/content-security-policy.mjs";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const page = (head: string, body = "") =>
  `<!DOCTYPE html><html><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

describe("the policy of a page", () => {
  it("allows every inline script of the page by its hash and none else", () => {
    const html = page(
      "<script>one()</script>",
      '<script src="/a.js" async=""></script><script id="x">two("é")</script><script type="application/json">{}</script>',
    );
    expect(inlineScriptHashes(html)).toEqual([hash("one()"), hash('two("é")')]);
  });

  it("stands before everything but the encoding and allows our own files only", () => {
    const html = withPolicy(page('<script src="/a.js"></script>'));
    expect(html).toMatch(/<meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy"/);
    const content = /content="([^"]+)"/.exec(html)?.[1] ?? "";
    const sources = Object.fromEntries(
      content.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]),
    );
    expect(sources["default-src"]).toBe("'none'");
    expect(sources["script-src"]).toBe("'self' 'wasm-unsafe-eval'");
    expect(sources["connect-src"]).toBe("'self'");
    expect(content).not.toMatch(/https?:|\*|'unsafe-eval'/);
  });

  it("is not silently left out", () => {
    expect(() => withPolicy("<html><head><title>x</title></head></html>")).toThrow(/encoding/);
  });
});
