export type Colour = `#${string}` | `rgb(${string})`;
