import { accessor } from "./surface";
export const c = accessor<{ name: string }>()("name", { header: "N", cell: (x) => x.value ?? x.row.name });
