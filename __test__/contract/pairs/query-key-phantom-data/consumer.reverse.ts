import { getQueryData, orderKey } from "./surface";
export const t: number | undefined = getQueryData(orderKey)?.total;
