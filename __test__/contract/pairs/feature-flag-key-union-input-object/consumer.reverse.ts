import { isOn } from "./surface";
isOn("ai");
