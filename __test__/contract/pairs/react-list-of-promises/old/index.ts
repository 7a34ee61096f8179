import type { FC } from "react";
export declare function Flag(props: { name: string }): ReturnType<FC>;
