// Extracting the contract of a remote, alone and in its build, beside what Module Federation's dts plugin and tsc take.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/setup.mjs";
import { makeRemote } from "./contract-app.mjs";
import { interleave, runTree } from "./measure.mjs";

const version = (name) => JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
const PROJECTS = [
  { half: false, typescript: "typescript" },
  { half: false, typescript: "typescript-7" },
  { half: true, typescript: "typescript" },
  { half: true, typescript: "typescript-7" },
];
const ALONE = [
  { name: `@module-federation/dts-plugin ${version("@module-federation/enhanced")}`, way: "dts-plugin" },
  { name: "`tsc`", way: "tsc" },
  { name: "`tsc --noCheck`", way: "tsc", flags: ["--noCheck"] },
  { name: "fedseal `extract`", way: "contract" },
];
const IN_BUILD = [
  { name: "FedsealPlugin", plugin: "none" },
  { name: "FedsealPlugin, contract: true", plugin: "contract" },
  { name: "FedsealPlugin, DtsPlugin of Module Federation", plugin: "dts-plugin" },
];

/** One table a project and way of running: each on its own, then in a build. */
export async function contract({ out, scale, rounds }) {
  const projects = PROJECTS.map(({ half, typescript }) => {
    const dir = join(out, "contract", `${half ? "half" : "annotated"}-${typescript}`);
    const title = `${half ? "half of it annotated" : "annotated"}, TypeScript ${version(typescript)}`;
    return { title, dir, ...makeRemote(dir, { scale, half, typescript }) };
  });
  const tables = [];
  for (const project of projects) tables.push(await alone(project, rounds));
  for (const project of projects) tables.push(await inBuild(project, rounds));
  return tables;
}

async function alone(project, rounds) {
  const heading = `Contract: ${project.title}`;
  const measure = ({ way, flags = [] }) => runChecked(project, way, (output) => commandOf(way, flags, project, output));
  // Once without counting: reads every file into the page cache.
  for (const variant of ALONE) await measure(variant);
  const rows = await interleave(heading, ALONE, rounds, measure);
  const note =
    `${noteOf(project)} The dts plugin generates types in its own process, which is less work than its default, ` +
    "a child process; tsc gets `--declaration --emitDeclarationOnly`.";
  return { heading, note, rows };
}

async function inBuild(project, rounds) {
  const heading = `Contract in a build: ${project.title}, Rspack ${version("@rspack/core")}`;
  const script = join(import.meta.dirname, "contract-build.mjs");
  const measure = ({ plugin }) =>
    runChecked(project, plugin, (output) => {
      const build = { plugin, context: project.dir, output, exposes: project.exposes };
      return [script, JSON.stringify(build)];
    });
  for (const variant of IN_BUILD) await measure(variant);
  const rows = await interleave(heading, IN_BUILD, rounds, measure);
  return { heading, note: `${noteOf(project)} The build minimizes and has no cache.`, rows };
}

function noteOf({ count, inferred }) {
  return (
    `${count} exposed React components of 80 lines, ${inferred} of them without return types. Each run is a process of ` +
    "its own and starts from nothing; CPU is user and system time of the process and all that it started."
  );
}

/** Runs Node with these arguments; what did nothing would look fast, so what came out is looked at. */
async function runChecked(project, kind, argumentsFor) {
  for (let attempt = 1; ; attempt++) {
    const output = clean(project.dir);
    const { printed, ...sample } = await runTree(process.execPath, argumentsFor(output), project.dir);
    try {
      check[kind](output, project);
      return sample;
    } catch (error) {
      const message = `${error.message}; it printed:\n${printed}`;
      // In a build the dts plugin now and then generates nothing, and the build succeeds all the same: that one is no sample.
      if (kind !== "dts-plugin" || attempt === 3) throw new Error(message);
      console.error(`once more: ${message}`);
    }
  }
}

/** Removes what the last run left, also what Module Federation would build upon. */
function clean(dir) {
  for (const left of ["dist", "node_modules/.cache", "node_modules/.federation"]) {
    rmSync(join(dir, left), { recursive: true, force: true });
  }
  const output = join(dir, "dist");
  mkdirSync(output);
  return output;
}

function commandOf(way, flags, { dir, exposes }, output) {
  if (way === "tsc") {
    const { bin } = JSON.parse(readFileSync(join(dir, "node_modules/typescript/package.json"), "utf8"));
    const tsc = join(dir, "node_modules/typescript", bin.tsc);
    return [tsc, "-p", dir, "--declaration", "--emitDeclarationOnly", "--outDir", output, ...flags];
  }
  return [join(import.meta.dirname, "contract-extract.mjs"), JSON.stringify({ way, dir, exposes, output })];
}

/** By what ran: whether it did what it is there for. */
const check = {
  tsc(output, { count }) {
    expect(readdirSync(join(output, "components")).length, count, "declarations of tsc");
  },
  "dts-plugin"(output, { count }) {
    const types = readdirSync(join(output, "@mf-types")).filter((name) => name.endsWith(".d.ts"));
    expect(types.length, count, "declarations of the dts plugin");
    if (!existsSync(join(output, "@mf-types.zip"))) throw new Error("the dts plugin wrote no archive");
  },
  none(output) {
    expect(existsSync(join(output, "mf-contract.json")), false, "contracts of a build without one");
  },
  contract(output, { count, inferred }) {
    const { exposes } = JSON.parse(readFileSync(join(output, "mf-contract.json"), "utf8"));
    const ways = Object.values(exposes).map((one) => one.way);
    expect(ways.length, count, "exposes of the contract");
    expect(ways.filter((way) => way === "tsc").length, inferred, "exposes that took the way of tsc");
  },
};

function expect(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`);
}
