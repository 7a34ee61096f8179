import { call } from "./surface";
call("me").then((m) => m.id.trim()); call("list").then((l) => l.join());
