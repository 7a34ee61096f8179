import type { Repo } from "./surface";
export const fake: Repo = { list: () => [] };
