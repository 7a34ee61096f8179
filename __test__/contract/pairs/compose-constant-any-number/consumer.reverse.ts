import { compose } from "./surface";
compose();
