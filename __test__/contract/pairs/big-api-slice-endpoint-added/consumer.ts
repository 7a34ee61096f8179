import { shopApi } from "./surface";
export const title = () => shopApi.useProductQuery("1", { skip: false }).data?.title;
export const rename = () => shopApi.useRenameMutation()[0]({ id: "1", title: "x" }).then(p => p.id);
export const t: string = shopApi.endpoints.product.initiate("x").type;
