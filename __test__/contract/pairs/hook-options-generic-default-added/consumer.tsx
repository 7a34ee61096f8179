import { useSize, type UseSize } from "./surface";
export function B() { const { ref, size }: UseSize<HTMLDivElement> = useSize<HTMLDivElement>(); return <div ref={ref}>{size?.width}</div>; }
