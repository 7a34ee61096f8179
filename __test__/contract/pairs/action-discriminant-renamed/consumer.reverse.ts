import { run } from "./surface";
run({ kind: "clear" });
