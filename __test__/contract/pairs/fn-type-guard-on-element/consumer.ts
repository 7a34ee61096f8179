import { drafts, isSaved } from "./surface";
export const ids: string[] = drafts().filter(isSaved).map(d => d.id);
