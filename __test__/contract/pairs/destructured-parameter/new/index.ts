export interface Box { width: number; height: number; depth?: number }
export function scale({ width, ...rest }: Box, factor?: number): Box { return { ...rest, width: width * (factor ?? 2) }; }
export function volume(b: Box) { return b.width * b.height * (b.depth ?? 1); }
