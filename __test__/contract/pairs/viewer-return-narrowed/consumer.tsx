import Viewer, { caption } from "./surface";
export const a = [<Viewer key="1" src="x" />, <Viewer key="2" src="y" alt="z" />, caption("x").trim()];
