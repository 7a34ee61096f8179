import { polygon, type Point } from "./surface";
declare const pts: readonly Point[];
polygon(pts);
