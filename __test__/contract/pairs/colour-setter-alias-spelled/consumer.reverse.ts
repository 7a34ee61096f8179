import { brush, type Brush } from "./surface";
const b: Brush = brush(); b.colour = [1, 2, 3]; b.colour = "red"; b.colour.trim();
