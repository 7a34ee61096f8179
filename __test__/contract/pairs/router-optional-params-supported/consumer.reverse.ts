import { link } from "./surface";
export const l = link("/u/:id", { id: 1 });
