import type { Feed } from "./surface";
export const fake: Feed = { title: "a" };
