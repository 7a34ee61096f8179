import { withTheme } from "./surface";
const A = withTheme<{ id: string }>((p) => <i className={p.theme}>{p.id}</i>);
export const a = <A id="1" />;
