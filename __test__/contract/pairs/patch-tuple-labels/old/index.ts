export type Span = [number, number];
