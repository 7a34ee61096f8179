import { drafts, isSaved } from "./surface";
export const n = drafts().filter(d => isSaved(d)).length;
