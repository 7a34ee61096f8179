import { withSession, type SessionProps } from "./surface";
const Inner = (p: SessionProps & { n: number }) => <b lang={p.locale}>{p.n}</b>;
const A = withSession<{ n: number }>(Inner);
export const v = <A n={1} />;
