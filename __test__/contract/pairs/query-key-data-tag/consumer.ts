import { getData, orderKey } from "./surface";
export const total: number | undefined = getData(orderKey("1"))?.total;
