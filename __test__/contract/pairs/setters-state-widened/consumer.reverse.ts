import { setters } from "./surface";
setters.setName(null);
