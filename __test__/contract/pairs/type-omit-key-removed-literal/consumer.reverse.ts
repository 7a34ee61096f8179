import { put } from "./surface";
put({ body: "b" });
