import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { ContractSettings } from "../../config/config.js";
import type { Contract } from "../../contract/contract.js";
import { contractAt, contractPath } from "../../contract/contract-at.js";
import { type Decision, decide } from "../../contract/deploy/decide.js";
import { changeMatrix, loadContract, type Matrix } from "../../contract/deploy/matrix.js";
import { joinAnswers } from "../../contract/deploy/typecheck/join.js";
import { typecheck } from "../../contract/deploy/typecheck/typecheck.js";
import { PACKAGE } from "../../contract/names.js";
import { packageAt } from "../../contract/package/existing.js";
import { COMPARISON_TIMEOUT } from "../../contract/verdict/limits.js";
import type { Verdict } from "../../contract/verdict/verdict.js";
import { diagnostic } from "../../diagnostics.js";
import { pointerTo } from "../../json-places.js";
import { relativeTo } from "../../locations.js";
import { didYouMean } from "../../near-name.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import { lineIn, placeOfAnswer } from "./answer-places.js";
import { type Asked, answersTable } from "./answers.js";
import { configured } from "./configured.js";
import type { App } from "./options.js";
import { say } from "./print.js";
import { matrixAt } from "./source.js";
import { foldersOf, type TypecheckFolder } from "./typecheck-folders.js";
import { wrongCall } from "./wrong-call.js";

export interface DeployOptions {
  remote: App[];
  env: string[];
  /** Paths, as `remote=path` where there are several remotes. */
  contract: string[];
  typecheck: string[];
  typecheckTimeout: number;
  package?: string;
  matrix: string;
  timeout?: number;
  format: VerdictFormat;
}

/** `fedseal contract can-i-deploy` */
export function canIDeploy(options: DeployOptions): Promise<ExitCode> {
  const { remote: remotes, env: environments, format } = options;
  return say({ format }, async () => {
    const ids = remotes.map(({ name, version }) => `${name}@${version}`);
    const title = `May ${ids.join(", ")} go to ${environments.join(", ")}?`;
    const stopped = (diagnostics: Diagnostic[]): Verdict => {
      return {
        diagnostics,
        outcome: "fedseal: no; it could not be checked",
        title,
        more: { deployable: false, answers: [] },
      };
    };
    const paths = contractPaths(options);
    if (typeof paths === "string") return stopped([wrongCall("can-i-deploy", paths)]);
    const file = resolve(options.matrix);
    const { value: known, diagnostics: unread } = matrixAt(options.matrix);
    if (!known) return stopped(unread);
    const shells = environments.flatMap((env) => shellsIn(known, env).map(([id]) => id));
    // Nobody is known: whose folder a `--typecheck` is cannot be told, and is not the problem.
    if (shells.length === 0) return stopped(environments.map((env) => nobody(env, known, options.matrix)));
    const { settings, diagnostics: wrong } = await configured();
    if (!settings) return stopped(wrong);
    const { name, diagnostics: nameless } = installedName(options, settings);
    if (name === undefined) return stopped(nameless);
    const folders = await foldersOf({ ...options, package: name }, shells);
    if (typeof folders === "string") return stopped([wrongCall("can-i-deploy", folders)]);

    const candidates = remotes.map((one) => candidateAt(one, paths.get(one.name) ?? "dist"));
    const diagnostics = candidates.flatMap((one) => one.diagnostics);
    const { timeout = settings.timeout ?? COMPARISON_TIMEOUT } = options;
    const asked: Asked[] = [];
    for (const env of environments) {
      const deployed = shellsIn(known, env);
      if (deployed.length === 0) diagnostics.push(nobody(env, known, options.matrix));
      for (const { value: candidate, path } of candidates) {
        if (!candidate) continue;
        for (const [shell] of deployed) {
          const { answer, broken } = await ask(known, file, env, shell, candidate, folders, timeout);
          const place = placeOfAnswer(answer, broken, candidate, path, { matrix: options.matrix, env, shell });
          asked.push({ env, remote: idOf(candidate), shell, answer, place });
        }
      }
    }
    if (asked.length === 0) return stopped(diagnostics);
    // Others may have recorded deployments meanwhile.
    diagnostics.push(...(await changeMatrix(file, (now) => withVerdicts(now, asked))), ...asked.flatMap(foundIn));
    return verdictOf(asked, diagnostics, title, options);
  });
}

