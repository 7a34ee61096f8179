import { createRef } from "react"; import { Stack, type StackProps } from "./surface";
const ref = createRef<HTMLDivElement>(); const p: StackProps = { gap: 1, id: "x" };
export const a = <><Stack {...p} ref={ref} /><Stack ref={el => void el?.id} onClick={e => e.currentTarget.align} /></>;
