import { send } from "./surface";
send("/me", null).then((m) => m.name.trim());
