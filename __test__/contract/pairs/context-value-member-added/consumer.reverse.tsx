import { useContext } from "react"; import { ConfigContext } from "./surface";
export function T() { return <i>{useContext(ConfigContext).timeout.toFixed()}</i>; }
