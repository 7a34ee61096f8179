export type Box = { width: number } & { height: number };
