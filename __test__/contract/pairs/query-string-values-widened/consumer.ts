import { toQuery } from "./surface";
toQuery({ a: "1" }).trim(); const p: Record<string, string> = {}; toQuery(p);
