import { Cache } from "./surface";
const c = new Cache(); c.get("a"); c.set("a", 1).set("b", 2).get("b");
