import type { Box } from "./surface";
export declare const own: Box<{ at: { x: number; y: number } }>;
