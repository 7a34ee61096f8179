import { nights } from "./surface";
nights({ from: new Date() });
