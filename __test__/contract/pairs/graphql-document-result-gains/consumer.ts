import { Ping, UserQuery, execute } from "./surface";
export const n = execute(UserQuery, { id: "1" }).then(r => r.data.user.name);
execute(Ping, {}).then(r => r.data.pong);
