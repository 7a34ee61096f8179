import { execute } from "./surface";
execute("quit", 1);
