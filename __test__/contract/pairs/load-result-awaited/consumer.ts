import { loadUser, type LoadedUser } from "./surface";
const u: LoadedUser = { id: "a", roles: [] }; loadUser(u.id).then((x: LoadedUser) => x.roles.push("b")); const r: Record<string, unknown> = u; export { r };
