import { call } from "./surface";
call("/me", { token: "t" }).then((me) => me.id);
