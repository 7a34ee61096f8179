import { classList } from "./surface";
classList(false, "a", "b");
