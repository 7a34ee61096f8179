import { batch } from "./surface";
batch({ type: "clear" });
