import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Reports of the check beside the annotations. */
const FORMATS = ["json", "sarif", "markdown"];

/**
 * What the check came to. `code` as of the command: 0 nothing found, 1 something found, 2 not everything was checked.
 *
 * @typedef {{ code: 0 | 1 | 2, reports: Record<string, string>, markdown: string, problem?: string }} Checked
 */

/**
 * Runs `fedseal check` of the project. Annotations go to the log; the reports are files of the runner's temporary folder.
 *
 * @param {import("./inputs.mjs").Inputs} inputs
 * @param {NodeJS.ProcessEnv} env
 * @returns {Checked}
 */
export function runCheck({ targets, base, config, folder }, env) {
  const cwd = resolve(env.GITHUB_WORKSPACE || ".", folder);
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) {
    return failed(`There is no folder ${folder}. Correct the input working-directory.`);
  }
  const bin = commandIn(cwd);
  if (bin === undefined) {
    return failed(
      `fedseal is not installed in ${folder}, so nothing was checked. Add it to devDependencies, and install before this step (npm ci).`,
    );
  }
  const reports = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "fedseal-"));
  const files = Object.fromEntries(FORMATS.map((format) => [format, join(reports, `fedseal.${format}`)]));
  const args = [
    "check",
    "--format",
    "github",
    ...Object.entries(files).flatMap(([format, file]) => ["--output", `${format}=${file}`]),
    ...(base === "" ? [] : [`--base=${base}`]),
    ...(config === "" ? [] : [`--config=${config}`]),
    "--",
    ...targets,
  ];
  // The command asks servers of the project, which the token is not for.
  const { FEDSEAL_TOKEN: _token, ...passed } = env;
  const { status, signal, error } = spawnSync(process.execPath, [bin, ...args], { cwd, env: passed, stdio: "inherit" });
  const written = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, existsSync(file) ? file : ""]));
  if (status !== 0 && status !== 1 && status !== 2) {
    return failed(
      `fedseal check did not end by itself (${error?.message ?? signal ?? `exit code ${status}`}).`,
      written,
    );
  }
  if (!written.markdown) {
    return failed("fedseal check wrote no report: see the log of the step for the reason.", written);
  }
  return { code: status, reports: written, markdown: readFileSync(written.markdown, "utf8") };
}

/**
 * Nothing was checked, which did not pass.
 *
 * @param {string} problem
 * @param {Record<string, string>} [reports]
 * @returns {Checked}
 */
function failed(problem, reports = Object.fromEntries(FORMATS.map((format) => [format, ""]))) {
  return { code: 2, reports, markdown: `## fedseal check\n\n**Nothing was checked.** ${problem}\n`, problem };
}

/**
 * The command that the project has installed, as Node finds it from there.
 *
 * @param {string} folder
 */
function commandIn(folder) {
  try {
    const manifest = createRequire(join(folder, "package.json")).resolve("fedseal/package.json");
    return join(dirname(manifest), "bin/fedseal.js");
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}
