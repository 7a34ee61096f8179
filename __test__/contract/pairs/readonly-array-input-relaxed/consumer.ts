import { polygon, bounds } from "./surface";
polygon([bounds([{ x: 1, y: 2 }, { x: 1, y: 2 }])]);
