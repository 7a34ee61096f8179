/**
 * Signatures for hosts that FedsealPlugin builds: the build has validated the options, and the page does not do it again.
 *
 * @packageDocumentation
 */
export { checksOf } from "./check.js";
