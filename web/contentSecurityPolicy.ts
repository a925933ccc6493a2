import type { Plugin } from "vite";

/**
 * Writes into each page what it may load: files beside it, and answers from the named nodes and the places of documents.
 * Everything else is refused by the browser, also to code that an attacker smuggles in. A wallet's icon comes as a data:
 * address.
 */
export function contentSecurityPolicy(nodes: readonly string[], documents: readonly string[]): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${[...new Set(["'self'", ...nodes, ...documents])].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
    ],
  };
}
