/** The policy of the page that loads the remotes: the key `csp` of the configuration. Paths are relative to the configuration. */
export interface CspSettings {
  /**
   * Where the page's policy comes from: `_headers`, `vercel.json`, an HTML file with a `<meta>` element, a text file with a policy
   * or with header lines, or the URL of the page itself. Several apply together, as a header and a `<meta>` element do. Default:
   * those of `_headers`, `index.html` and `vercel.json` that have a policy.
   */
  policy?: string | string[];
  /** The address of the page, for `'self'` and for sources without a scheme. Default: the URL in `policy`. */
  page?: string;
  /** The URL that serves the output folder, for a manifest with `publicPath: "auto"`. */
  origin?: string;
  /** Manifests of further remotes of the page: URLs, or files and the URL that each is served at. */
  remotes?: (string | RemoteManifest)[];
  /** What the page itself needs beside remotes: directive → URLs, for example `{ "connect-src": ["https://api.example.com/"] }`. */
  needs?: Record<string, string[]>;
  /** The policy to compare with, as in `policy`. Default: the same files of `--base`. */
  base?: string | string[];
}

/** A manifest in a file. */
export interface RemoteManifest {
  /** The file. */
  manifest: string;
  /** The URL that it is served at. */
  url: string;
}

const text = { type: "string", minLength: 1 } as const;
const places = { anyOf: [text, { type: "array", minItems: 1, items: text }] } as const;

/** The JSON Schema of {@link CspSettings}. */
export const CSP_SCHEMA = {
  type: "object",
  additionalProperties: false,
  description: "The Content Security Policy of the page that loads the remotes.",
  properties: {
    policy: {
      ...places,
      description:
        "Where the policy comes from: _headers, vercel.json, an HTML file, a text file, or the URL of the page. Several apply together.",
    },
    page: { ...text, description: "The address of the page, for 'self' and sources without a scheme." },
    origin: { ...text, description: 'The URL that serves the output folder, for publicPath: "auto".' },
    remotes: {
      type: "array",
      description: "Manifests of further remotes of the page.",
      items: {
        anyOf: [
          { ...text, description: "The URL of a manifest." },
          {
            type: "object",
            additionalProperties: false,
            required: ["manifest", "url"],
            properties: {
              manifest: { ...text, description: "The file." },
              url: { ...text, description: "The URL that it is served at." },
            },
          },
        ],
      },
    },
    needs: {
      type: "object",
      additionalProperties: { type: "array", items: text },
      description: "What the page itself needs: directive to URLs.",
    },
    base: { ...places, description: "The policy to compare with. Default: the same files of --base." },
  },
} as const;
