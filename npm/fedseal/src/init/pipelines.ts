import type { Seen } from "./look.js";

/** Steps of pipelines. */

const RUN = { npm: "npx", pnpm: "pnpm exec", yarn: "yarn", bun: "bunx" } as const;
const INSTALL = {
  npm: "npm ci",
  pnpm: "pnpm install --frozen-lockfile",
  yarn: "yarn install --immutable",
  bun: "bun ci",
} as const;
const BUILD = { npm: "npm run build", pnpm: "pnpm build", yarn: "yarn build", bun: "bun run build" } as const;

/** The commands of a pipeline: install, build, seal what no plugin seals, check. */
function commands({ packageManager: manager, builds }: Seen, check: string): string[] {
  const unsealed = builds.filter(
    ({ bundler, edited, sealed }) => !sealed && (bundler === "vite" || edited === undefined),
  );
  const seals = unsealed.map(({ folder, output }) => `${RUN[manager]} fedseal seal ${joined(folder, output)}`);
  return [INSTALL[manager], BUILD[manager], ...seals, `${RUN[manager]} fedseal check ${check}`];
}

/** A workflow of GitHub Actions: annotations on the change, and the findings for code scanning. */
export function githubWorkflow(seen: Seen): string {
  const [install = "", ...others] = commands(seen, "--format github --output sarif=fedseal.sarif");
  const setup =
    seen.packageManager === "pnpm"
      ? ["      - run: corepack enable"]
      : seen.packageManager === "bun"
        ? ["      - uses: oven-sh/setup-bun@v2"]
        : [];
  return `${[
    "name: fedseal",
    "on: [pull_request]",
    "permissions:",
    "  contents: read",
    "  security-events: write",
    "jobs:",
    "  check:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v4",
    "        with:",
    "          fetch-depth: 0 # for --base",
    ...setup,
    "      - uses: actions/setup-node@v4",
    "        with:",
    "          node-version: 22",
    ...[install, ...others].map((line) => `      - run: ${line}`),
    "      - uses: github/codeql-action/upload-sarif@v3",
    "        if: always()",
    "        with:",
    "          sarif_file: fedseal.sarif",
  ].join("\n")}\n`;
}

/** A job of GitLab, in a file of its own that `.gitlab-ci.yml` includes. */
export function gitlabJob(seen: Seen): string {
  return `${[
    "fedseal:",
    "  image: node:22",
    "  stage: test",
    "  variables:",
    '    GIT_DEPTH: "0" # for --base',
    "  script:",
    ...(seen.packageManager === "pnpm" ? ["    - corepack enable"] : []),
    ...commands(seen, "--output json=fedseal.json").map((line) => `    - ${line}`),
    "  artifacts:",
    "    when: always",
    "    paths: [fedseal.json]",
  ].join("\n")}\n`;
}

export function joined(folder: string, output: string): string {
  return folder === "." ? output : `${folder}/${output}`;
}
