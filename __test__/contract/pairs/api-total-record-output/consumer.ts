import { quotas, currentUse } from "./surface";
const q = quotas();
export const left = Math.min(q.free, q.team) - currentUse();
