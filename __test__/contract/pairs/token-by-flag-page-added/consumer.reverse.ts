import { open } from "./surface";
open("help");
