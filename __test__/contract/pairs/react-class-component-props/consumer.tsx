import { Chart, emptyPoints } from "./surface";
import { createRef } from "react";
const ref = createRef<Chart>();
export const v = <Chart ref={ref} points={emptyPoints} height={20} />;
export const h = ref.current?.state.hovered ?? 0;
