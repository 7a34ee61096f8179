import { from } from "./surface";
from<{ id: string }>("u").where("id", "x").select("id");
