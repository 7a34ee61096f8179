import { field } from "./surface";
field().id?.trim();
