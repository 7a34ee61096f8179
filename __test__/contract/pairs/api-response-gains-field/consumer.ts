import { send } from "./surface";
send("/me", null).then((m) => m.id.trim()); send("/posts", { text: "a" }).then((p) => p.join());
