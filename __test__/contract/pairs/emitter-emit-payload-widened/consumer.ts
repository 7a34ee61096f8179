import { track } from "./surface";
track("view", { page: "/" }); track("buy", { total: 1 }); const d = { total: 2 }; track("buy", d);
