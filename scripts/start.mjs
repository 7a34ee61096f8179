// `npm start`: builds the example, which seals it, checks the seal, shows what happens when one byte changes, then serves
// a page where anybody can try that in a browser. With `--once` it looks at that page itself, and ends.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, root, run, setup } from "./setup.mjs";

const example = join(root, "examples/basic");
const dist = join(example, "remote/dist");

setup();

title("1. Build the example with Rspack; FedsealPlugin seals what it emits");
run("npm", ["run", "--silent", "build"], { cwd: example });

const manifest = JSON.parse(readFileSync(join(dist, "mf-manifest.json"), "utf8"));
const [entry] = manifest.exposes[0].assets.js.sync;
title(`2. What the manifest of the remote "${manifest.name}" now says about ${manifest.exposes[0].path}`);
console.log(JSON.stringify(entry, null, 2));
console.log(`… and its closure names ${Object.keys(manifest.integrity).length} files, release ${manifest.release.id}.`);

title("3. Check the folder against it: npx fedseal verify examples/basic/remote/dist");
if (verify(dist) !== 0) fail("the example's own output should have passed");

const file = join(entry.path, entry.name);
title(`4. Flip one byte of ${file} in a copy, and check the copy`);
const copy = mkdtempSync(join(tmpdir(), "fedseal-"));
let code;
try {
  cpSync(dist, copy, { recursive: true });
  const bytes = readFileSync(join(copy, file));
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(join(copy, file), bytes);
  code = verify(copy);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
if (code !== 1) fail(`the changed copy should have been refused with exit code 1, not ${code}`);
console.log("\nRefused, exit code 1.");

title("5. The same in a browser: a stock host and a host with fedseal, side by side");
// Not imported above: it needs what the set-up compiles.
const { serve, start } = await import(pathToFileURL(join(example, "demo/demo.js")).href);
const { check } = await import(pathToFileURL(join(example, "demo/check.js")).href);
if (process.argv.includes("--once")) {
  const demo = await start();
  try {
    for (const line of await check(demo.url)) console.log(line);
  } catch (error) {
    fail(error.message);
  }
  await demo.stop();
} else {
  await serve();
}
console.log("\nNext: README.md, “Start in ten lines”.");

function verify(dir) {
  const shown = dir === dist ? relative(root, dir) : ".";
  const { status } = spawnSync(process.execPath, [join(root, "npm/fedseal/bin/fedseal.js"), "verify", shown], {
    cwd: dir === dist ? root : dir,
    stdio: "inherit",
  });
  return status;
}

function title(text) {
  console.log(process.stdout.isTTY ? `\n\x1b[1m${text}\x1b[0m` : `\n${text}`);
}
