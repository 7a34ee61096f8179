import { invoke } from "./surface";
invoke("drop", "a");
