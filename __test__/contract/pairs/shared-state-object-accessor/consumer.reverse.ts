import { session } from "./surface";
session.user = { name: "a" };
