import { load } from "./surface";
load("cart").then((c) => c.join());
