import type { Plugin } from "vite";

/** What only a header can say: no page of another host shows ours in a frame, where it could lead taps astray. */
const HEADERS = `/*
  Content-Security-Policy: frame-ancestors 'none'
`;

/**
 * Writes into each page what it may load: files beside it, and answers from the named nodes and the places of documents.
 * Everything else is refused by the browser, also to code that an attacker smuggles in. A wallet's icon comes as a data:
 * address. As a header this would also hide wallets that put a script of their own into the page, as they do in Firefox, so
 * the header file `_headers` says nothing of it.
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
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: HEADERS });
    },
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
    ],
  };
}
