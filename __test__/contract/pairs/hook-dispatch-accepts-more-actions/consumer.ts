import { useTodos, type Todo } from "./surface";
export const f = () => { const [todos, dispatch] = useTodos(); dispatch({ type: "add", text: "x" }); const t: readonly Todo[] = todos; return t.map(x => dispatch({ type: "toggle", id: x.id })); };
