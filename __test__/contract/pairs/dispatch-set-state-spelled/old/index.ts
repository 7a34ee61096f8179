import type { Dispatch, SetStateAction } from "react";
export declare function useStored<T>(key: string, initial: T): [T, Dispatch<SetStateAction<T>>];
