import { run } from "./surface";
run("stop");
const moved: boolean = run("move", 1, 2);
export { moved };
