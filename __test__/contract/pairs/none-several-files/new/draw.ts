import type { Shape } from "./shape";
export const draw = (shape: Shape): string => shape.kind;
