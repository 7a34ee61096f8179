import { open } from "./surface";
open("home");
