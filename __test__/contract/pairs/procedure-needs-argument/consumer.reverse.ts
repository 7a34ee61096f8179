import { invoke } from "./surface";
invoke("add", "a", 2);
