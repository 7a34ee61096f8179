/**
 * What hosts and servers call themselves: fetching, registering, verifying and refreshing remotes by their sealed
 * manifests. What a page loads is checked by `@fedseal/runtime/plugin`, what a server runs by `@fedseal/runtime/node`.
 *
 * @packageDocumentation
 */
export { type FedsealError, type FedsealErrorCode, isFedsealError } from "./errors.js";
export type { FetchOptions } from "./fetch-with-retry.js";
export type {
  FederationManifest,
  FederationManifestAssets,
  FederationManifestEntry,
  FederationManifestRemoteEntry,
} from "./manifest.js";
export { fetchFederationManifest, type ManifestFetchOptions, type SignedOptions } from "./manifest-cache.js";
export type { IntegrityMode, RedirectPolicy, Unsealed, UnsealedPolicy } from "./policy.js";
export {
  collectFederationManifestPreloadLinks,
  createFederationManifestPreloadPlan,
  type FederationManifestPreloadLink,
  type FederationManifestPreloadPlan,
  type PreloadOptions,
} from "./preload.js";
export {
  type FederationInstance,
  type RegisteredRemote,
  type RegisterManifestRemoteOptions,
  refreshRemote,
  registerManifestRemote,
} from "./remotes.js";
export type { SignatureCheck, SignatureChecks } from "./signed.js";
export {
  type VerifyFederationManifestAssetsOptions,
  type VerifyFederationManifestAssetsResult,
  verifyFederationManifestAssets,
} from "./verify.js";
