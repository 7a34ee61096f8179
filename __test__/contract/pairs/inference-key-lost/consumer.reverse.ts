import { read } from "./surface";
export const id = read<{ id: number; name: string }, "id">({ id: 1, name: "n" }, "name");
