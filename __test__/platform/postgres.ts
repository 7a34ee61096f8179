import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real PostgreSQL on a free port, with a cluster of its own. */
export class PostgresServer {
  readonly port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.#folder = folder;
  }

  static async start(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), "fedseal-postgres-"));
    const user = owner();
    if (user) chownSync(folder, user.uid, user.gid);
    const initdb = join(dirname(realpathSync(program())), "initdb");
    const args = ["-D", folder, "-U", "catalog", "--auth", "trust", "--no-sync", "--encoding", "UTF8"];
    execFileSync(initdb, args, { ...user, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    const server = new PostgresServer(await freePort(), folder);
    await server.run();
    return server;
  }

  get url(): string {
    return `postgres://catalog@127.0.0.1:${this.port}/postgres`;
  }

  async run(): Promise<void> {
    const settings = { listen_addresses: "127.0.0.1", port: this.port, unix_socket_directories: "", fsync: "off" };
    const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const stdio: ["ignore", "ignore", "pipe"] = ["ignore", "ignore", "pipe"];
    const child = spawn(program(), ["-D", this.#folder, ...args], { ...owner(), cwd: this.#folder, stdio });
    this.#process = child;
    let printed = "";
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () => reject(new Error(`PostgreSQL did not start: ${printed}`)));
      child.stderr.setEncoding("utf8").on("data", (text) => {
        printed += text;
        if (printed.includes("ready to accept connections")) resolve();
      });
    });
  }

  /** Ends it at once; what it holds stays, until `stop`. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    // Immediate shutdown, which takes its own processes with it; SIGKILL would leave them.
    child.kill("SIGQUIT");
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function program(): string {
  const path = process.env.FEDSEAL_POSTGRES;
  if (path === undefined) throw new Error("FEDSEAL_POSTGRES is not set; run the tests by `npm test`");
  return path;
}

/** PostgreSQL does not run as root; Debian's package brings a user for it. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
