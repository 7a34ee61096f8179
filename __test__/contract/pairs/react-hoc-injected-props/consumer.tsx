import { withSession, SessionGate, type SessionProps } from "./surface";
const Inner = (p: { title: string; userId: string; signOut: () => void }) => <b onClick={p.signOut}>{p.title}{p.userId}</b>;
const Bare = (p: SessionProps) => <i>{p.userId}</i>;
const A = withSession<{ title: string }>(Inner);
const B = withSession<{}>(Bare);
export const v = <SessionGate fallback="x" /> ;
export const w = <><A title="t" /><B /></>;
