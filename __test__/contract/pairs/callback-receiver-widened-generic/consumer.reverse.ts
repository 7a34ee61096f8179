import { run } from "./surface";
declare function own(this: { name: string | number }): string;
run("a", own);
