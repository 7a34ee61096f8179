import { run } from "./surface";
run("move", 1, 2, 3);
