import { withRouter } from "./surface";
function Crumb(p: { path: string; sep: string }) { return <i>{p.path.split("/").join(p.sep)}</i>; }
export const C = withRouter(Crumb); export const a = <C sep=">" />;
