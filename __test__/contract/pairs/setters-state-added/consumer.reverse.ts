import { setters } from "./surface";
setters.setAge(1);
