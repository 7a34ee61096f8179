import { cursor, type Cursor } from "./surface";
const c: Cursor = cursor(); c.line = c.position;
