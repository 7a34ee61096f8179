import { call } from "./surface";
call("/me", undefined).then((me) => me.id.trim());