/** The name by which shells have the contract package installed, which is asked for where one is compiled. */
function installedName(
  { package: given, typecheck }: DeployOptions,
  { package: configured }: ContractSettings,
): { name?: string; diagnostics: Diagnostic[] } {
  if (given !== undefined || typecheck.length === 0) return { name: given ?? PACKAGE, diagnostics: [] };
  if (!configured?.startsWith(".")) return { name: configured ?? PACKAGE, diagnostics: [] };
  const { found, diagnostics } = packageAt(configured);
  return found ? { name: found.name, diagnostics: [] } : { diagnostics };
}

/** What one shell says to one remote: by the contracts, and by its compiler where that is asked for. */
async function ask(
  known: Matrix,
  file: string,
  env: string,
  id: string,
  candidate: Contract,
  folders: readonly TypecheckFolder[],
  timeout: number,
): Promise<Decision> {
  const shell = known.environments[env]?.[id]?.shell;
  if (!shell) throw new Error(`${id} is not a shell`);
  const hash = shell.contracts[candidate.remote];
  const compiledAgainst = hash === undefined ? "was not recorded" : loadContract(file, hash);
  const decision = await decide({ candidate, shell, compiledAgainst, timeout, packages: process.cwd() });
  const folder = folders.find((one) => one.shell === id);
  if (!folder) return decision;
  return { ...decision, answer: joinAnswers(decision.answer, await typecheck(folder.baseline, candidate, shell)) };
}

function verdictOf(asked: readonly Asked[], diagnostics: Diagnostic[], title: string, options: DeployOptions): Verdict {
  const { remote: remotes, env: environments, format } = options;
  const isOne = remotes.length === 1 && environments.length === 1;
  const deployable =
    asked.every(({ answer }) => answer.deployable) && !diagnostics.some((one) => one.severity === "error");
  const isText = format === "text" || format === "markdown";
  const lines = remotes.flatMap(({ name, version }) =>
    environments.map((env) => {
      const id = `${name}@${version}`;
      const own = asked.filter((one) => one.env === env && one.remote === id);
      const may = own.length > 0 && own.every(({ answer }) => answer.deployable);
      return `fedseal: ${may ? "yes" : "no"}: ${id} ${may ? "may" : "may not"} go to ${env}`;
    }),
  );
  const outcome = `${answersTable(asked, { remotes: remotes.length > 1, environments: environments.length > 1 }, format)}\n\n${lines.join("\n")}`;
  const answers = asked.map(({ env, remote, shell, answer }) => ({ env, remote, shell, ...answer }));
  const more = {
    deployable,
    ...(isOne && { shells: Object.fromEntries(asked.map(({ shell, answer }) => [shell, answer])) }),
    answers,
  };
  // The table says to people what is refused.
  const shown = isText ? diagnostics.filter((one) => one.rule !== "contract/not-deployable") : diagnostics;
  return { diagnostics: shown, outcome, title, more, code: deployable ? 0 : 1 };
}

const NOT_COMPILED =
  "Correct what is named in the shell's folder, so that its compiler can answer, or leave out `--typecheck`: then the contracts alone decide.";

