import type { CSSProperties } from "react"; import { Surface } from "./surface";
export function Panel({ style }: { style?: CSSProperties }) { return <Surface elevation={1} style={style} />; }
