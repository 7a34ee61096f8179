import { cursor, follow, type Cursor } from "./surface";
class Fake implements Cursor { line = 1; readonly column = 2; reset() { this.line = 0; } }
const c = cursor(); c.line = c.column; follow(new Fake()); follow(c);
