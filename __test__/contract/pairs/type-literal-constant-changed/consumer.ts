import { API_VERSION } from "./surface";
export const url: string = `/api/${API_VERSION}/items`;
