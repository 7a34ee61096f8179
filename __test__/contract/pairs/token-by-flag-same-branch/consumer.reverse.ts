import { open } from "./surface";
open("home");
open("cart", "t");
