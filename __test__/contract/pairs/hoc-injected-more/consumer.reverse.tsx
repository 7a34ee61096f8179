import { withTheme } from "./surface";
export const A = withTheme<{ id: string }>((p) => <i dir={p.dir} />);
