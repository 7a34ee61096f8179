import { Fetch } from "./surface";
export const f = <Fetch url="/" parse={Number}>{(s, n) => <a onClick={s.refetch}>{n.toFixed()}</a>}</Fetch>;
