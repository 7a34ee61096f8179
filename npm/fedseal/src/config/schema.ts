import { CACHE_SCHEMA } from "../gates/cache/settings.js";
import { CSP_SCHEMA } from "../gates/csp/settings.js";
import { SIGNATURE_SCHEMA } from "../gates/integrity/settings.js";
import { SHARED_SCHEMA } from "../gates/shared/settings.js";
import type { FedsealConfig } from "./config.js";

/**
 * The JSON Schema of a configuration. `scripts/config-schema.mjs` writes it into the package, where `$schema` finds it, and
 * {@link validateConfig} uses it as it is.
 */

const text = { type: "string", pattern: "\\S" } as const;
/** A name or a sentence: something with a letter or a digit in it. */
const words = { type: "string", pattern: "[\\p{L}\\p{N}]" } as const;
const texts = { type: "array", items: text } as const;
const positive = { type: "number", exclusiveMinimum: 0 } as const;
const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", examples: ["2027-01-31"] } as const;

const folderSettings = {
  manifest: { ...text, description: "The manifest, relative to the output folder. Default: found." },
  include: {
    ...texts,
    description: "Globs of files that are loadable although their name does not say so, relative to the output folder.",
  },
  exclude: { ...texts, description: "Globs of files that no page loads, relative to the output folder." },
} as const;

const target = {
  anyOf: [
    { ...text, description: "An output folder, or the URL of a manifest." },
    {
      type: "object",
      additionalProperties: false,
      required: ["folder"],
      properties: { folder: { ...text, description: "An output folder." }, ...folderSettings },
    },
    {
      type: "object",
      additionalProperties: false,
      required: ["url"],
      properties: { url: { ...text, description: "The URL of a manifest that a server serves." } },
    },
  ],
} as const;

const exception = {
  type: "object",
  additionalProperties: false,
  required: ["rule", "owner", "reason"],
  properties: {
    rule: { ...text, description: "Id of the rule, area/wrong-pattern." },
    file: { ...text, description: "Glob of the file or URL that the finding is located in." },
    expression: { ...text, description: "A text that the message of the finding holds as a whole word." },
    owner: { ...words, description: "Who answers for it: a team or a person." },
    reason: { ...words, description: "Why it is accepted." },
    until: { ...date, description: "The last day on which it counts, in UTC." },
  },
} as const;

const contract = {
  type: "object",
  additionalProperties: false,
  description: "How contracts are compared, and which package holds them.",
  properties: {
    package: { ...text, description: "The contract package: a folder or the name of an installed package." },
    profile: { enum: ["standard", "strict", "experimental"], description: "How changes are judged." },
    timeout: { ...positive, description: "Milliseconds for one comparison." },
  },
} as const;

const http = {
  type: "object",
  additionalProperties: false,
  description: "Limits of requests.",
  properties: {
    timeout: { ...positive, description: "Milliseconds for a URL, retries and redirects included." },
    idleTimeout: { ...positive, description: "Milliseconds without a byte." },
    maxBytes: { ...positive, description: "Largest body in bytes, after decompression." },
    concurrency: { type: "integer", minimum: 1, description: "Requests at the same time." },
    retries: { type: "integer", minimum: 0, description: "Retries of 429, 503 and broken connections." },
    headers: {
      type: "object",
      additionalProperties: { type: "object", additionalProperties: { type: "string" } },
      description: "Origin to headers for that origin only.",
    },
  },
} as const;

/** One key per area that has settings: an area adds its own here. */
const areas = {
  contract,
  cache: CACHE_SCHEMA,
  csp: CSP_SCHEMA,
  shared: SHARED_SCHEMA,
  signature: SIGNATURE_SCHEMA,
} as const;

const properties = {
  $schema: { type: "string", description: "The path of this schema." },
  targets: {
    type: "array",
    minItems: 1,
    items: target,
    description: "What `fedseal check` looks at: output folders, and URLs of manifests. Default: dist.",
  },
  ...folderSettings,
  base: { ...text, description: "What to compare with: a git ref, a folder, a URL, or last." },
  lastRelease: { ...text, description: "What `last` means: a git ref, a folder or a URL." },
  rules: {
    type: "object",
    additionalProperties: { enum: ["error", "warning", "note"] },
    description: "Rule to level. A rule is switched off by an exception only.",
  },
  exceptions: { type: "array", items: exception, description: "Findings that are accepted." },
  ...areas,
  http,
} as const satisfies Record<keyof FedsealConfig, object>;

export const schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "fedseal configuration",
  type: "object",
  additionalProperties: false,
  properties,
} as const;
