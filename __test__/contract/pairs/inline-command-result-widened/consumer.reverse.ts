import { run } from "./surface";
const moved: boolean | null = run("move", 1, 2);
export { moved };
