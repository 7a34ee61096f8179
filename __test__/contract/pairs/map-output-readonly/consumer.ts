import { graph } from "./surface";
graph().set("x", { id: "x", edges: new Set() });
