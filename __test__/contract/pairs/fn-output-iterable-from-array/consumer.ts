import { ids, tagsOf } from "./surface";
export const first = [...ids()].map(i => tagsOf(i)[0]);
