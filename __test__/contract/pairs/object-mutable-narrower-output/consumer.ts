import { newDraft } from "./surface";
const draft = newDraft();
draft.note = null;
export { draft };
