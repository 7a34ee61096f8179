import { quotas } from "./surface";
export const e: number = quotas().enterprise;
