import { Align, clearAlign, setAlign } from "./surface";
setAlign(Align.Start, true); clearAlign();
