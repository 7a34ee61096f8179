import { withUser } from "./surface";
function Bar(p: { user: string; logout: () => void; size: number }) { return <b onClick={p.logout}>{p.user}</b>; }
const B = withUser(Bar);
export const b = <B size={1} />;
