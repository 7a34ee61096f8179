import type { AssumedFacts } from "./part.js";

/** `shared` of the configuration. */
export interface SharedSettings {
  /** Packages of which a page must have one copy, beside those that fedseal knows: `["@shop/session"]`. */
  stateful?: string[];
  /**
   * Container name → what its manifest does not record, for all its shared packages. Manifests of Vite and those that only
   * Module Federation wrote do not say `eager`, `strictVersion`, `shareScope` and `shareStrategy`.
   */
  facts?: Record<string, AssumedFacts>;
}

const flag = { type: "boolean" } as const;

/** `shared` in the JSON Schema of the configuration. */
export const SHARED_SCHEMA = {
  type: "object",
  additionalProperties: false,
  description: "Packages that the parts of a page share.",
  properties: {
    stateful: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description: "Packages of which a page must have one copy, beside those that fedseal knows.",
    },
    facts: {
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: {
          singleton: flag,
          strictVersion: flag,
          eager: flag,
          atStartup: flag,
          scopes: { type: "array", items: { type: "string" } },
          scope: { type: "string" },
          strategy: { enum: ["version-first", "loaded-first"] },
        },
      },
      description: "Container name to what its manifest does not record.",
    },
  },
} as const;
