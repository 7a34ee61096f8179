/**
 * What the step was given.
 *
 * @typedef {{ targets: string[], base: string, config: string, folder: string, token: string, comment: boolean }} Inputs
 */

/**
 * Reads the inputs, which `action.yml` passes as variables.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ inputs: Inputs, problem?: undefined } | { inputs?: undefined, problem: string }}
 */
export function readInputs(env) {
  const text = (/** @type {string} */ name) => (env[`FEDSEAL_${name}`] ?? "").trim();
  const comment = text("COMMENT") || "true";
  if (comment !== "true" && comment !== "false") {
    return { problem: `The input comment is ${JSON.stringify(comment)}; expected "true" or "false".` };
  }
  const targets = text("TARGETS")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return {
    inputs: {
      targets,
      base: text("BASE"),
      config: text("CONFIG"),
      folder: text("WORKING_DIRECTORY") || ".",
      token: text("TOKEN"),
      comment: comment === "true",
    },
  };
}
