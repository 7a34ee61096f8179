import createMachine from "./surface";
createMachine("a").send("b");
