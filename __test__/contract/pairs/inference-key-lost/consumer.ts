import { read } from "./surface";
const id = read({ id: 1, name: "n" }, "id");
export const next: number = id + 1;
