import { draft } from "./surface";
export const draftOf: {} = draft({ a: 1 });
