/** What each option may be. Messages about values that are not are made from this, too. */

const text = { type: "string", minLength: 1 } as const;
const texts = { type: "array", items: text } as const;
const positive = { type: "number", exclusiveMinimum: 0 } as const;
const unsealed = { enum: ["block", "warn", "allow"] } as const;

const enforce = {
  type: "object",
  additionalProperties: false,
  properties: {
    unsealed: {
      description: "What happens to files without a seal.",
      anyOf: [unsealed, { type: "object", additionalProperties: unsealed }],
    },
    // Looked at by the runtime, whose messages show no value: somebody might put a private key here.
    signature: { description: "Signatures of manifests and the keys that count, by remote." },
    origins: { ...texts, description: "Origins that manifests, entries and chunks may come from, without a path." },
    mode: {
      enum: ["prefer-integrity", "integrity", "content-hash", "both"],
      description: "The hash that is required.",
    },
    report: { ...text, description: "A URL that receives every error as JSON." },
    redirect: { enum: ["error", "same-origin", "origins"], description: "Which redirects of a manifest are followed." },
    manifests: {
      type: "object",
      additionalProperties: text,
      description: "Remote to URL of its manifest, for remotes named by their entry.",
    },
    mirrors: {
      type: "object",
      additionalProperties: texts,
      description: "Remote to base URLs from which the same files may come.",
    },
    runtimeRemotes: { ...texts, description: "Remotes that are registered only at run time." },
    modules: { type: "boolean", description: "Whether the host loads ES module remotes." },
    timeout: { ...positive, description: "Milliseconds for a manifest." },
    maxBytes: { ...positive, description: "Largest manifest in bytes." },
    maxFiles: { type: "integer", minimum: 1, description: "Largest number of files that a manifest may list." },
    files: {
      type: "object",
      additionalProperties: false,
      description: "Limits of one file in Node.",
      properties: {
        timeout: { ...positive, description: "Milliseconds for a file." },
        maxBytes: { ...positive, description: "Largest file in bytes." },
      },
    },
  },
} as const;

const contract = {
  type: "object",
  additionalProperties: false,
  properties: {
    profile: { enum: ["standard", "strict", "experimental"], description: "How its changes are judged." },
    version: { ...text, description: "Version of the remote." },
    tsconfig: { ...text, description: "The tsconfig, relative to the compiler's context." },
    cache: { type: "boolean", description: "Whether inferred types are kept for later builds." },
  },
} as const;

const whole = {
  type: "integer",
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  title: "a whole number of 0 to 2^53 - 1",
} as const;

const sign = {
  type: "object",
  additionalProperties: false,
  required: ["key", "origin"],
  properties: {
    key: {
      ...text,
      description: "The private key: `env:NAME`, or its file; with `signer`, the file of the public key.",
    },
    signer: { ...text, description: "A shell command that signs." },
    origin: { ...text, description: "The origin that serves the manifest." },
    seq: { ...whole, description: "Grows from release to release." },
    expires: {
      ...text,
      title: "30d, 12h or 90m",
      pattern: "^[1-9][0-9]{0,8}[smhdw]$",
      description: "How long the signature counts, as 30d or 12h.",
    },
    now: { ...whole, description: "The time of signing, in seconds since 1970." },
  },
} as const;

const release = {
  type: "object",
  additionalProperties: false,
  properties: { id: text, buildName: text, buildVersion: text },
} as const;

export const schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    manifest: {
      ...text,
      description: "A manifest to seal beside the ones that are found, relative to the output folder.",
    },
    entries: { enum: ["object", "string"], description: "How asset entries are written." },
    algorithm: { enum: ["sha256", "sha384", "sha512"], description: "The hash of `integrity`." },
    include: { ...texts, description: "Globs of files that are loadable although their name does not say so." },
    exclude: { ...texts, description: "Globs of files that no page loads." },
    release: { description: "The release this build belongs to.", anyOf: [text, release] },
    verify: { type: "boolean", description: "Look whether a file has changed since it was sealed, and fail if so." },
    enforce: { description: "How a host holds its remotes to their seals.", anyOf: [{ enum: [false] }, enforce] },
    contract: {
      description: "Extracts the contract of what the remote exposes.",
      anyOf: [{ type: "boolean" }, contract],
    },
    sign: { description: "Signs the sealed manifest.", anyOf: [{ enum: [false] }, sign] },
    enabled: { type: "boolean", description: "`false` builds without fedseal." },
  },
} as const;
