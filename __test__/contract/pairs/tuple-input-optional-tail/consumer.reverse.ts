import { drawLine } from "./surface";
drawLine([0, 0, 0], [1, 1]);
