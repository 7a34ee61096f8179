// A process that runs one call of the command after the other, by the command's own `main`: what it loads, it loads once.
// Each call has its own folder, variables and streams. `kept.ts` starts it.
import { Console } from "node:console";
import { Writable } from "node:stream";
import { main } from "../../../npm/fedseal/dist/cli/main.js";

let last = Promise.resolve();
process.on("message", (call) => {
  last = last.then(async () => process.send(await answer(call)));
});
process.on("disconnect", () => process.exit());

async function answer({ id, cwd, args, env }) {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  const streams = [collected("stdout"), collected("stderr")];
  globalThis.console = new Console(process.stdout, process.stderr);
  const status = await main(args);
  const [stdout, stderr] = streams.map((text) => text());
  // A test may remove the folder.
  process.chdir("/");
  return { id, stdout, stderr, status };
}

/** Puts a stream, which is no terminal, in the place of one of the process. */
function collected(name) {
  const parts = [];
  const stream = new Writable({
    write(part, _, done) {
      parts.push(part);
      done();
    },
  });
  Object.defineProperty(process, name, { value: stream, configurable: true });
  return () => Buffer.concat(parts).toString();
}
