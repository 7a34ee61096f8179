import { refOf, sendTo, type UserRef } from "./surface";
const r: UserRef = refOf("a"); r.id = "b"; r.email = "x"; sendTo({ id: "a", created: r.created }); const rec: Record<string, unknown> = r; export { rec };
