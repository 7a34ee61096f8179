import { execute } from "./surface";
execute("open", "a", 3);
