/** Writes a strict Content-Security-Policy into a built page: only our own files, and inline scripts only by their hash. */
import { createHash } from "node:crypto";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/gi;

/** Sources 'sha256-…' of the scripts that stand in the page itself; data blocks such as JSON are no scripts. */
export function inlineScriptHashes(html) {
  const hashes = [...html.matchAll(INLINE_SCRIPT)]
    .filter(([, attributes]) => !/\stype=["']?(?!text\/javascript|module)[^"'\s>]/i.test(attributes))
    .map(([, , text]) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`);
  return [...new Set(hashes)];
}

export const policy = (hashes) =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" "),
    "worker-src 'self'",
    "connect-src 'self'",
    // React and Plotly set styles of single elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    // The framework's own page for what fails reloads by a form.
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");

/** The page with the policy as the first thing of its head after the encoding, before any script. */
export function withPolicy(html) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inlineScriptHashes(html))}"/>`;
  const charset = /<head>\s*<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error("the page's head does not start with its encoding");
  return html.replace(charset, (start) => start + meta);
}
