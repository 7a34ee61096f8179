import { open } from "./surface";
open("pick", { sku: "a" });
