import { existsSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Engine, opened, type Tab } from "./engine.ts";
import { type Guarded, guarded } from "./guarded.ts";

/** For a script of WebDriver, in milliseconds: much more than any page takes. */
const PATIENCE = 30_000;

/** A browser starts for every page. What nobody sees or asks for here is a quarter of that: drawing, desktop services. */
const WITHOUT_DESKTOP = {
  WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  GIO_USE_VFS: "local",
  GSETTINGS_BACKEND: "memory",
  GTK_A11Y: "none",
  NO_AT_BRIDGE: "1",
};

/** Starts WebKitGTK's driver on a display of its own. The driver starts MiniBrowser, once per session. */
export async function webkit(path: string): Promise<Engine> {
  const port = await freePort();
  const process = guarded(
    () => [
      ...["xvfb-run", "-a", "-s", "-screen 0 1024x768x24 -nolisten tcp"],
      // The driver has one session at a time: that of a test that ran out of time does not stand in the way of the next.
      ...[path, "-p", String(port), "--replace-on-new-session"],
    ],
    WITHOUT_DESKTOP,
  );
  const driver = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([ready(driver), process.ended]);
  } catch (error) {
    await process.stop();
    throw error;
  }
  return engine(driver, process);
}

function engine(driver: string, process: Guarded): Engine {
  const capabilities = {
    alwaysMatch: {
      browserName: "MiniBrowser",
      timeouts: { script: PATIENCE, pageLoad: PATIENCE },
      "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation", "--private"] },
    },
  };
  return {
    name: "webkit",
    // A session of its own, and with it a process: WebKit keeps what it loaded in memory in spite of "no-store".
    async open(url) {
      const { sessionId } = await call<{ sessionId: string }>("POST", `${driver}/session`, { capabilities });
      const session = `${driver}/session/${sessionId}`;
      const tab: Tab = {
        // The driver has no command for it, and MiniBrowser, which can print it, does not in private sessions; those of a
        // driver always are.
        console: [],
        // `import()` in a driver's script follows rules of its own, also for what the imported module imports. Functions of
        // the page do not.
        evaluate: (expression) => call("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
        close: () => call("DELETE", session),
      };
      return opened(tab, () => call("POST", `${session}/url`, { url }));
    },
    close: () => process.stop(),
  };
}

/** One command of WebDriver. */
async function call<Value = void>(method: string, url: string, body?: unknown): Promise<Value> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(PATIENCE * 1.5),
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

async function ready(driver: string): Promise<void> {
  for (;;) {
    try {
      await call("GET", `${driver}/status`);
      return;
    } catch (error) {
      // Nobody listens yet; when nobody ever will, the process has ended, and whoever waits for us knows.
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** MiniBrowser is beside WebKitGTK's own processes, in a folder named after processor and version. */
function miniBrowser(): string {
  const roots = ["/usr/lib", "/usr/libexec", ...readdirSync("/usr/lib").map((name) => join("/usr/lib", name))];
  for (const root of roots) {
    for (const version of ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]) {
      const path = join(root, version, "MiniBrowser");
      if (existsSync(path)) return path;
    }
  }
  throw new Error("WebKitWebDriver is here, but not MiniBrowser, which it drives: install all of WebKitGTK");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
