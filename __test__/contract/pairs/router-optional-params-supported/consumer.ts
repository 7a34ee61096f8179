import { link } from "./surface";
export const id: string = link("/u/:id", { id: "1" }).params.id;
