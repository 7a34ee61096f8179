import { emptyState, selectVisible } from "./surface";
export const sorted = selectVisible(emptyState()).sort((a, b) => a.id - b.id);
