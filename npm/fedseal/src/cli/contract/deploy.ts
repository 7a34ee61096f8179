import { resolve } from "node:path";
import { type Contract, contractHash, UnreadableContract } from "../../contract/contract.js";
import { decide } from "../../contract/deploy/decide.js";
import {
  type Answer,
  loadContract,
  type Matrix,
  readMatrix,
  storeContract,
  writeMatrix,
} from "../../contract/deploy/matrix.js";
import { diagnostic } from "../../diagnostics.js";
import type { ExitCode } from "../main.js";
import { type Format, report } from "../output.js";
import { existingPackage } from "./package.js";
import { say, type Verdict } from "./print.js";
import { contractAt } from "./source.js";
import type { VerdictFormat } from "./verdict.js";

/** `name@version` */
export interface App {
  name: string;
  version: string;
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
  return say({ format }, async () => {
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

function matrixAt(file: string): Matrix | string {
  try {
    return readMatrix(file);
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return error.message;
  }
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

export interface RecordOptions {
  app: App;
  env: string;
  contract?: string;
  package?: string;
  matrix: string;
  keep: boolean;
  format: Format;
}

/** `fedseal contract record-deployment` */
export function recordDeployment({
  app,
  env,
  matrix: path,
  keep,
  format,
  ...options
}: RecordOptions): Promise<ExitCode> {
  return report({ area: "contract", dir: path, format }, async () => {
    const file = resolve(path);
    const matrix = matrixAt(file);
    if (typeof matrix === "string") {
      return { diagnostics: [diagnostic("contract/unreadable", `${path}: ${matrix}`, { file: path })], summary: "" };
    }
    const id = `${app.name}@${app.version}`;
    const others = Object.entries(matrix.environments[env] ?? {}).filter(([one]) => keep || nameOf(one) !== app.name);
    const record = (entry: Matrix["environments"][string][string]) =>
      writeMatrix(file, {
        ...matrix,
        environments: { ...matrix.environments, [env]: { ...Object.fromEntries(others), [id]: entry } },
      });
    const summary = `fedseal: ${id} is in ${env} → ${path}`;

    if (options.contract !== undefined) {
      const { value: contract, diagnostics } = contractAt(options.contract);
      if (!contract) return { diagnostics, summary: "" };
      if (contract.remote !== app.name || contract.version !== app.version) {
        const message = `${options.contract} is the contract of ${contract.remote}@${contract.version}, not of ${id}`;
        return { diagnostics: [diagnostic("contract/unreadable", message, { file: options.contract })], summary: "" };
      }
      const stored = storeContract(file, contract);
      if (stored.diagnostics.length > 0) return { diagnostics: stored.diagnostics, summary: "" };
      return { diagnostics: record({ contract: stored.hash }), summary };
    }

    const { found, diagnostics } = existingPackage(options.package);
    if (!found) return { diagnostics, summary: "" };
    const shell = found.shells[app.name];
    if (!shell) {
      const message = `the contract package knows no shell called ${app.name}`;
      const help = `Let it know: \`fedseal contract generate --out <package> --shell ${app.name} --uses <its sources>\`. For a remote, name its contract with \`--contract\`.`;
      return { diagnostics: [diagnostic("contract/unreadable", message, undefined, help)], summary: "" };
    }
    const used = found.contracts.filter((one) => Object.hasOwn(shell.requires, one.remote));
    const unstored = used.flatMap((one) => storeContract(file, one).diagnostics);
    if (unstored.length > 0) return { diagnostics: unstored, summary: "" };
    const contracts = Object.fromEntries(used.map((one: Contract) => [one.remote, contractHash(one)]));
    return { diagnostics: record({ shell: { ...shell, contracts } }), summary };
  });
}

function nameOf(app: string): string {
  return app.slice(0, app.lastIndexOf("@"));
}
