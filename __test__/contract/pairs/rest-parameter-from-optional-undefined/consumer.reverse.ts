import { join } from "./surface";
join("a", "b", "c");
