import { show } from "./surface";
show(true);
