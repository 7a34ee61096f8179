import { getQueryData, invalidate, orderKey } from "./surface";
export const t: number = getQueryData(orderKey).total;
invalidate(orderKey.path);
