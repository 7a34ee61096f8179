import { dimension } from "./surface";
const d = dimension(); d.width = d.width * 2;
