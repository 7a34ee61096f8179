import { open } from "./surface";
open("/shop/12", "same");
