import { grow } from "./surface";
grow("a").value = { of: "b" };
