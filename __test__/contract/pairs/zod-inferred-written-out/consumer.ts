import { save, userSchema, type User } from "./surface";
const u: User = userSchema.parse({}); save(u).then((x) => x.name.trim() + (x.age?.toFixed() ?? "")); const r: Record<string, unknown> = u; export { r };
