import { createServer } from "node:net";
import { RspackDevServer } from "@rspack/dev-server";
import WebpackDevServer from "webpack-dev-server";
import { type Built, type Configuration, compiler, messages } from "../bundlers/producers.ts";
import type { Producer } from "./apps.ts";

/** A remote under the dev server of its bundler, with hot updates. */
export class DevServer {
  /** What each build said. */
  readonly builds: Built[] = [];
  assets: string[] = [];
  readonly #server: { start(): Promise<void>; stop(): Promise<void> };

  private constructor(
    readonly origin: string,
    server: DevServer["#server"],
  ) {
    this.#server = server;
  }

  static async start(producer: Producer, configuration: Configuration, port?: number): Promise<DevServer> {
    // The client in the page has to know it before the server is there.
    const at = port ?? (await freePort());
    const made = compiler(producer, configuration);
    const options = {
      host: "127.0.0.1",
      port: at,
      hot: true,
      allowedHosts: "all",
      headers: { "access-control-allow-origin": "*" },
      static: false,
      client: { overlay: false },
    } as const;
    // biome-ignore lint/suspicious/noExplicitAny: one compiler, by the types of two bundlers
    const any = made as any;
    const server = producer.startsWith("webpack")
      ? new WebpackDevServer(options, any)
      : new RspackDevServer(options, any);
    const dev = new DevServer(`http://127.0.0.1:${at}`, server);
    any.hooks.done.tap("test", (stats: any) => { dev.assets = Object.keys(stats.compilation.assets); dev.builds.push(messages(stats)); });
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
