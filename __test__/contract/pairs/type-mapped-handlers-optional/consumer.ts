import { handle, shapeNames } from "./surface";
handle({ circle: c => c.r.toFixed(), square(s) { return s.a * shapeNames().length; } });
