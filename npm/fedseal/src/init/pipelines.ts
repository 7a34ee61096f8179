import type { Seen } from "./look.js";

/** Steps of pipelines. */

/** Actions by the commit of a release: a tag can be moved to other code. */
const ACTIONS = {
  checkout: "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
  node: "actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0",
  sarif: "github/codeql-action/upload-sarif@ff0a06e83cb2de871e5a09832bc6a81e7276941f # v3.28.18",
} as const;

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
  const unsealed = builds.filter(({ edited, sealed }) => !sealed && edited === undefined);
  const seals = unsealed.map(({ folder, output }) => `${RUN[manager]} fedseal seal ${joined(folder, output)}`);
  return [INSTALL[manager], BUILD[manager], ...seals, `${RUN[manager]} fedseal check ${check}`];
}

/** A workflow of GitHub Actions: annotations on the change, and the findings for code scanning. */
export function githubWorkflow(seen: Seen): string {
  const [install = "", ...others] = commands(
    seen,
    `--base origin/\${{ github.base_ref }} --format github --output sarif=fedseal.sarif`,
  );
  const setup =
    seen.packageManager === "pnpm"
      ? ["      - run: corepack enable"]
      : seen.packageManager === "bun"
        ? ["      - run: npm install --global bun"]
        : [];
  return `${[
    "name: fedseal",
    "on: [pull_request]",
    "permissions: {}",
    "jobs:",
    "  check:",
    "    runs-on: ubuntu-latest",
    "    permissions:",
    "      contents: read",
    "      security-events: write # for code scanning",
    "    steps:",
    `      - uses: ${ACTIONS.checkout}`,
    "        with:",
    "          fetch-depth: 0 # for --base",
    "          persist-credentials: false",
    `      - uses: ${ACTIONS.node}`,
    "        with:",
    "          node-version: 22",
    ...setup,
    ...[install, ...others].map((line) => `      - run: ${line}`),
    `      - uses: ${ACTIONS.sarif}`,
    "        # Forks have no token that may upload.",
    `        if: \${{ always() && github.event.pull_request.head.repo.full_name == github.repository }}`,
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
    ...commands(
      seen,
      "--base origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME --output codequality=fedseal.json --output sarif=fedseal.sarif",
    ).map((line) => `    - ${line}`),
    "  rules:",
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    "  artifacts:",
    "    when: always",
    "    paths: [fedseal.sarif]",
    "    reports:",
    "      codequality: fedseal.json",
  ].join("\n")}\n`;
}

export function joined(folder: string, output: string): string {
  return folder === "." ? output : `${folder}/${output}`;
}
