import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { decide } from "../../contract/deploy/decide.js";
import { type Answer, loadContract, writeMatrix } from "../../contract/deploy/matrix.js";
import { diagnostic } from "../../diagnostics.js";
import type { ExitCode } from "../main.js";
import { type App, app, type Done, matrix, timeout, verdict } from "./options.js";
import { say, type Verdict } from "./print.js";
import { contractAt, matrixAt } from "./source.js";
import type { VerdictFormat } from "./verdict.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("can-i-deploy")
    .description("whether the shells of an environment work with a version of a remote; unknown means no")
    .requiredOption("--remote <remote@version>", "what is to be deployed", app)
    .requiredOption("--env <name>", "where to")
    .addOption(new Option("--contract <path>", "its contract, or output folder that holds one").default("dist"))
    .addOption(matrix())
    .addOption(timeout())
    .addOption(verdict())
    .action(async (options) => done(await canIDeploy(options)));
}

export interface DeployOptions {
  remote: App;
  env: string;
  contract: string;
  matrix: string;
  timeout: number;
  format: VerdictFormat;
}

/** `fedseal contract can-i-deploy` */
export function canIDeploy({
  remote,
  env,
  contract: given,
  matrix: path,
  timeout,
  format,
}: DeployOptions): Promise<ExitCode> {
  return say(format, async () => {
    const title = `May ${remote.name}@${remote.version} go to ${env}?`;
    const stopped = (verdict: Omit<Verdict, "outcome" | "title">): Verdict => ({
      ...verdict,
      outcome: "fedseal: no; it could not be checked",
      title,
    });
    const { value: candidate, diagnostics } = contractAt(given);
    if (!candidate) return stopped({ diagnostics });
    if (candidate.remote !== remote.name || candidate.version !== remote.version) {
      const message = `${given} is the contract of ${candidate.remote}@${candidate.version}, not of ${remote.name}@${remote.version}`;
      return stopped({ diagnostics: [diagnostic("contract/unreadable", message, { file: given })] });
    }
    const file = resolve(path);
    const matrix = matrixAt(file);
    if (typeof matrix === "string")
      return stopped({ diagnostics: [diagnostic("contract/unreadable", `${path}: ${matrix}`, { file: path })] });
    const deployed = Object.entries(matrix.environments[env] ?? {}).filter(([, one]) => one.shell !== undefined);
    if (deployed.length === 0) {
      const message = `nothing is known of shells in ${env}`;
      const help =
        "Record them where they are deployed: `fedseal contract record-deployment --app shell@1.0.0 --env …`.";
      return stopped({ diagnostics: [diagnostic("contract/not-compared", message, { file: path }, help)] });
    }
    const answers = deployed.map(([app, { shell }]) => {
      if (!shell) throw new Error(`${app} is no shell`);
      const hash = shell.contracts[remote.name];
      const compiledAgainst = hash === undefined ? undefined : loadContract(file, hash);
      const question = {
        candidate,
        shell,
        compiledAgainst,
        profile: candidate.profile,
        timeout,
        packages: process.cwd(),
      };
      return [app, decide(question)] as const;
    });
    const verdicts = {
      ...matrix.verdicts,
      [env]: { ...matrix.verdicts[env], [`${remote.name}@${remote.version}`]: Object.fromEntries(answers) },
    };
    const unwritten = writeMatrix(file, { ...matrix, verdicts });
    const refused = answers.filter(([, answer]) => !answer.deployable);
    const found = refused.map(([app, { reason }]) => diagnostic("contract/not-deployable", `${app}: ${reason}`));
    const may = refused.length === 0;
    const outcome = `${table(answers, format)}\n\nfedseal: ${may ? "yes" : "no"}: ${remote.name}@${remote.version} ${may ? "may" : "may not"} go to ${env}`;
    const more = { deployable: may, shells: Object.fromEntries(answers) };
    // The table says it all to people.
    const all = format === "text" || format === "markdown" ? unwritten : [...unwritten, ...found];
    return { diagnostics: all, outcome, title, more, code: may ? 0 : 1 };
  });
}

function table(answers: readonly (readonly [string, Answer])[], format: VerdictFormat): string {
  const rows = answers.map(([app, { deployable, method, reason }]) => [app, deployable ? "yes" : "no", method, reason]);
  const head = ["shell", "may", "by", "because"];
  if (format === "markdown")
    return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
