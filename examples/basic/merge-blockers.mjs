// The three merge blockers as one story: a throwaway git repository of this example, a branch per change, and what
// `fedseal check --base main` says of each. One is fine; the others rename an expose, make the remote entry immutable, and move
// the remote to a host that the shell's policy does not allow. `--keep` leaves the repository for a closer look.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** Each branch: what it edits, and what the check has to say: an exit code, and the rules of the errors. */
const BRANCHES = [
  {
    name: "other-words",
    title: "A change that breaks nobody",
    edit: { file: "remote/src/Details.tsx", from: "is on its way", to: "arrives tomorrow" },
    code: 0,
    rules: [],
  },
  {
    name: "rename-expose",
    title: "An expose gets another name, and a shell still imports the old one",
    edit: { file: "remote/rspack.config.js", from: '"./Button":', to: '"./BuyButton":' },
    code: 1,
    rules: ["contract/version-not-raised", "contract/expose-removed"],
  },
  {
    name: "immutable-entry",
    title: "`remoteEntry.js` is served immutable, so browsers keep the old one for a year",
    edit: {
      file: "remote/public/_headers",
      from: "/remoteEntry.js\n  Cache-Control: no-cache",
      to: "/remoteEntry.js\n  Cache-Control: public, max-age=31536000, immutable",
    },
    code: 1,
    rules: ["cache/entry-immutable"],
  },
  {
    name: "asset-host",
    title: "The remote moves to a host that the shell's policy does not allow",
    edit: {
      file: "remote/rspack.config.js",
      from: 'publicPath: "auto"',
      to: 'publicPath: "https://assets.example.net/shop/"',
    },
    code: 1,
    rules: ["csp/source-missing"],
  },
];

const example = import.meta.dirname;
const here = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-story-")));
try {
  process.exitCode = tell() ? 0 : 1;
} finally {
  if (process.argv.includes("--keep")) console.log(`\nThe repository is in ${here}.`);
  else rmSync(here, { recursive: true, force: true });
}

/** Whether each check came to what it has to. */
function tell() {
  makeRepository();
  const told = BRANCHES.map((branch) => {
    console.log(`\n──── ${branch.name}: ${branch.title} ────\n`);
    git("switch", "--quiet", "--create", branch.name, "main");
    edit(branch.edit);
    git("commit", "--quiet", "--all", "--message", branch.title);
    // The changed lines are enough.
    console.log(git("diff", "--unified=0", "--no-color", "main").replace(/^(diff|index|---|@@).*\n/gm, ""));
    build();
    const { code, rules, text } = check();
    console.log(text);
    return { ...branch, found: { code, rules } };
  });
  console.log("\n──── Together ────\n");
  let isAsExpected = true;
  for (const { name, code, rules, found } of told) {
    const state = found.code === 0 ? "green" : `red (exit code ${found.code}): ${found.rules.join(", ")}`;
    console.log(`  ${name.padEnd(16)}${state}`);
    if (found.code === code && found.rules.join() === rules.join()) continue;
    isAsExpected = false;
    console.error(`  ${name}: expected exit code ${code} with ${rules.join(", ") || "no finding"}`);
  }
  return isAsExpected;
}

function makeRepository() {
  cpSync(example, here, {
    recursive: true,
    filter: (path) => !["node_modules", "dist", ".fedseal"].includes(basename(path)),
  });
  writeFileSync(join(here, ".gitignore"), "node_modules\ndist\n");
  symlinkSync(join(example, "../../node_modules"), join(here, "node_modules"), "junction");
  git("init", "--quiet", "--initial-branch", "main");
  git("add", ".");
  git("commit", "--quiet", "--message", "The remote and its shell");
}

function edit({ file, from, to }) {
  const path = join(here, file);
  const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  writeFileSync(path, text.replace(from, to));
}

function build() {
  const rspack = join(here, "node_modules/@rspack/cli/bin/rspack.js");
  for (const side of ["remote", "host"]) run(process.execPath, rspack, "build", "--config", `${side}/rspack.config.js`);
}

/** `fedseal check`, once for people and with a report for the rules. */
function check() {
  const bin = join(here, "node_modules/fedseal/bin/fedseal.js");
  const report = join(here, ".git/fedseal.json");
  const args = [bin, "check", "--base", "main", "--output", `json=${report}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options());
  if (status === null || stderr !== "") throw new Error(`fedseal check ended with ${status}: ${stderr}`);
  const { findings } = JSON.parse(readFileSync(report, "utf8"));
  const errors = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  return { code: status, rules: [...new Set(errors)], text: stdout };
}

function git(...args) {
  return run(
    "git",
    "-c",
    "user.name=story",
    "-c",
    "user.email=story@example.com",
    "-c",
    "commit.gpgsign=false",
    ...args,
  );
}

function run(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, options());
  if (error) throw error;
  if (status !== 0) throw new Error(`${basename(program)} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** In the throwaway repository, whatever repository the caller's environment names. */
function options() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  return { cwd: here, encoding: "utf8", env };
}
