import { emptyState, selectVisible } from "./surface";
export const open = selectVisible(emptyState()).filter(t => !t.done).map(t => t.text);
