import { dateField } from "./surface";
dateField().value = "2024-01-01";
