import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readRegularFile } from "../../regular-files.js";
import { type Place, runnable, UnusableNginx, wrapper } from "./nginx-config.js";

export { UnusableNginx } from "./nginx-config.js";

/** A configuration to run. */
export interface NginxRun {
  /** The file, absolute. */
  file: string;
  /** The output folder, absolute. */
  folder: string;
  /** The folder on the server that the output folder is copied to. */
  root?: string;
}

/** A server that runs. */
export interface RunningNginx {
  /** `http://127.0.0.1:<port>/` */
  url: string;
  stop(): Promise<void>;
}

/** Milliseconds for nginx to answer, and to end. */
const PATIENCE = 10_000;

/**
 * Runs nginx with a configuration on a free port of this machine.
 *
 * @throws UnusableNginx
 */
export async function runNginx({ file, folder, root }: NginxRun): Promise<RunningNginx> {
  const nginx = binary();
  const text = read(file);
  const scratch = mkdtempSync(join(tmpdir(), "fedseal-nginx-"));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  try {
    const port = await freePort();
    const place: Place = {
      port,
      folder,
      scratch,
      include: (path) => included(path, file),
      ...(root !== undefined && { root }),
    };
    const { level, text: changed, links } = runnable(text, place);
    for (const link of links) {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(folder, link, "dir");
    }
    const inner = join(scratch, "given.conf");
    const outer = level === "main" ? inner : join(scratch, "nginx.conf");
    writeFileSync(inner, changed);
    if (level !== "main") writeFileSync(outer, wrapper(level, inner, place, mimeTypes()));
    const owner = process.getuid?.() === 0 ? "user root; " : "";
    const global = `${owner}daemon off; pid ${join(scratch, "nginx.pid")};`;
    const args = ["-e", "stderr", "-p", scratch, "-c", outer, "-g", global];
    const test = spawnSync(nginx, ["-t", ...args], { encoding: "utf8", timeout: PATIENCE });
    if (test.status !== 0) throw new UnusableNginx(`nginx refuses it: ${reason(test.stderr, inner, file)}`);
    const child = spawn(nginx, args, { stdio: ["ignore", "ignore", "pipe"] });
    const said = collect(child);
    try {
      await answers(child, port, said);
    } catch (thrown) {
      await end(child);
      throw thrown;
    }
    const stop = async () => {
      await end(child);
      remove();
    };
    return { url: `http://127.0.0.1:${port}/`, stop };
  } catch (thrown) {
    remove();
    throw thrown;
  }
}

/** The program: `FEDSEAL_NGINX`, or where packages put it. */
function binary(): string {
  const named = process.env.FEDSEAL_NGINX;
  const candidates =
    named !== undefined && named !== "" ? [named] : ["nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx"];
  const found = candidates.find((name) => spawnSync(name, ["-v"], { stdio: "ignore", timeout: PATIENCE }).status === 0);
  if (found !== undefined) return found;
  throw new UnusableNginx(
    "nginx is not installed here (Debian and Ubuntu: `apt-get install nginx-light`; or set FEDSEAL_NGINX to its path)",
  );
}

function read(file: string): string {
  try {
    return readRegularFile(file).toString("utf8");
  } catch (thrown) {
    throw new UnusableNginx(`it cannot be read (${(thrown as NodeJS.ErrnoException).code ?? String(thrown)})`);
  }
}

/** Files of `include`: beside the configuration, else where nginx has its own. */
function included(path: string, file: string): string {
  if (isAbsolute(path)) return path;
  const beside = resolve(dirname(file), path);
  // A pattern may match nothing, which nginx accepts.
  const folder = dirname(beside.split("*")[0] ?? beside);
  return existsSync(path.includes("*") ? folder : beside) ? beside : join("/etc/nginx", path);
}

function mimeTypes(): string | undefined {
  return ["/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types"].find(
    (path) => existsSync(path),
  );
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** The last lines of what nginx says, bounded. */
function collect(child: ChildProcess): { text: string } {
  const said = { text: "" };
  child.stderr?.on("data", (chunk: Buffer) => {
    said.text = (said.text + chunk.toString("utf8")).slice(-8192);
  });
  return said;
}

async function answers(child: ChildProcess, port: number, said: { text: string }): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (child.exitCode !== null) throw new UnusableNginx(`nginx ended: ${said.text.trim().split("\n").at(-1) ?? ""}`);
    if (await isOpen(port)) return;
    await sleep(50);
  }
  throw new UnusableNginx("nginx does not answer");
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  await ended;
  clearTimeout(timer);
}

/** What nginx says of the user's file, in the user's names. */
function reason(said: string, inner: string, file: string): string {
  const line =
    said.split("\n").find((one) => /\[(emerg|alert|crit)\]/.test(one)) ?? said.trim().split("\n")[0] ?? "no reason";
  return line
    .replace(/^.*?\[(emerg|alert|crit)\]\s*/, "")
    .replace(/^\d+#\d+:\s*/, "")
    .replaceAll(inner, file.split(/[\\/]/).at(-1) ?? file);
}
