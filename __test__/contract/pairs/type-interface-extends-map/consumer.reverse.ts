import { registry } from "./surface";
export const o = registry().get("a")?.order;
