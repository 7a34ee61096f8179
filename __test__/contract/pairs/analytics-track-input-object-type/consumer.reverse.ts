import { track } from "./surface";
interface Click { x: number; y: number }
const c: Click = { x: 1, y: 2 };
track("click", c);
