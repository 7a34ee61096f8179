// The files and commands by which a step talks to its runner (docs.github.com, "Workflow commands for GitHub Actions").
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { cut } from "./cut.mjs";

/** Bytes of the summary of a step: more is refused as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;

/**
 * Prints an annotation of the run.
 *
 * @param {"error" | "warning" | "notice"} level
 * @param {string} message
 */
export function annotate(level, message) {
  const data = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  console.log(`::${level} title=fedseal::${data}`);
}

/**
 * Sets outputs of the step.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {Record<string, string>} outputs
 */
export function writeOutputs({ GITHUB_OUTPUT }, outputs) {
  if (!GITHUB_OUTPUT) return;
  for (const [name, value] of Object.entries(outputs)) {
    // No value can hold the line that ends it.
    const end = `end-${randomUUID()}`;
    appendFileSync(GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

/**
 * Adds to the summary of the job.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} markdown
 */
export function writeSummary({ GITHUB_STEP_SUMMARY }, markdown) {
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${cut(markdown, SUMMARY_LIMIT - 1)}\n`);
}
