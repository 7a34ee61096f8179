import type { Repository } from "./surface";
export const drop = (r: Repository<unknown>) => r.remove("a");
