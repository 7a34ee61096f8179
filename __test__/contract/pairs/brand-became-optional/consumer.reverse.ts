import { open } from "./surface";
open("u1");
