import { createServer } from "node:net";
import { rspack } from "@rspack/core";
import { RspackDevServer } from "@rspack/dev-server";
import WebpackDevServer from "webpack-dev-server";
import { type Built, type Configuration, compiler, messages } from "../bundlers/producers.ts";
import type { Producer } from "./apps.ts";

/** What both dev servers have. */
interface Server {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A remote under the dev server of its bundler, with hot updates. */
export class DevServer {
  /** What each build said. */
  readonly builds: Built[] = [];
  /** Of the newest build. */
  hash = "";
  readonly origin: string;
  readonly #server: Server;

  private constructor(origin: string, server: Server) {
    this.origin = origin;
    this.#server = server;
  }

  /** @param folder has the page of a host */
  static async start(producer: Producer, configuration: Configuration, port?: number, folder?: string) {
    // The client in the page has to know it before the server is there.
    const at = port ?? (await freePort());
    const made = compiler(producer, configuration);
    const options = {
      host: "127.0.0.1",
      port: at,
      hot: true,
      allowedHosts: "all",
      headers: { "access-control-allow-origin": "*" },
      static: folder === undefined ? false : { directory: folder, watch: false },
      client: { overlay: false },
    } as const;
    // biome-ignore lint/suspicious/noExplicitAny: one compiler, by the types of two bundlers
    const any = made as any;
    // webpack starts it by itself, and Rspack's command this way.
    const lazy = configuration.lazyCompilation && rspack.lazyCompilationMiddleware(any);
    const setupMiddlewares = (all: unknown[]) => (lazy ? [...all, lazy] : all);
    const server = producer.startsWith("webpack")
      ? new WebpackDevServer(options, any)
      : new RspackDevServer({ ...options, setupMiddlewares } as typeof options, any);
    const dev = new DevServer(`http://127.0.0.1:${at}`, server);
    any.hooks.done.tap("test", (stats: Parameters<typeof messages>[0] & { hash: string }) => {
      dev.hash = stats.hash;
      dev.builds.push(messages(stats));
    });
    await server.start();
    await dev.built(1);
    return dev;
  }

  /** Waits until so many builds are done. */
  async built(count: number): Promise<void> {
    while (this.builds.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
