import { resolve } from "node:path";
import { type Contract, contractHash } from "../../contract/contract.js";
import { contractAt } from "../../contract/contract-at.js";
import { isRead } from "../../contract/deploy/decide.js";
import { changeMatrix, type Deployed, type Matrix, storeContract } from "../../contract/deploy/matrix.js";
import { existingPackage } from "../../contract/package/existing.js";
import { describeShell } from "../../contract/package/shell.js";
import { diagnostic } from "../../diagnostics.js";
import type { ExitCode } from "../exit-code.js";
import type { Format } from "../formats.js";
import { report } from "../output.js";
import { configured } from "./configured.js";
import type { App } from "./options.js";
import { matrixAt } from "./source.js";

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
  return report({ area: "contract", dir: ".", format }, async () => {
    const file = resolve(path);
    const { value: matrix, diagnostics: unread } = matrixAt(path);
    if (!matrix) return { diagnostics: unread, summary: "" };
    const id = `${app.name}@${app.version}`;
    const record = (entry: Matrix["environments"][string][string]) =>
      changeMatrix(file, (known) => {
        const all = known.environments[env] ?? {};
        // A remote that also loads remotes is recorded as both. One record replaces the other versions of its own kind.
        const others = Object.entries(all).flatMap(([one, old]): [string, Deployed][] => {
          if (keep || nameOf(one) !== app.name || one === id) return [[one, old]];
          const { [entry.shell ? "shell" : "contract"]: _, ...left } = old;
          return Object.keys(left).length > 0 ? [[one, left]] : [];
        });
        const now = { ...all[id], ...entry };
        return {
          ...known,
          environments: { ...known.environments, [env]: { ...Object.fromEntries(others), [id]: now } },
        };
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
      return { diagnostics: await record({ contract: stored.hash }), summary };
    }

    const { settings, diagnostics: wrong } = await configured();
    if (!settings) return { diagnostics: wrong, summary: "" };
    const { found, diagnostics } = existingPackage(options.package ?? settings.package);
    if (!found) return { diagnostics, summary: "" };
    const shell = found.shells[app.name];
    if (!shell) {
      const message = `the contract package knows no shell called ${app.name}`;
      const help = `Let it know: \`fedseal contract generate --shell ${app.name} --uses <its sources>\`. For a remote, name its contract with \`--contract\`.`;
      return { diagnostics: [diagnostic("contract/unreadable", message, undefined, help)], summary: "" };
    }
    if (Object.keys(shell.uses).length === 0 && !isRead(shell)) {
      const message = `the contract package has ${app.name}, but its sources were never read, so it is not known what it uses`;
      const help = `Lock it again: \`fedseal contract generate --shell ${app.name} --uses <its sources>\`.`;
      return { diagnostics: [diagnostic("contract/unreadable", message, undefined, help)], summary: "" };
    }
    const used = found.contracts.filter((one) => Object.hasOwn(shell.requires, one.remote));
    const unstored = used.flatMap((one) => storeContract(file, one).diagnostics);
    if (unstored.length > 0) return { diagnostics: unstored, summary: "" };
    const contracts = Object.fromEntries(used.map((one: Contract) => [one.remote, contractHash(one)]));
    const told = describeShell(app.name, shell);
    return { diagnostics: await record({ shell: { ...shell, contracts } }), summary: `${told}\n${summary}` };
  });
}

function nameOf(app: string): string {
  return app.slice(0, app.lastIndexOf("@"));
}
