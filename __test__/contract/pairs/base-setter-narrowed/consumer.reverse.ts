import { frame, type Frame } from "./surface";
const f: Frame = frame(); f.width = f.width + f.id.length;
