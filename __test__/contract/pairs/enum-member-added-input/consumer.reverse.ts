import { Align, setAlign } from "./surface";
setAlign(Align.Center);
