import { permissions } from "./surface";
permissions("u").add("admin");
