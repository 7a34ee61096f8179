import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Engine } from "../tamper/engine.ts";
import { withTab } from "../tamper/page.ts";

/** A page under policies, and what a browser does with requests of that page. */

/** One thing that a page tries. */
export interface Attempt {
  kind: "script" | "style" | "img" | "font" | "connect" | "websocket" | "worker" | "frame" | "inline" | "eval" | "wasm";
  /** Absolute, or relative to the page. */
  url?: string;
  nonce?: string;
  integrity?: string;
  /** In the page's HTML instead of from a script. */
  parserInserted?: boolean;
}

/** A page. */
export interface Visit {
  /** `Content-Security-Policy`, one header per item. */
  policies?: string[];
  reportOnly?: string[];
  /** `<meta http-equiv="Content-Security-Policy">` */
  meta?: string[];
  attempts: Attempt[];
}

/** The text of the inline script of attempts. */
export const INLINE = "globalThis.inlineRan = true";
/** The script that every path ending in `.js` serves. */
export const SCRIPT = "(globalThis.ran ??= []).push(document?.currentScript?.src);";
const WORKER = "postMessage(1);";

/** Serves pages and what they ask for. `/to?<url>` redirects. */
export class Pages {
  readonly #server: Server;
  readonly #visits: Visit[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
      const visit = pathname.startsWith("/page/") ? this.#visits[Number(pathname.slice("/page/".length))] : undefined;
      const headers: [string, string][] = [
        ["access-control-allow-origin", "*"],
        ["cache-control", "no-store"],
      ];
      if (pathname === "/to") {
        response.writeHead(302, [...headers, ["location", decodeURIComponent(search.slice(1))]].flat());
        response.end();
        return;
      }
      for (const policy of visit?.policies ?? []) headers.push(["content-security-policy", policy]);
      for (const policy of visit?.reportOnly ?? []) headers.push(["content-security-policy-report-only", policy]);
      const type = visit ? "text/html" : pathname.endsWith(".css") ? "text/css" : "text/javascript";
      response.writeHead(200, [...headers, ["content-type", `${type}; charset=utf-8`]].flat());
      response.end(
        visit ? html(visit) : pathname.endsWith("worker.js") ? WORKER : pathname.endsWith(".js") ? SCRIPT : "",
      );
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address of a page. */
  add(visit: Visit): string {
    return `${this.origin}/page/${this.#visits.push(visit) - 1}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function html({ meta = [], attempts }: Visit): string {
  const metas = meta.map((text) => `<meta http-equiv="Content-Security-Policy" content="${escaped(text)}">`);
  const scripts = attempts
    .filter((one) => one.parserInserted)
    .map(({ kind, url = "", nonce, integrity }) => {
      const attributes = [
        ...(nonce ? [`nonce="${nonce}"`] : []),
        ...(integrity ? [`integrity="${integrity}" crossorigin`] : []),
      ];
      const source = kind === "inline" ? "" : ` src="${escaped(url)}"`;
      return `<script ${attributes.join(" ")}${source}>${kind === "inline" ? INLINE : ""}</script>`;
    });
  return `<!doctype html><html><head><meta charset="utf-8">${metas.join("")}</head><body>${scripts.join("")}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** What a browser did. */
export interface Judgement {
  blocked: boolean;
  /** `effectiveDirective` of the violations that were enforced. */
  directives: string[];
  /** Violations that were only reported. */
  reported: string[];
}

/** What an engine does with each attempt of a page. */
export async function judge(engine: Engine, page: string, visit: Visit): Promise<Judgement[]> {
  return withTab(engine, page, async (tab) => {
    const judgements: Judgement[] = [];
    for (const attempt of visit.attempts) {
      const found = await tab.evaluate(`(${tryOut})(${JSON.stringify(attempt)}, ${JSON.stringify(INLINE)})`);
      judgements.push(found as Judgement);
    }
    return judgements;
  });
}

/** Runs in the page. */
async function tryOut(attempt: Attempt, inline: string): Promise<Judgement> {
  // biome-ignore lint/suspicious/noExplicitAny: a page's globals
  const page = globalThis as any;
  const violations: { effectiveDirective: string; disposition: string }[] = [];
  const listen = (event: unknown) => violations.push(event as (typeof violations)[number]);
  page.document.addEventListener("securitypolicyviolation", listen);
  const enforced = () => violations.filter((one) => one.disposition === "enforce");
  const sleep = (milliseconds: number) => new Promise((resolve) => page.setTimeout(resolve, milliseconds));
  const { kind, url = "", nonce, integrity } = attempt;

  const element = (name: string, properties: object) =>
    new Promise<boolean>((resolve) => {
      const made = Object.assign(page.document.createElement(name), properties);
      made.onload = () => resolve(true);
      made.onerror = () => resolve(false);
      page.document.head.append(made);
    });
  const tries: Record<Attempt["kind"], () => boolean | Promise<boolean>> = {
    script: () =>
      attempt.parserInserted
        ? (page.ran ?? []).includes(new page.URL(url, page.location.href).href)
        : element("script", { src: url, ...(nonce && { nonce }), ...(integrity && { integrity, crossOrigin: "" }) }),
    inline: async () => {
      if (attempt.parserInserted) return page.inlineRan === true;
      page.inlineRan = false;
      const made = Object.assign(page.document.createElement("script"), {
        textContent: inline,
        ...(nonce && { nonce }),
      });
      page.document.head.append(made);
      return page.inlineRan === true;
    },
    style: () => element("link", { rel: "stylesheet", href: url, ...(nonce && { nonce }) }),
    img: () => element("img", { src: url }),
    font: () =>
      new page.FontFace("probe", `url(${JSON.stringify(url)})`).load().then(
        () => true,
        () => false,
      ),
    connect: () =>
      page.fetch(url, { mode: "no-cors" }).then(
        () => true,
        () => false,
      ),
    websocket: () =>
      new Promise((resolve) => {
        try {
          const socket = new page.WebSocket(url);
          socket.onopen = () => resolve(true);
          socket.onerror = () => resolve(false);
        } catch {
          // Some browsers throw where the policy blocks it.
          resolve(false);
        }
      }),
    worker: () =>
      new Promise((resolve) => {
        try {
          const worker = new page.Worker(url);
          worker.onmessage = () => resolve(true);
          worker.onerror = () => resolve(false);
        } catch {
          resolve(false);
        }
      }),
    frame: () =>
      new Promise((resolve) => {
        const frame = Object.assign(page.document.createElement("iframe"), { src: url });
        // It fires for pages that were blocked, too.
        frame.onload = () => resolve(false);
        page.document.body.append(frame);
      }),
    eval: async () => {
      // What the driver of a browser runs may evaluate, whatever the policy says; what runs later may not.
      await sleep(1);
      try {
        return page.eval("true");
      } catch {
        return false;
      }
    },
    wasm: () => {
      try {
        new page.WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
        return true;
      } catch {
        return false;
      }
    },
  };
  const ran = await Promise.race([tries[kind](), sleep(4_000).then(() => false)]);
  // Events of violations are queued.
  for (let turn = 0; !ran && turn < 16 && enforced().length === 0; turn++) await sleep(25);
  page.document.removeEventListener("securitypolicyviolation", listen);
  const certain = attempt.parserInserted || kind === "inline" || kind === "eval" || kind === "wasm";
  return {
    blocked: certain ? !ran : enforced().length > 0,
    directives: enforced().map((one) => one.effectiveDirective),
    reported: violations.filter((one) => one.disposition === "report").map((one) => one.effectiveDirective),
  };
}
