import { setters } from "./surface";
setters.setName("a");
