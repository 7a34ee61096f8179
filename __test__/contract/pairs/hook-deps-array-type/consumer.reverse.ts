import { useAsync } from "./surface";
export const f = () => useAsync(async () => 1, [{ a: 1 }, null]).error;
