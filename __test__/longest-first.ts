import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take longest, the longest first. One of them at the end would be waited for by all other workers. The list need not
 * be exact.
 */
const LONGEST = [
  "tamper/matrix.test.ts",
  "contract/pairs.test.ts",
  "tamper/policies.test.ts",
  "bundlers/emission.test.ts",
  "tamper/vite.test.ts",
  "signing/scenarios.test.ts",
  "signing/matrix.test.ts",
  "contract/fuzz.test.ts",
  "tamper/mutation.test.ts",
  "csp/engines.test.ts",
  "tamper/identity.test.ts",
  "contract/watch.test.ts",
  "types/consumer.test.ts",
  "tamper/development.test.ts",
  "tamper/wrappers.test.ts",
  "tamper/hosts.test.ts",
  "contract/attacks.test.ts",
  "contract/source-place.test.ts",
  "contract/cache.test.ts",
  "contract/plugin.test.ts",
  "signing/leaks.test.ts",
  "tamper/ssr.test.ts",
  "commands/contract-typecheck.test.ts",
];

/** Where nothing has run before, as in a fresh clone, Vitest goes by the sizes of files, which say little here. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(relative(import.meta.dirname, moduleId).replaceAll("\\", "/"));
      return at < 0 ? LONGEST.length : at;
    };
    // Stable: the others stay in Vitest's order.
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
