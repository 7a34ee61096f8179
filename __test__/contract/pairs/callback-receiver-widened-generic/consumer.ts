import { run } from "./surface";
declare function own(this: { name: string }): string;
run("a", own);
