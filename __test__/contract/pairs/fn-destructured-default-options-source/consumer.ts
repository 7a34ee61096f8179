import { pageCount, paginate } from "./surface";
const { items, last } = paginate(["a"], { page: 2 });
export const s: string = items.join() + last + pageCount(3);
