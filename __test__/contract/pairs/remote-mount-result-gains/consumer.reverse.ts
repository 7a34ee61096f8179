import { start } from "./surface";
start({ root: "x", debug: true }).ready.then(l => l.restart("y"));
