import { useContext } from "react"; import { AuthContext } from "./surface";
export function Who() { return <b>{useContext(AuthContext).user}</b>; }
