import { show } from "./surface";
show("a"); show(1);
