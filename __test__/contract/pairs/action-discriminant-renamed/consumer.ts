import { run } from "./surface";
run({ type: "clear" });
