import { call } from "./surface";
call("me").id.trim();
export const none: undefined = call("ping");
