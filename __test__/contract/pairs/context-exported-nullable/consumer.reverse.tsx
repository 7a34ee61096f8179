import { useContext } from "react";
import { CartContext } from "./surface";
export function Count() { return <b onClick={useContext(CartContext).clear}>{useContext(CartContext).count}</b>; }
