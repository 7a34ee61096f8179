import { put, del } from "./surface";
del("a"); put({ body: "b", rev: 1 });
