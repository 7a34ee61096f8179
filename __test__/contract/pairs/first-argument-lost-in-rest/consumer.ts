import { publish } from "./surface";
publish(Symbol(), "a");
