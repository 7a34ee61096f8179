import { match, type Params } from "./surface";
const m = match("/users/:id/posts/:post", "/"); export const id: string | undefined = m?.id; const p: Params<"/a/:b"> = { b: "x" }; export const c = p.b + (m ? m.post : "");
