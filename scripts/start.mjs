// `npm start`: builds the example, which seals it, checks the seal, shows what happens when one byte changes, signs it, then
// serves a page where anybody can try that in a browser. With `--once` it looks at that page itself, and ends.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

title("3. Check the folder against it");
if (fedseal(root, "verify", relative(root, dist)) !== 0) fail("the example's own output should have passed");

const file = join(entry.path, entry.name);
const copy = mkdtempSync(join(tmpdir(), "fedseal-"));
try {
  cpSync(dist, join(copy, "dist"), { recursive: true });

  title(`4. Flip one byte of ${file} in a copy, and check the copy`);
  flip();
  refused("verify", "dist");

  title("5. Sign the copy with a key that is thrown away");
  cpSync(dist, join(copy, "dist"), { recursive: true });
  accepted("keygen", "--out", "keys");
  const key = (kind) =>
    join(
      "keys",
      readdirSync(join(copy, "keys")).find((name) => name.endsWith(`.${kind}.jwk`)),
    );
  accepted("sign", "dist", "--key", key("private"), "--origin", "https://cdn.example.com");
  accepted("verify", "dist", "--key", key("public"));

  title("6. Flip the byte again and seal the copy anew, as somebody could who can write all of it");
  flip();
  accepted("seal", "dist", "--quiet");
  accepted("verify", "dist");
  console.log("\nA seal says which bytes, not whose. With the key of whoever signed:\n");
  refused("verify", "dist", "--key", key("public"));
} finally {
  rmSync(copy, { recursive: true, force: true });
}

title("7. The same in a browser: a stock host, a host with fedseal, and one that knows the key, side by side");
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

/** Changes one byte in the copy. */
function flip() {
  const path = join(copy, "dist", file);
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(path, bytes);
}

function accepted(...args) {
  const code = fedseal(copy, ...args);
  if (code !== 0) fail(`\`fedseal ${args.join(" ")}\` should have ended with exit code 0, not ${code}`);
}

function refused(...args) {
  const code = fedseal(copy, ...args);
  if (code !== 1) fail(`the changed copy should have been refused with exit code 1, not ${code}`);
  console.log("\nRefused, exit code 1.");
}

/** Runs the command in a folder, so that what it prints is the same for everybody. */
function fedseal(cwd, ...args) {
  if (!args.includes("--quiet")) console.log(`$ npx fedseal ${args.join(" ")}`);
  const bin = join(root, "npm/fedseal/bin/fedseal.js");
  return spawnSync(process.execPath, [bin, ...args], { cwd, stdio: "inherit" }).status;
}

function title(text) {
  console.log(process.stdout.isTTY ? `\n\x1b[1m${text}\x1b[0m` : `\n${text}`);
}
