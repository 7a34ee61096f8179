import { post } from "./surface";
export const id = post("createUser", { name: "n", email: "e" }).then(r => r.id);
