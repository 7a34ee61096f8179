import { size } from "./surface";
size("abc");
