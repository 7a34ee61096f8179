import type { Message } from "./surface";
export const message: Message = { payload: { deep: 1 } };
