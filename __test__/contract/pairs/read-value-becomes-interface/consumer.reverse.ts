import { readValue } from "./surface";
readValue("user").name.trim(); readValue("count").toFixed();
