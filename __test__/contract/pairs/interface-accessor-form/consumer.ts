import { cursor, type Cursor } from "./surface";
const c: Cursor = cursor("a"); c.value = c.value + c.index; c.move(1); export const { index } = c; export const fake: Cursor = { index: 1, value: "", move() {} };
