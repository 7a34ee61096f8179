import { run } from "./surface";
run("stop", 1);
