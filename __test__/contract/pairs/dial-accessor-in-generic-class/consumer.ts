import { Dial } from "./surface";
Dial.create(["px", "em"]).unit = 1;
