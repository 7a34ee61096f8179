import { index } from "./surface";
index([{ name: "a" }], (t) => t.name).get("a")?.name;
