import { cacheArea, serveArea } from "../gates/cache/area.js";
import { contract } from "../gates/contract/area.js";
import { csp } from "../gates/csp/area.js";
import { federation } from "../gates/federation/area.js";
import { integrity } from "../gates/integrity/area.js";
import { shared } from "../gates/shared/area.js";
import type { Area } from "./area.js";

/** The areas of `fedseal check`, in the order of the report: integrity, contract, cache, serve, csp, shared, federation. */
export const AREAS: readonly Area[] = [integrity, contract, cacheArea, serveArea, csp, shared, federation];
