/** Who signs the manifests: the key `signature` of the configuration. Paths are relative to the configuration. */
export interface SignatureSettings {
  /** Files of public JWKs. With them, every manifest that is checked has to be signed by one of these keys. */
  keys: string[];
  /** Origins that output folders may be signed for. A URL is held to its own origin. Default: any. */
  origins?: string[];
  /** A signature that ends within this time is a finding. Default: `7d`. */
  renewWithin?: string;
}

const text = { type: "string", minLength: 1 } as const;

/** The JSON Schema of {@link SignatureSettings}. */
export const SIGNATURE_SCHEMA = {
  type: "object",
  additionalProperties: false,
  // Without them, a folder without a signature would pass.
  required: ["keys"],
  description: "Who signs the manifests.",
  properties: {
    keys: {
      type: "array",
      minItems: 1,
      items: text,
      description: "Files of public JWKs, one of which has to sign every manifest.",
    },
    origins: {
      type: "array",
      minItems: 1,
      items: { ...text, pattern: "^https?://[^/?#]+$" },
      description: "Origins that output folders may be signed for, such as https://cdn.example.com.",
    },
    renewWithin: {
      ...text,
      pattern: "^[1-9][0-9]{0,8}[smhdw]$",
      description: "A signature that ends within this time is a finding. Default: 7d.",
    },
  },
} as const;
