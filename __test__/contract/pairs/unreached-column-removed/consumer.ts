import { save } from "./surface";
save({ id: "a", name: "b" }).then((id) => id.trim());
