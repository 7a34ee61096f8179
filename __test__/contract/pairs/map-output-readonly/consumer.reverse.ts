import { graph } from "./surface";
graph().get("x")?.edges.has("y");
