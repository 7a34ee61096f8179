import { withUser } from "./surface";
function Bar(p: { user: string; size: number }) { return <b>{p.user}</b>; }
const B = withUser(Bar);
export const b = <B size={1} />;
