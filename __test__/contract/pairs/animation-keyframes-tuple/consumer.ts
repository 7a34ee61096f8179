import { animate, type Frames } from "./surface";
const f: Frames = [0, 1];
animate(f, v => v.toFixed(), 300).finished.then(() => animate([1, 0], () => {}).stop());
