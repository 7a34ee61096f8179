export interface Box { width: number; height: number; depth?: number }
export function volume({ width, height, depth = 1 }: Box): number { return width * height * depth; }
export function scale(box: Box, by: number = 2): Box { return { ...box, width: box.width * by }; }
