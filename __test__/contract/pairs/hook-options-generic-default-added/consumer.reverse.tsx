import { type UseSize } from "./surface";
export type N = UseSize<Element, number>;
