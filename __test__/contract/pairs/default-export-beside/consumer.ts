import { createMachine } from "./surface";
createMachine("a").send("b"); const f: (n: string) => { send(e: string): void } = createMachine; f("x");
