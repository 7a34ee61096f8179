import { tokens } from "./surface";
const dump = (r: Record<string, unknown>) => Object.keys(r).length;
dump(tokens());
