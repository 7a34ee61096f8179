import { post } from "./surface";
export const id: Promise<string> = post("createUser", { name: "n" }).then(r => r.id);
