import Report, { Preview } from "./surface";
import { Suspense } from "react";
export const v = <Suspense><Report month="2024-01" currency="CHF" key="r" /><Preview scale={2} /></Suspense>;
