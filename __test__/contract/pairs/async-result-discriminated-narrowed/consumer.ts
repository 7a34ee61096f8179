import { useAsync } from "./surface";
const r = useAsync(async () => 1);
export const n = r.status === "done" ? r.data : r.status === "failed" ? r.error.message : 0;
