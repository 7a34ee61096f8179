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
