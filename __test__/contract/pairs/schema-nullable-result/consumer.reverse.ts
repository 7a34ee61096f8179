import { union, str, type Schema } from "./surface";
declare const loose: Schema<string | null | undefined>;
const mine: Schema<string> = { output: "", nullable: () => loose, array: () => str().array(), parse: String };
union(mine, str());
