import { withFlags, FlagProvider } from "./surface";
const A = withFlags<{ id: number }>((p) => <i>{p.flags.has("x") ? p.id : null}</i>);
export const a = <FlagProvider on={["x"]}><A id={1} /></FlagProvider>;
