import { invoke } from "./surface";
invoke("add", 1);
