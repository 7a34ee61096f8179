import { Box } from "./surface";
import type { MouseEvent } from "react";
const onDiv = (e: MouseEvent<HTMLDivElement>) => e.currentTarget.align;
export const a = <Box gap={1} onClick={onDiv} />;
