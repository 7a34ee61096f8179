import { CACHE, inject } from "./surface";
inject(CACHE).write("a", "b");
