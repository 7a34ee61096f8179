import { link } from "./surface";
export const a = link("/users/:id/edit/:tab?", { id: "1", "tab?": "x" });
