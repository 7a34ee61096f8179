import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../examples/platform/start/free-port.js";

/** A real Redis on a free port, and what can go wrong with one. */
export class RedisServer {
  readonly port: number;
  #process: ChildProcess | undefined;
  readonly #args: string[];

  private constructor(port: number, args: string[]) {
    this.port = port;
    this.#args = args;
  }

  static async start(...args: string[]): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), args);
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async run(): Promise<void> {
    const program = process.env.FEDSEAL_REDIS as string;
    const dir = mkdtempSync(join(tmpdir(), "fedseal-redis-"));
    const args = ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", dir];
    const child = spawn(program, [...args, ...this.#args], { stdio: ["ignore", "pipe", "inherit"] });
    this.#process = child;
    let printed = "";
    for await (const text of child.stdout.setEncoding("utf8")) {
      printed += text;
      if (printed.includes("Ready to accept connections")) break;
    }
    if (!printed.includes("Ready to accept connections")) throw new Error(`Redis did not start: ${printed}`);
  }

  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}

export interface SlowProxy {
  url: string;
  /** How long it takes, each way; may be changed while it runs. */
  milliseconds: number;
  stop(): Promise<void>;
}

/** Passes everything on, in both directions, after a time, in the order that it came. */
export async function slowDown(port: number, milliseconds: number): Promise<SlowProxy> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      let before: Promise<unknown> = Promise.resolve();
      from.on("data", (data) => {
        before = Promise.all([before, sleep(proxy.milliseconds)]).then(() => to.writable && to.write(data));
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy: SlowProxy = {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    milliseconds,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}
