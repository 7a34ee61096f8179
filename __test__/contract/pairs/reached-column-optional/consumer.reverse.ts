import { save } from "./surface";
save({ id: "a" });
