import { preload, useResource } from "./surface";
const load = async (id: string, n?: number) => ({ id, n });
preload(load, "a");
export const s = () => useResource(load, "a", 2).map(v => v.id).recover(e => e.title.toUpperCase()).read();
