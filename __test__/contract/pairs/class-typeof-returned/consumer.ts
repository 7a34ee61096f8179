import { modelFor } from "./surface";
const M = modelFor("users");
class User extends M { get short() { return this.id.slice(0, 2) + M.table; } }
export const s = new User("a").short; M.findAll().then(l => l[0]?.delete());
