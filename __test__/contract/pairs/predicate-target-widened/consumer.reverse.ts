import { isShape, type Circle, type Square, type Line } from "./surface";
export const f = (x: Circle | Square | Line) => (isShape(x) ? 0 : x.len);
