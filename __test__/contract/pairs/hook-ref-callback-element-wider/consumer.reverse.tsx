import { useMeasure } from "./surface";
export function V() { const [ref] = useMeasure(); return <ul ref={ref} />; }
