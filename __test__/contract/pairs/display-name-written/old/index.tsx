import type { FC } from "react";
export declare const Spinner: FC<{ size?: "s" | "m" }>;
