import { lastFailure, lastSaved, type Failure } from "./surface";
const s: Record<string, unknown> = lastSaved(); const f: Failure = lastFailure() ?? { reason: "x" }; const r: Record<string, string> = f; export { r, s };
