import { useMeasure, useWindowSize } from "./surface";
export function V() { const [ref, box] = useMeasure(); return <div ref={ref}>{box?.width ?? useWindowSize().width}</div>; }
