import type { CheckResult } from "../../npm/fedseal/dist/check/check.js";
import type { SealedFile, SealFacts } from "../../npm/fedseal/dist/check/facts.js";
import { diagnostic } from "../../npm/fedseal/dist/diagnostics.js";

/** What a report is made of: names that want to be markup, and everything that a page can show. */
export const HOSTILE = [
  "static/js/</script><script>window.pwned=1</script>.js",
  'static/js/"><img src=x onerror="window.pwned=1">.js',
  "static/js/<!--<script>.js",
  "static/js/\u202egnp.js",
  "static/js/\u2028line\u0007\ud800.js",
  "__proto__",
  `${"deep/".repeat(5000)}a.js`,
  "constructor/toString.js",
];

export function result(
  facts: Partial<CheckResult["facts"]> & object,
  findings: CheckResult["findings"] = [],
): CheckResult {
  return {
    findings,
    checked: ["integrity", "csp", "shared"],
    unchecked: [],
    notApplicable: ["contract"],
    excepted: 0,
    facts: { seals: [], contracts: [], headers: [], policies: [], pages: [], ...facts },
  };
}

/** A remote with these files. */
export function remote(files: SealedFile[], more: Partial<SealFacts> = {}): SealFacts {
  return { name: "shop", manifest: "dist/mf-manifest.json", isSealed: true, files, exposes: [], ...more };
}

/** Files of a release that is as large as they get. */
export function many(count: number): SealedFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `static/js/area${index % 37}/view${index % 211}/chunk${String(index).padStart(5, "0")}.js`,
    size: 100 + ((index * 7919) % 9000),
    seal: `sha384-${index}`,
  }));
}

/** A result with something in every section. */
export function everything(): CheckResult {
  const files = [
    ...HOSTILE.map((name, index): SealedFile => ({ name, size: 100 * (index + 1), seal: `sha384-${index}` })),
    { name: "remoteEntry.js", size: 5000, seal: "sha384-entry" },
    { name: "static/css/a.css", size: 900, seal: "sha384-css" },
  ];
  const base = { name: "</b>last", files: files.slice(1).map((one) => ({ ...one, seal: `${one.seal}!`, size: 50 })) };
  const exposes = [{ path: "./<Button>", sync: ["static/css/a.css"], async: HOSTILE.slice(0, 2) }];
  const drift = HOSTILE.map((name) =>
    diagnostic("integrity/drift", `${name} was \`${name}\``, { file: name, line: 3 }),
  );
  const warning = {
    ...diagnostic("csp/unused-source", "nothing needs `https:`", { file: "_headers" }),
    severity: "warning" as const,
  };
  const copies = [
    {
      package: "react",
      part: "shell",
      brings: "19.1.0",
      needs: "^19.0.0",
      gets: { version: "19.1.0", of: "shell" },
      isSatisfied: true,
    },
    {
      package: "react",
      part: "shop",
      brings: "18.3.1",
      needs: "^18.0.0",
      gets: { version: "19.1.0", of: "shell" },
      isSatisfied: false,
    },
    { package: "zustand", part: "shop", needs: "*", isSatisfied: false },
  ];
  return result(
    {
      seals: [remote(files, { entry: "remoteEntry.js", exposes, base, release: "r<2>" })],
      contracts: [
        {
          remote: "shop",
          version: "2.0.0",
          file: "dist/mf-contract.json",
          exposes: [{ path: "./Button", source: "src/Button.tsx", stub: "export declare const a: Array<string>;\n" }],
          externals: [{ name: "react", range: "^19.0.0" }],
          changes: {
            against: "v1",
            bump: "major",
            all: [
              {
                rule: "contract/export-removed",
                export: "Button#b",
                level: "major",
                message: "b is gone",
                because: "Shells break.",
                before: "b: </pre>",
              },
              {
                rule: "contract/export-added",
                export: "Button#c",
                level: "minor",
                message: "c is new",
                because: "Nobody notices.",
                after: "c: string",
              },
            ],
          },
        },
      ],
      headers: [
        {
          file: "remoteEntry.js",
          role: "entry",
          why: "a remote entry",
          from: "https://cdn.example.com/",
          status: 200,
          headers: { "cache-control": "no-cache", vary: "Origin" },
        },
        { file: "a.js", role: "unhashed", why: "its name contains no hash", from: "_headers", headers: {} },
      ],
      policies: [
        {
          page: "https://www.example.com/",
          policies: [
            {
              location: { file: "_headers", line: 2 },
              text: "script-src 'self'; style-src 'self'",
              reportOnly: false,
              directives: [
                {
                  name: "script-src",
                  sources: [
                    { text: "'self'", neededBy: ["shop"] },
                    { text: "*", danger: "It allows `every` host.", neededBy: [] },
                  ],
                },
              ],
            },
          ],
          needs: [
            {
              who: "shop",
              what: "script",
              directive: "script-src",
              source: "https://cdn.example.com",
              count: 9,
              blocked: 9,
              unknown: 0,
              by: ["script-src"],
              isOptional: false,
            },
            {
              who: "shop",
              what: "manifest",
              directive: "connect-src",
              source: "'self'",
              count: 1,
              blocked: 0,
              unknown: 0,
              by: [],
              isOptional: false,
            },
          ],
        },
      ],
      pages: [
        {
          parts: [
            { name: "shell", isHost: true },
            { name: "shop", isHost: false },
          ],
          copies,
        },
      ],
    },
    [...drift, warning],
  );
}
