import { useResource } from "./surface";
export const s = () => useResource(async () => 1).recover(e => e instanceof DOMException ? e.name : e.title).read();
