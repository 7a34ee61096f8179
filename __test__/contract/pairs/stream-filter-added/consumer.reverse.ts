import { streamOf } from "./surface";
streamOf<string | number>(1, "a").filter((x): x is string => typeof x === "string").map((x) => x.trim());
