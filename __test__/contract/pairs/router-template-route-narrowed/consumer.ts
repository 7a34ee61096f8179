import { open } from "./surface";
open("/shop/shoes", "new");
