import { run } from "./surface";
run({ id: "1" }, (_j, s) => s.aborted, () => {});
