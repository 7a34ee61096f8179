import { Fetch } from "./surface";
export const f = <Fetch url="/" parse={Number}>{(s) => s.data?.toFixed()}</Fetch>;
