import { size, area, scale } from "./surface";
size([1, 2]); area(scale({ w: 1, h: 2 }, 2));
