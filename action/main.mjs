// The step of `action.yml`: runs `fedseal check`, writes the summary and the outputs of the job, and keeps one comment on the pull
// request. The exit code is that of the check, whatever becomes of the comment.
import { commentOn, identityOf, pullRequestOf } from "./comment.mjs";
import { readInputs } from "./inputs.mjs";
import { runCheck } from "./run-check.mjs";
import { annotate, writeOutputs, writeSummary } from "./runner.mjs";

const { inputs, problem } = readInputs(process.env);
if (problem !== undefined) {
  annotate("error", problem);
  writeOutputs(process.env, { result: "unchecked" });
  process.exit(2);
}

const check = runCheck(inputs, process.env);
if (check.problem !== undefined) annotate("error", check.problem);
const result = { 0: "passed", 1: "failed", 2: "unchecked" }[check.code];
writeOutputs(process.env, { result, ...check.reports });
writeSummary(process.env, check.markdown);
// The comment is for people, the exit code for the gate: it is set before anything that may fail asks a server.
process.exitCode = check.code;
if (inputs.comment) {
  const said = await comment(inputs);
  if (said) annotate(said.level, said.message);
}

/**
 * @param {import("./inputs.mjs").Inputs} inputs
 * @returns {Promise<{ level: "notice" | "warning", message: string } | undefined>} why there is no comment
 */
async function comment(inputs) {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = process.env;
  const found = pullRequestOf(process.env);
  if (found.problem !== undefined) return { level: "warning", message: `fedseal did not comment: ${found.problem}` };
  // A push or a schedule has no pull request to comment on.
  if (found.number === undefined) return undefined;
  if (inputs.token === "") return { level: "notice", message: "fedseal did not comment: there is no token." };
  if (!api || !repository) {
    return { level: "warning", message: "fedseal did not comment: GITHUB_API_URL or GITHUB_REPOSITORY is not set." };
  }
  const place = { api, repository, number: found.number, token: inputs.token };
  return commentOn(place, identityOf(inputs, process.env), check.markdown);
}
