import { publish } from "./surface";
publish("a");
