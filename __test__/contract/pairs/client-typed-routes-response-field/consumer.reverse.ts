import { call } from "./surface";
call("/orders", "get", { params: { size: 3 } }); call("/health", "get", { params: {} });
