export type Colour = `#${string}`;
