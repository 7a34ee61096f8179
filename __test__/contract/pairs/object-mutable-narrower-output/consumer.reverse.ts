import { newDraft } from "./surface";
export const length: number = newDraft().note.length;
