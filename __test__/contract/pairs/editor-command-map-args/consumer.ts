import { chain } from "./surface";
chain().bold().insert("x").link("/").run();
