import { run } from "./surface";
run("stop").toFixed();
