import { getData, orderKey } from "./surface";
export const n: number | undefined = getData(orderKey("1"))?.length;
