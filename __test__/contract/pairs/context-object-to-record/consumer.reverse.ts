import { report } from "./surface";
report("x", { a: 1 });
