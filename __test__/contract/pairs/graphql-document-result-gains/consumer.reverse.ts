import { UserQuery, execute } from "./surface";
export const n = execute(UserQuery, { id: "1" }).then(r => r.data.user.avatar?.length);
