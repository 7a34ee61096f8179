import { call } from "./surface";
call("me").then((m) => m.name.trim());
