import { Signal } from "./surface";
export const lost: Signal = Signal.Lost;
