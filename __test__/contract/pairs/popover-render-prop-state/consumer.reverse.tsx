import { Popover } from "./surface";
export const a = <Popover>{(s) => <button onClick={s.close}>x</button>}</Popover>;
