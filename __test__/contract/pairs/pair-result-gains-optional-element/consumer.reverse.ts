import { entry } from "./surface";
entry()[2]?.toFixed();