/** What machines that know findings only have to be told of an answer. */
function foundIn({ env, remote, shell, answer, place }: Asked): Diagnostic[] {
  const where = `${remote} in ${env}: ${shell}`;
  const found = answer.deployable ? [] : [diagnostic("contract/not-deployable", `${where}: ${answer.reason}`, place)];
  for (const one of answer.answers ?? []) {
    if (one.deployable !== null) continue;
    const help = one.method === "typecheck" ? NOT_COMPILED : undefined;
    found.push(diagnostic("contract/not-compared", `${where}: ${one.reason}`, place, help));
  }
  if (answer.disagree !== undefined)
    found.push(diagnostic("contract/verdicts-disagree", `${where}: ${answer.disagree}`, place));
  return found;
}

function shellsIn({ environments }: Matrix, env: string) {
  return Object.entries(environments[env] ?? {}).filter(([, one]) => one.shell !== undefined);
}

function nobody(env: string, { environments }: Matrix, path: string): Diagnostic {
  const known = Object.keys(environments);
  const meant = Object.hasOwn(environments, env) ? undefined : didYouMean(env, known);
  const others = known.length === 0 ? "" : ` (${path} has ${known.join(", ")})`;
  const record = `record them where they are deployed: \`fedseal contract record-deployment --app shell@1.0.0 --env ${env}\`.`;
  const help = meant === undefined ? `${record[0]?.toUpperCase()}${record.slice(1)}` : `${meant} If not, ${record}`;
  const location = existsSync(path) ? { file: path, ...lineIn(path, pointerTo("environments", env)) } : undefined;
  return diagnostic("contract/not-compared", `nothing is known of shells in ${env}${others}`, location, help);
}

function idOf({ remote, version }: Contract): string {
  return `${remote}@${version}`;
}

function candidateAt(
  { name, version }: App,
  given: string,
): { value?: Contract; path: string; diagnostics: Diagnostic[] } {
  const path = contractPath(given);
  const { value, diagnostics } = contractAt(given);
  if (!value) return { path, diagnostics };
  if (value.remote === name && value.version === version) return { value, path, diagnostics };
  const message = `${given} is the contract of ${value.remote}@${value.version}, not of ${name}@${version}`;
  const file = relativeTo(process.cwd(), path);
  const help = `Name the contract of ${name}@${version} with \`--contract\`, or build it again.`;
  const location = { file, ...lineIn(path, pointerTo(value.remote === name ? "version" : "remote")) };
  return { path, diagnostics: [diagnostic("contract/unreadable", message, location, help)] };
}

function withVerdicts(known: Matrix, asked: readonly Asked[]): Matrix {
  const verdicts = structuredClone(known.verdicts);
  const fresh = new Set<string>();
  for (const { env, remote, shell, answer } of asked) {
    verdicts[env] ??= {};
    const own = verdicts[env];
    // Shells that are gone are not kept.
    if (!fresh.has(`${env} ${remote}`)) own[remote] = {};
    fresh.add(`${env} ${remote}`);
    own[remote] = { ...own[remote], [shell]: answer };
  }
  return { ...known, verdicts };
}

/** Remote → path of its contract; a text says what is wrong with the options. */
function contractPaths({ remote, contract, env }: DeployOptions): Map<string, string> | string {
  const names = remote.map((one) => one.name);
  const twice = [names, env].flatMap((all) => all.filter((one, index) => all.indexOf(one) !== index));
  if (twice.length > 0) return `${twice.join(", ")} is given twice`;
  const paths = new Map<string, string>();
  for (const given of contract) {
    const at = given.indexOf("=");
    const name = at > 0 && names.includes(given.slice(0, at)) ? given.slice(0, at) : undefined;
    if (name === undefined && names.length > 1) {
      return `--contract ${given} does not say whose it is; write --contract ${names[0]}=<path> for each remote`;
    }
    const key = name ?? names[0] ?? "";
    if (paths.has(key)) return `there are two contracts of ${key}`;
    paths.set(key, name === undefined ? given : given.slice(at + 1));
  }
  const missing = names.filter((name) => !paths.has(name));
  if (names.length > 1 && missing.length > 0) {
    return `there is no contract of ${missing.join(", ")}; write --contract ${missing[0]}=<path>`;
  }
  return paths;
}
