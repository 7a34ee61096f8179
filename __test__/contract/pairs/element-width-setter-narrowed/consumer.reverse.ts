import { boxOf, type Box } from "./surface";
const b: Box = boxOf("a"); b.width = b.width + 1;
