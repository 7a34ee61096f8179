import { hook } from "./surface";
hook<[string, number]>().call("a", 1);
