import { invoke } from "./surface";
void invoke("sum", 1, 2, 3);
