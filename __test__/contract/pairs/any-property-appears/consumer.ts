import type { Message } from "./surface";
type Exact<T> = 0 extends 1 & T ? never : T;
export const payload: Exact<Message["payload"]> = "text";
