import { viewport, type Viewport } from "./surface";
const v: Viewport = viewport(); (v.zoom * v.width).toFixed();
