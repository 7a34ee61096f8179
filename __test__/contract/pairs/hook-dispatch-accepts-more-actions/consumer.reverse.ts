import { useTodos } from "./surface";
export const f = () => { useTodos()[1]({ type: "clear" }); };
